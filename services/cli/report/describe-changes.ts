import { groupBy } from '../../../shared/document/group-by.ts';
import type { Repair } from '../../../shared/document/overlay.ts';
import { countInvisible, visibleText } from './visible-text.ts';

type Wording = (repairs: readonly Repair[]) => readonly string[];

/** What rules did whose `before` and `after` alone would not tell: they moved, joined or split. */
const WORDINGS: Readonly<Record<string, Wording>> = {
  'byline-line': each((text) => `"${text}" became the byline`),
  credit: each((text) => `"${text}" became the photo credit`),
  'duplicate-headline': each((text) => `"${text}" removed, it repeats the headline`),
  'repeated-paragraph': each((text) => `"${text}" removed, it stood there twice`),
  'orphan-aside': each((text) => `"${text}" removed with its image or link`),
  'caption-table': each(() => "table frame around the picture's caption removed"),
  'caption-paragraph': each(() => 'picture and the caption below it put together'),
  'pipe-relic': each(() => 'bar of a lost table removed'),
  'empty-image': each(() => 'image without an address removed'),
  'empty-block': each(() => 'empty paragraph removed'),
  'image-line': each(() => 'picture put in a paragraph of its own'),
  'paragraph-per-line': (repairs) => [`${repairs.length + 1} lines became paragraphs`],
  'hard-wrap': (repairs) => [`${count(lineBreaksLost(repairs), 'broken line')} joined`],
  'doubled-space': (repairs) => [`${count(lengthLost(repairs), 'extra space')} removed`],
  composition: each(() => 'letter and its mark composed'),
  'no-break-space': invisible('became', 'a plain space', 'plain spaces'),
  'soft-hyphen': invisible('removed'),
  'zero-width': invisible('removed'),
  'bidi-control': invisible('removed'),
  'control-character': invisible('removed'),
  'literal-placeholder': invisible('removed'),
};

/** Names of the rules that are described in words of their own. */
export const WORDED_RULES: readonly string[] = Object.keys(WORDINGS);

/**
 * What the repairs of one rule changed, in short phrases; changes alike are one phrase with how
 * often they were made. A rule without words of its own is told by its texts.
 *
 * @example `april -> April x2` or `1 soft hyphen removed`
 */
export function describeChanges(rule: string, repairs: readonly Repair[]): readonly string[] {
  return (WORDINGS[rule] ?? byTexts)(repairs);
}

const byTexts: Wording = (repairs) => counted(repairs.map(({ before, after }) => changeOf(before, after)));

function changeOf(before: string, after: string): string {
  if (after === '') {
    return `"${visibleText(before)}" removed`;
  }
  return before === '' ? `"${visibleText(after)}" added` : `${visibleText(before)} -> ${visibleText(after)}`;
}

/** A phrase for each repair, from the text that it took away. */
function each(phraseOf: (text: string) => string): Wording {
  return (repairs) => counted(repairs.map(({ before }) => phraseOf(visibleText(before.trim()))));
}

/** How many of which invisible characters are gone, and what became of one or of several. */
function invisible(verb: string, one = '', several = one): Wording {
  return (repairs) => {
    const before = countInvisible(repairs.map((repair) => repair.before).join(''));
    const after = countInvisible(repairs.map((repair) => repair.after).join(''));
    return [...before].flatMap(([name, times]) => {
      const gone = times - (after.get(name) ?? 0);
      return gone === 0 ? [] : [`${count(gone, name)} ${verb} ${gone === 1 ? one : several}`.trimEnd()];
    });
  };
}

function lineBreaksLost(repairs: readonly Repair[]): number {
  return repairs.reduce((sum, { before, after }) => sum + linesOf(before) - linesOf(after), 0);
}

function linesOf(text: string): number {
  return text.split('\n').length;
}

function lengthLost(repairs: readonly Repair[]): number {
  return repairs.reduce((sum, { before, after }) => sum + before.length - after.length, 0);
}

function count(times: number, noun: string): string {
  return `${times} ${noun}${times === 1 ? '' : 's'}`;
}

function counted(phrases: readonly string[]): readonly string[] {
  return [...groupBy(phrases, (phrase) => phrase)].map(([phrase, alike]) =>
    alike.length > 1 ? `${phrase} x${alike.length}` : phrase,
  );
}
