import { z } from 'zod';
import { PLACEHOLDER } from '../document/inline-code.ts';
import { type Token, tokenize } from '../text/tokenize.ts';

/** What two texts with the same words may differ in. */
const FOLDING_KINDS = [
  'case',
  'apostrophes',
  'quotes',
  'dashes',
  'ellipsis',
  'spaces',
  'markup',
  'punctuation',
] as const;
type FoldingKind = (typeof FOLDING_KINDS)[number];

/** A place where a text was taken for another one: putting `stored` into each span gives that back. */
export const Folding = z.object({
  /** Each is needed. */
  kinds: z.array(z.enum(FOLDING_KINDS)).readonly(),
  /** In the text that was looked up. */
  start: z.int(),
  end: z.int(),
  stored: z.string(),
});
export type Folding = Readonly<z.infer<typeof Folding>>;

/**
 * Tells by which foldings a text was found under another one with the same words, and where, in
 * reading order. Where their words differ after all, the whole text is one place.
 *
 * @example `findFoldings('He said “no”.', 'he said "no".')`: case at 0..2, quotes at 7..9 and 11..13
 */
export function findFoldings(wanted: string, stored: string): readonly Folding[] {
  const [a, b] = [cut(wanted), cut(stored)];
  const pairs = a.length === b.length ? a.map((piece, at) => [piece, b[at] ?? piece] as const) : undefined;
  const places = pairs ?? [
    [
      { start: 0, text: wanted },
      { start: 0, text: stored },
    ] as const,
  ];
  const found: Folding[] = [];
  let between: string | undefined;
  for (const [{ start, text }, { text: other }] of places) {
    if (text === other) {
      between = (between ?? '') + text;
      continue;
    }
    const folding = { kinds: foldingsOf(text, other), start, end: start + text.length, stored: other };
    const last = found.at(-1);
    if (last !== undefined && sameKinds(last, folding) && isGap(between)) {
      const gap = between ?? '';
      found[found.length - 1] = { ...last, end: folding.end, stored: last.stored + gap + other };
    } else {
      found.push(folding);
    }
    between = undefined;
  }
  return found;
}

interface Piece {
  readonly start: number;
  readonly text: string;
}

/** Words and what stands between them, by turns, a gap first and last; gaps may be empty. */
function cut(text: string): readonly Piece[] {
  const words = tokenize(text).filter(({ kind }) => kind === 'word' || kind === 'number');
  const pieces: Piece[] = [];
  let at = 0;
  for (const { start, end, text: word } of words satisfies readonly Token[]) {
    pieces.push({ start: at, text: text.slice(at, start) }, { start, text: word });
    at = end;
  }
  return [...pieces, { start: at, text: text.slice(at) }];
}

const FOLDS: readonly (readonly [FoldingKind, (text: string) => string])[] = [
  ['case', (text) => text.toLowerCase()],
  [
    'apostrophes',
    (text) => text.replaceAll(/[\u2019\u02BC\u2018`´](?=\p{L})|(?<=\p{L})[\u2019\u02BC\u2018`´]/gu, "'"),
  ],
  ['quotes', (text) => text.replaceAll(/[«»‹›“”„‟‘’‚‛「」『』〝〞＂]|''/gu, '"').replaceAll("'", '"')],
  ['dashes', (text) => text.replaceAll(/-{2,3}|[\u2010-\u2015\u2212]/gu, '-')],
  ['ellipsis', (text) => text.replaceAll(/\.{3}|。{3}|…{2}/gu, '…')],
  ['markup', (text) => text.replaceAll(PLACEHOLDER, '')],
  ['spaces', (text) => text.replaceAll(/[\s\u200B\u2060\uFEFF]+/gu, '')],
];

/** What remains without any mark is always equal. */
const ALL_FOLDS = [
  ...FOLDS,
  ['punctuation', (text: string) => text.replaceAll(/[^\p{L}\p{N}]/gu, '')] as const,
];

/** The fewest of the foldings that make two pieces equal: each one left out leaves them different. */
function foldingsOf(a: string, b: string): readonly FoldingKind[] {
  const isEnough = (folds: typeof FOLDS): boolean => apply(folds, a) === apply(folds, b);
  let needed = isEnough(FOLDS) ? FOLDS : ALL_FOLDS;
  for (const fold of needed.toReversed()) {
    const without = needed.filter((each) => each !== fold);
    if (isEnough(without)) {
      needed = without;
    }
  }
  return needed.map(([kind]) => kind);
}

function apply(folds: typeof FOLDS, text: string): string {
  return folds.reduce((folded, [, fold]) => fold(folded), text);
}

function sameKinds(a: Folding, b: Folding): boolean {
  return a.kinds.join(' ') === b.kinds.join(' ');
}

/** Words in a row that differ in the same way are told together. */
function isGap(between: string | undefined): boolean {
  return between === undefined || !/[\p{L}\p{N}]/u.test(between);
}
