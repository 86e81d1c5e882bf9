import { z } from 'zod';

/**
 * The document's structure: mdast in which a translatable block's children are `segment`
 * references in reading order, plus the own node `figure`. No positions, no `html` nodes, no text
 * outside code: all words are in the segments.
 */
export type TreeNode =
  | { readonly type: 'segment'; readonly id: string }
  | {
      readonly type: 'heading';
      readonly depth: number;
      readonly role?: 'headline';
      readonly children: readonly TreeNode[];
    }
  | { readonly type: 'paragraph'; readonly children: readonly TreeNode[] }
  | { readonly type: 'blockquote'; readonly children: readonly TreeNode[] }
  | {
      readonly type: 'list';
      readonly ordered: boolean;
      readonly start?: number;
      readonly spread: boolean;
      readonly children: readonly TreeNode[];
    }
  | {
      readonly type: 'listItem';
      readonly spread: boolean;
      readonly checked?: boolean;
      readonly children: readonly TreeNode[];
    }
  | {
      readonly type: 'table';
      readonly align: readonly ('left' | 'right' | 'center' | null)[];
      readonly children: readonly TreeNode[];
    }
  | { readonly type: 'tableRow'; readonly children: readonly TreeNode[] }
  | { readonly type: 'tableCell'; readonly children: readonly TreeNode[] }
  | { readonly type: 'code'; readonly lang?: string; readonly meta?: string; readonly value: string }
  | { readonly type: 'thematicBreak' }
  | {
      readonly type: 'footnoteDefinition';
      readonly identifier: string;
      readonly children: readonly TreeNode[];
    }
  | Figure;

/** A picture (or the place where one stood) with its caption and credit. */
export interface Figure {
  readonly type: 'figure';
  /** Absent where the source lost the picture and only its caption came through. */
  readonly url?: string;
  readonly altSegment?: string;
  readonly credit?: Credit;
  /** The caption's segments. */
  readonly children: readonly TreeNode[];
}

/** Who made a picture: rendered from a label of the locale and the name, which is not translated. */
export interface Credit {
  readonly role: 'photo' | 'video' | 'graphic' | 'source';
  readonly name: string;
}

const Credit = z.object({ role: z.enum(['photo', 'video', 'graphic', 'source']), name: z.string() });
const children = (): z.ZodType<readonly TreeNode[]> => z.lazy(() => z.array(TreeNode).readonly());

export const TreeNode: z.ZodType<TreeNode> = z.lazy(() =>
  z.discriminatedUnion('type', [
    z.object({ type: z.literal('segment'), id: z.string() }),
    z.object({
      type: z.literal('heading'),
      depth: z.int().min(1).max(6),
      role: z.literal('headline').exactOptional(),
      children: children(),
    }),
    z.object({ type: z.literal('paragraph'), children: children() }),
    z.object({ type: z.literal('blockquote'), children: children() }),
    z.object({
      type: z.literal('list'),
      ordered: z.boolean(),
      start: z.int().exactOptional(),
      spread: z.boolean(),
      children: children(),
    }),
    z.object({
      type: z.literal('listItem'),
      spread: z.boolean(),
      checked: z.boolean().exactOptional(),
      children: children(),
    }),
    z.object({
      type: z.literal('table'),
      align: z.array(z.enum(['left', 'right', 'center']).nullable()).readonly(),
      children: children(),
    }),
    z.object({ type: z.literal('tableRow'), children: children() }),
    z.object({ type: z.literal('tableCell'), children: children() }),
    z.object({
      type: z.literal('code'),
      lang: z.string().exactOptional(),
      meta: z.string().exactOptional(),
      value: z.string(),
    }),
    z.object({ type: z.literal('thematicBreak') }),
    z.object({ type: z.literal('footnoteDefinition'), identifier: z.string(), children: children() }),
    z.object({
      type: z.literal('figure'),
      url: z.string().exactOptional(),
      altSegment: z.string().exactOptional(),
      credit: Credit.exactOptional(),
      children: children(),
    }),
  ]),
);

/** The root of a document's structure. */
export const DocumentTree = z.object({ type: z.literal('root'), children: children() });
export type DocumentTree = Readonly<z.infer<typeof DocumentTree>>;
