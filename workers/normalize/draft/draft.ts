import type { BlockKind } from '../../../shared/document/block.ts';
import type { InlineCode } from '../../../shared/document/inline-code.ts';
import type { Locale } from '../../../shared/document/locale.ts';
import type { Diagnostic, Repair } from '../../../shared/document/overlay.ts';
import type { Credit, TreeNode } from '../../../shared/document/tree.ts';
import type { FoundMeta } from './found-meta.ts';
import type { KeptText } from './kept-text.ts';

/**
 * A block while it is being repaired: its text as it stands, and what was changed so far.
 *
 * `repairs` do not overlap and are listed from left to right, so that undoing them last first gives
 * the submitted text.
 */
export interface DraftBlock {
  /** `b<n>` in reading order of the source; parts of one split block are `b<n>`, `b<n>.2`, `b<n>.3`... */
  readonly id: string;
  readonly kind: BlockKind;
  /** Standalone codes are U+FFFC. */
  readonly text: string;
  /** `altSegment` and `titleSegment` hold ids of aside blocks until the document is assembled. */
  readonly codes: readonly InlineCode[];
  readonly repairs: readonly Repair[];
  /** Its own language, BCP 47, where that is not the document's. */
  readonly locale?: string;
  /** Places where a person took a repair back; edits leave them alone. Apart, from left to right. */
  readonly kept?: readonly KeptText[];
}

/** What a leaf becomes in the document's tree. */
export type LeafShape =
  | { readonly type: 'heading'; readonly depth: number; readonly role?: 'headline' }
  | { readonly type: 'paragraph' }
  | { readonly type: 'tableCell' }
  | { readonly type: 'figure'; readonly url?: string; readonly altBlock?: string; readonly credit?: Credit };

type WithoutChildren<Node> = Node extends { readonly children: unknown } ? Omit<Node, 'children'> : never;

/** What a node with child nodes becomes in the document's tree. */
export type ParentShape = WithoutChildren<
  Extract<
    TreeNode,
    { readonly type: 'blockquote' | 'list' | 'listItem' | 'table' | 'tableRow' | 'footnoteDefinition' }
  >
>;

export type DraftNode =
  | { readonly type: 'leaf'; readonly shape: LeafShape; readonly block: DraftBlock }
  | { readonly type: 'parent'; readonly shape: ParentShape; readonly children: readonly DraftNode[] }
  | {
      readonly type: 'opaque';
      readonly node: Extract<TreeNode, { readonly type: 'code' | 'thematicBreak' }>;
    };

export type Leaf = Extract<DraftNode, { readonly type: 'leaf' }>;

/** The article between parsing and assembly: an immutable value that each step replaces. */
export interface Draft {
  readonly nodes: readonly DraftNode[];
  /** Alternative texts and titles, in reading order of what shows them. */
  readonly asides: readonly DraftBlock[];
  /** Blocks that a repair took out; their text is empty and their repair holds what stood there. */
  readonly removed: readonly DraftBlock[];
  readonly found: FoundMeta;
  readonly diagnostics: readonly Diagnostic[];
}

/** A draft whose language is settled. */
export interface LocalizedDraft extends Draft {
  readonly sourceLocale: Locale;
}
