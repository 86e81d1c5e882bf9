import type { Nodes, PhrasingContent } from 'mdast';
import { type CodedText, type InlineCode, PLACEHOLDER, type SpanTag } from './inline-code.ts';
import type { SpanNode } from './span-node.ts';

/** Noncharacter that stands for a U+FFFC of the source until the repairs take it out. */
export const LITERAL_PLACEHOLDER = '\uFDD0';

/** Surrogates without their other half. */
const HALVES = /\p{Surrogate}/gu;

/**
 * Keeps an alternative text or a link's title, which stand outside the reading order, and answers
 * the id by which the code refers to it.
 */
export type AddAside = (kind: 'alt' | 'title', text: string) => string;

/**
 * Reads mdast phrasing content as plain text with inline codes; the inverse of
 * `codedTextToPhrasing`.
 *
 * Codes are in reading order, an enclosing one before what it encloses, numbered from 1. Markup
 * around nothing is left out. Raw HTML and references must be resolved before; what is left of them
 * contributes no code.
 */
export function phrasingToCodedText(nodes: readonly PhrasingContent[], addAside: AddAside): CodedText {
  const draft: Draft = { text: '', codes: [], addAside };
  readNodes(nodes, draft);
  const codes = draft.codes.filter((code) => code.start < code.end);
  return { text: draft.text, codes: codes.map((code, index) => ({ ...code, id: index + 1 })) };
}

const PARSED_TYPES = [
  'text',
  'emphasis',
  'strong',
  'delete',
  'link',
  'image',
  'inlineCode',
  'break',
  'footnoteReference',
  'span',
  'protected',
  'linkReference',
  'imageReference',
  'html',
] as const;

/** The phrasing content that parsers of articles produce. */
export type ParsedPhrasing = Extract<PhrasingContent, { type: (typeof PARSED_TYPES)[number] }>;

const PARSED: ReadonlySet<string> = new Set(PARSED_TYPES);

/** Whether a node is phrasing content that is read as coded text. */
export function isParsedPhrasing(node: Nodes): node is ParsedPhrasing {
  return PARSED.has(node.type);
}

interface Draft {
  text: string;
  readonly codes: InlineCode[];
  readonly addAside: AddAside;
}

function readNodes(nodes: readonly PhrasingContent[], draft: Draft): void {
  for (const node of nodes) {
    if (isParsedPhrasing(node)) {
      readNode(node, draft);
    }
  }
}

function readNode(node: ParsedPhrasing, draft: Draft): void {
  switch (node.type) {
    case 'text':
      // a literal U+FFFC would read as a code that does not exist; half a character is none, in no encoding
      draft.text += node.value.replaceAll(PLACEHOLDER, LITERAL_PLACEHOLDER).replaceAll(HALVES, '\uFFFD');
      return;
    case 'emphasis':
    case 'strong':
    case 'delete':
      pair(draft, node.children, (position) => ({
        kind: node.type,
        ...position,
        canDelete: true,
        canReorder: true,
      }));
      return;
    case 'link': {
      const titleSegment = node.title ? draft.addAside('title', node.title) : undefined;
      pair(draft, node.children, (position) => ({
        kind: 'link',
        ...position,
        canDelete: false,
        canReorder: true,
        url: node.url,
        ...(titleSegment === undefined ? {} : { titleSegment }),
      }));
      return;
    }
    case 'image': {
      const altSegment = node.alt ? draft.addAside('alt', node.alt) : undefined;
      const titleSegment = node.title ? draft.addAside('title', node.title) : undefined;
      standalone(draft, (position) => ({
        kind: 'image',
        ...position,
        canDelete: false,
        canReorder: true,
        url: node.url,
        ...(altSegment === undefined ? {} : { altSegment }),
        ...(titleSegment === undefined ? {} : { titleSegment }),
      }));
      return;
    }
    case 'inlineCode':
      standalone(draft, (position) => ({
        kind: 'code',
        ...position,
        canDelete: false,
        canReorder: true,
        value: node.value,
      }));
      return;
    case 'break':
      standalone(draft, (position) => ({ kind: 'break', ...position, canDelete: true, canReorder: false }));
      return;
    case 'footnoteReference':
      standalone(draft, (position) => ({
        kind: 'footnote-reference',
        ...position,
        canDelete: false,
        canReorder: true,
        identifier: node.label ?? node.identifier,
      }));
      return;
    case 'span':
      readSpan(node, draft);
      return;
    case 'protected':
      standalone(draft, (position) => ({
        kind: 'protected',
        ...position,
        canDelete: false,
        canReorder: true,
        value: node.value,
      }));
      return;
    case 'linkReference':
      readNodes(node.children, draft);
      return;
    case 'imageReference':
    case 'html':
      return;
  }
}

/** Without these a formula says something else; without the others a sentence still says the same. */
const NEEDED_SPANS: ReadonlySet<SpanTag> = new Set(['sub', 'sup']);

function readSpan({ tag, lang, dir, dateTime, title, children }: SpanNode, draft: Draft): void {
  const titleSegment = title ? draft.addAside('title', title) : undefined;
  pair(draft, children, (position) => ({
    kind: 'span',
    ...position,
    canDelete: !NEEDED_SPANS.has(tag),
    canReorder: true,
    tag,
    ...(lang === undefined ? {} : { lang }),
    ...(dir === undefined ? {} : { dir }),
    ...(dateTime === undefined ? {} : { dateTime }),
    ...(titleSegment === undefined ? {} : { titleSegment }),
  }));
}

interface Position {
  readonly id: number;
  readonly start: number;
  readonly end: number;
}

function pair(
  draft: Draft,
  children: readonly PhrasingContent[],
  make: (position: Position) => InlineCode,
): void {
  const start = draft.text.length;
  const index = draft.codes.length;
  draft.codes.push(make({ id: 1, start, end: start })); // keeps its place before what it encloses
  readNodes(children, draft);
  draft.codes[index] = make({ id: 1, start, end: draft.text.length });
}

function standalone(draft: Draft, make: (position: Position) => InlineCode): void {
  const start = draft.text.length;
  draft.codes.push(make({ id: 1, start, end: start + PLACEHOLDER.length }));
  draft.text += PLACEHOLDER;
}
