import type { BlockKind } from './block.ts';
import type { Document } from './document.ts';
import { groupBy } from './group-by.ts';
import type { Diagnostic, Repair, UndoneRepair } from './overlay.ts';
import type { Span } from './span.ts';

/** A stretch of a block as it stands, with what was done or suggested there. */
export type MarkedPiece =
  | { readonly kind: 'text'; readonly span: Span }
  /** `span` covers what the repair left; empty where it only took something away. */
  | { readonly kind: 'repair'; readonly span: Span; readonly repair: Repair }
  | { readonly kind: 'undone'; readonly span: Span; readonly repair: UndoneRepair }
  | { readonly kind: 'note'; readonly span: Span; readonly diagnostic: Diagnostic };

/** A block of the article, or one that a repair took out of it, cut where its marks begin and end. */
export interface MarkedBlock {
  readonly id: string;
  /** Absent for a block that is no longer in the article. */
  readonly kind?: BlockKind;
  /** The block's text as it stands; empty for one that was taken out. */
  readonly text: string;
  readonly pieces: readonly MarkedPiece[];
}

/**
 * The article for someone who looks over its repairs: every block in reading order, those that were
 * taken out where they stood in the source.
 */
export function markRepairs(document: Document): MarkedBlock[] {
  const marks = groupBy(marksOf(document), ({ blockId }) => blockId);
  const texts = new Map<string, string>();
  for (const { blockId, joinBefore, text } of document.segments) {
    texts.set(blockId, (texts.get(blockId) ?? '') + joinBefore + text);
  }
  const shown = document.blocks.map(({ id, kind }): MarkedBlock => {
    const text = texts.get(id) ?? '';
    return { id, kind, text, pieces: cut(text, marks.get(id) ?? []) };
  });
  const ids = new Set(shown.map(({ id }) => id));
  const removed = [...marks]
    .filter(([id]) => !ids.has(id))
    .map(([id, own]): MarkedBlock => ({ id, text: '', pieces: cut('', own) }))
    .filter(({ pieces }) => pieces.length > 0);
  return removed.toSorted((a, b) => collator.compare(a.id, b.id)).reduce(insertAtPlace, shown);
}

type Mark = Exclude<MarkedPiece, { readonly kind: 'text' }>;
type PlacedMark = Mark & { readonly blockId: string };

function marksOf({ overlays }: Document): PlacedMark[] {
  return [
    ...overlays.repairs.map((repair) => ({
      kind: 'repair' as const,
      blockId: repair.blockId,
      span: repair.span,
      repair,
    })),
    ...(overlays.undone ?? []).map((repair) => ({
      kind: 'undone' as const,
      blockId: repair.blockId,
      span: repair.span,
      repair,
    })),
    ...overlays.diagnostics.flatMap((diagnostic) =>
      diagnostic.span === undefined || diagnostic.blockId === undefined
        ? []
        : [{ kind: 'note' as const, blockId: diagnostic.blockId, span: diagnostic.span, diagnostic }],
    ),
  ];
}

/** Cuts a text; a mark that overlaps one before it, or lies outside the text, is left out. */
function cut(text: string, marks: readonly PlacedMark[]): MarkedPiece[] {
  const pieces: MarkedPiece[] = [];
  let position = 0;
  for (const { blockId: _blockId, ...mark } of marks.toSorted(byPlace)) {
    const span = { start: mark.span.start, end: Math.min(mark.span.end, text.length) };
    if (span.start < position || span.end < span.start) {
      continue;
    }
    if (span.start > position) {
      pieces.push({ kind: 'text', span: { start: position, end: span.start } });
    }
    pieces.push({ ...mark, span });
    position = span.end;
  }
  if (position < text.length) {
    pieces.push({ kind: 'text', span: { start: position, end: text.length } });
  }
  return pieces;
}

const ORDER: Readonly<Record<Mark['kind'], number>> = { repair: 0, undone: 1, note: 2 };

/** Notes last: what was done to a text matters more than what might be. */
function byPlace(a: PlacedMark, b: PlacedMark): number {
  return a.span.start - b.span.start || ORDER[a.kind] - ORDER[b.kind] || a.span.end - b.span.end;
}

const collator = new Intl.Collator('en', { numeric: true });

/** After the block that stood before it in the source; first where none did. */
function insertAtPlace(blocks: readonly MarkedBlock[], removed: MarkedBlock): MarkedBlock[] {
  let place = -1;
  for (const [index, { id }] of blocks.entries()) {
    const known = blocks[place];
    const isBefore = /^b\d/u.test(id) && collator.compare(id, removed.id) < 0;
    if (isBefore && (known === undefined || collator.compare(id, known.id) > 0)) {
      place = index;
    }
  }
  const isAfterHeadline = place === -1 && blocks[0]?.kind === 'headline';
  return blocks.toSpliced(isAfterHeadline ? 1 : place + 1, 0, removed);
}
