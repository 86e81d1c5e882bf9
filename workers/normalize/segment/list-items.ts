import type { SegmentationRules } from './segmentation-rules.ts';

const BULLET = /(?<=^|\s)[•‣◦⁃▪●○♦◆■□∙·]\s?(?=\S)/gu;

const LABEL =
  /(?<=^|\s)(?<open>\(?)(?<label>\d{1,3}|[A-Za-z]|[ivx]{2,5}|[IVX]{2,5})(?<close>\.\)|\)|\.)(?=\s+\S)/gu;

/** More labels than this in one block are no list in running text. */
const MAX_LABELS = 1_000;

const ROMANS = [
  'i',
  'ii',
  'iii',
  'iv',
  'v',
  'vi',
  'vii',
  'viii',
  'ix',
  'x',
  'xi',
  'xii',
  'xiii',
  'xiv',
  'xv',
];

/**
 * Where the items of a list in running text start: "1. Buy milk 2. Pay rent". Labels count from the
 * first value without a gap, and the first stands at the start of the text or after a colon.
 */
export function listItemStarts(text: string, rules: SegmentationRules): number[] {
  const bullets = bulletStarts(text);
  return bullets.length > 0 ? bullets : labelStarts(text, rules);
}

function bulletStarts(text: string): number[] {
  const first = text.trimStart().charAt(0);
  if (!/[•‣◦⁃▪●○♦◆■□∙·]/u.test(first)) {
    return [];
  }
  return [...text.matchAll(BULLET)]
    .filter(({ 0: bullet }) => bullet.startsWith(first))
    .map(({ index }) => index);
}

interface Reading {
  readonly kind: string;
  readonly number: number;
}

interface Label {
  readonly at: number;
  readonly style: string;
  readonly values: readonly Reading[];
}

function labelStarts(text: string, rules: SegmentationRules): number[] {
  if (!/\d[.)]|(?:^|\s)\(?[A-Za-z][.)]|[ivxIVX][.)]/u.test(text)) {
    return [];
  }
  const chains = new Map<string, Chain>();
  for (const label of labelsOf(text)) {
    for (const { kind, number } of label.values) {
      const key = `${label.style} ${kind}`;
      const chain = chains.get(key);
      if (chain === undefined && number <= 1 && mayStart(text, label)) {
        chains.set(key, { starts: [label.at], next: number + 1 });
      } else if (chain?.next === number && mayGoOn(text, label, { rules, first: chain.starts[0] ?? 0 })) {
        chain.starts.push(label.at);
        chain.next += 1;
      }
    }
  }
  return [...chains.values()].find(({ starts }) => starts.length > 1)?.starts ?? [];
}

interface Chain {
  readonly starts: number[];
  next: number;
}

/** The labels with each reading of them: "i" is a letter and a number. */
function* labelsOf(text: string): Generator<Label> {
  let seen = 0;
  for (const { index: at, groups } of text.matchAll(LABEL)) {
    const label = groups?.['label'] ?? '';
    const style = `${groups?.['open'] ?? ''}${groups?.['close'] ?? ''}`;
    yield { at, style, values: readings(label) };
    seen += 1;
    if (seen > MAX_LABELS) {
      return;
    }
  }
}

function readings(label: string): Reading[] {
  if (/^\d/u.test(label)) {
    return [{ kind: 'number', number: Number(label) }];
  }
  const lower = label.toLowerCase();
  const letterCase = label === lower ? 'lower' : 'upper';
  const roman = ROMANS.indexOf(lower) + 1;
  return [
    ...(label.length === 1 ? [{ kind: `${letterCase} letter`, number: lower.charCodeAt(0) - 96 }] : []),
    ...(roman > 0 ? [{ kind: `${letterCase} roman`, number: roman }] : []),
  ];
}

function mayStart(text: string, { at, style }: Label): boolean {
  const before = text.slice(Math.max(0, at - 40), at).trimEnd();
  return before === '' || (/[:：]$/u.test(before) && !style.startsWith('('));
}

/** "the 2. Bundesliga" and "No. 2." are no items; "a. bread b. milk" are. */
function mayGoOn(
  text: string,
  { at, style }: Label,
  { rules, first }: { readonly rules: SegmentationRules; readonly first: number },
): boolean {
  const before = text.slice(Math.max(0, at - 40), at).trimEnd();
  if (/[.;!?:,।。]["”»)]?$/u.test(before)) {
    const last = /(?<word>[\p{L}.]+)\.$/u.exec(before)?.groups?.['word'];
    return last === undefined || !rules.isOne('beforeNumber', [last]);
  }
  return style !== '.' || (!rules.ordinals && (!startsLower(text, at) || startsLower(text, first)));
}

function startsLower(text: string, at: number): boolean {
  return /^\S+\s+[\p{Ll}\p{N}]/u.test(text.slice(at, at + 12));
}
