import { groupBy } from '../../../../shared/document/group-by.ts';
import { type PreparedRule, replacing, type TypographyRule } from '../rule.ts';
import type { Edit, TextRun } from '../text-run.ts';

const SPACE = '[ \\u00A0\\u202F]';

/** Between parts of a sentence: a spaced hyphen or dash, or an unspaced long dash or double hyphen between words. */
export const dashes: TypographyRule = {
  names: {
    dashes: 'The dash of the house between parts of a sentence, with its spaces',
    'paired-dashes': 'Dashes around an insertion, written onto it as Spanish does',
  },
  prepare: ({ style: { dash, pairedDash }, isOn }) => {
    if (dash === undefined) {
      return undefined;
    }
    const mark = isOn('paired-dashes') ? pairedDash : undefined;
    return {
      triggers: '-–—―',
      find: (run) => {
        const edits = Array.from(run.text.matchAll(DASH)).flatMap((match): Edit[] => {
          const { index: start, 0: found } = match;
          const edit = { start, end: start + found.length, text: asWritten(found, dash) };
          return isBetweenNumbers(match, run.text) ? [] : [edit];
        });
        return mark === undefined ? edits : pairEdits(edits, run, mark);
      },
    };
  },
};

const SPACED = `${SPACE}+(?:-{1,3}|[–—―]{1,2})(?<=[^\\s([{-]${SPACE}+[-–—―]+)${SPACE}+(?=[^\\s\\-–—])`;
const LAST = `${SPACE}+(?:-{1,3}|[–—―]{1,2})(?<=[^\\s([{-]${SPACE}+[-–—―]+)(?=[,.;:!?…»”]|\\s*$)`;
const UNSPACED = String.raw`(?:-{2,3}|[—―]{1,2})(?<=[\p{L}\p{M}»”“’」』》"][-—―]+)(?=[\p{L}\p{M}«“„‘「『《"])`;
const DASH = new RegExp(`${SPACED}|${LAST}|${UNSPACED}`, 'gu');

function asWritten(found: string, dash: string): string {
  return /\s$/u.test(found) || !/^\s/u.test(found) ? dash : dash.trimEnd();
}

/** Where a sentence ends, speech that the dash may belong to included. */
const SENTENCE_END = /[.!?…]["”»’)]*\s+(?=[\p{Lu}¿¡«“"—-])/gu;

/**
 * Two dashes of one sentence enclose an insertion, and the one after a dash that begins speech opens
 * one: it is written onto the insertion. Others stand as they are.
 */
function pairEdits(edits: readonly Edit[], run: TextRun, mark: string): readonly Edit[] {
  if (edits.length === 0) {
    return edits;
  }
  const ends = Array.from(run.text.matchAll(SENTENCE_END), ({ index }) => index);
  const sentences = groupBy(edits, ({ start }) => ends.filter((end) => end < start).length);
  const isSpeech = run.isParagraph && /^[-–—―]/u.test(run.text);
  return [...sentences.values()].flatMap((own) => {
    const [first, second] = own;
    if (first === undefined || own.length > 2 || (second === undefined && !isSpeech)) {
      return own;
    }
    const opening = { ...first, text: ` ${mark}` };
    return second === undefined
      ? [opening]
      : [opening, { ...second, text: second.text.trimEnd() === second.text ? mark : `${mark} ` }];
  });
}

/** A difference or a result (`38 - 17`) is not a pause. */
function isBetweenNumbers(match: RegExpExecArray, text: string): boolean {
  return (
    /\p{Nd}$/u.test(text.slice(0, match.index)) && /^\p{Nd}/u.test(text.slice(match.index + match[0].length))
  );
}

/** A paragraph that begins with a hyphen or dash and a space is speech. */
export const dialogueDashes: TypographyRule = {
  names: { 'dialogue-dashes': 'The dash before speech at the beginning of a paragraph' },
  prepare: ({ style: { dialogueDash } }) => {
    if (dialogueDash === undefined) {
      return undefined;
    }
    const rule = replacing(
      '-–—―',
      new RegExp(`^(?:-{1,2}|[–—―])${SPACE}*(?=[\\p{L}«“„"'¿¡…])`, 'gu'),
      ({ 0: found }) => (/^-$/u.test(found) ? undefined : dialogueDash),
    );
    return { ...rule, find: (run) => (run.isParagraph ? rule.find(run) : []) };
  },
};

/** Longest number of a range that is not a year. */
const MAX_RANGE_DIGITS = 3;

/** `10-20`, `1990-95`: ends of a range in rising order; results, codes and telephone numbers stay. */
export const ranges: TypographyRule = {
  names: { ranges: 'The mark between the ends of a range of numbers' },
  prepare: ({ style: { rangeDash } }): PreparedRule | undefined => {
    if (rangeDash === undefined) {
      return undefined;
    }
    const dashed = (match: RegExpExecArray): string | undefined => {
      const { from = '', mark = '', to = '' } = match.groups ?? {};
      return isRange(from, to) ? match[0].replace(mark, rangeDash) : undefined;
    };
    return replacing('-–—', RANGE, dashed, /[-–—](?<=\p{Nd}[-–—])\p{Nd}/u);
  },
};

const RANGE =
  /(?=\p{Nd})(?<![\p{L}\p{M}\p{Nd}_/\\#+]|[.,:\-–—]|\p{Nd}[ \u00A0])(?<from>\p{Nd}{1,4})(?<mark>[-–—])(?<to>\p{Nd}{1,4})(?![\p{L}\p{Nd}_/\\–—-]|[.,:]\p{Nd}|[ \u00A0]\p{Nd})/gu;

function isRange(from: string, to: string): boolean {
  const [low, high] = [Number(from), Number(to)];
  if (from.length === 4) {
    const isYear = low >= 1000 && low < 2200;
    return (
      isYear && ((to.length === 4 && high > low && high < 2200) || (to.length === 2 && high > low % 100))
    );
  }
  return from.length <= MAX_RANGE_DIGITS && to.length <= MAX_RANGE_DIGITS && high > low;
}
