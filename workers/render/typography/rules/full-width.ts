import { type PreparedRule, type RuleSettings, type TypographyRule } from '../rule.ts';
import type { Edit, TextRun } from '../text-run.ts';

const WIDE = String.raw`\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303F\u30FB\u30FC\uFF01-\uFF0F\uFF1A-\uFF20\uFF5E`;
const WIDE_BEFORE = new RegExp(`[${WIDE}]["'“”‘’」』）》)]*$`, 'u');
const WIDE_AFTER = new RegExp(`^["'“”‘’」』]*\\s*["'“‘「『（《(]*[${WIDE}]`, 'u');
const HAS_WIDE = new RegExp(`[${WIDE}]`, 'u');
const SPACES_BEFORE = /[ \u00A0]+$/u;
const SPACES_AFTER = /^[ \u00A0]+/u;

/**
 * Full-width punctuation and brackets beside Chinese and Japanese; inside Latin words, numbers and
 * times they stay half-width. A full-width mark brings its own space.
 */
export const fullWidth: TypographyRule = {
  names: {
    'full-width': 'Full-width punctuation beside Chinese and Japanese',
    brackets: 'Full-width brackets around or beside Chinese and Japanese',
  },
  prepare: (settings): PreparedRule | undefined => {
    const marks = settings.style.fullWidth;
    return marks === undefined
      ? undefined
      : { triggers: Object.keys(marks).join(''), find: (run) => findEdits(run, marks, settings) };
  },
};

function findEdits(
  run: TextRun,
  marks: Readonly<Record<string, string>>,
  settings: RuleSettings,
): readonly Edit[] {
  const { text } = run;
  if (!HAS_WIDE.test(text)) {
    return [];
  }
  const edits: Edit[] = [];
  const pairs = settings.isOn('brackets')
    ? widePairs(text, settings.style.wideBrackets === 'beside')
    : new Set<number>();
  for (const match of text.matchAll(/[,.:;!?()]/gu)) {
    const wide = marks[match[0]];
    const isBracket = match[0] === '(' || match[0] === ')';
    const fits = isBracket
      ? pairs.has(match.index)
      : settings.isOn('full-width') && isWideMark(text, match.index);
    if (wide !== undefined && wide !== match[0] && fits) {
      edits.push(...withoutSpaces(text, match.index, wide, isBracket ? match[0] : ''));
    }
  }
  return edits;
}

/** The mark, and the plain spaces on its sides that a full-width mark makes superfluous. */
function withoutSpaces(text: string, at: number, wide: string, bracket: string): Edit[] {
  const before =
    bracket === ')' || bracket === '' || bracket === '(' ? SPACES_BEFORE.exec(text.slice(0, at)) : null;
  const after = SPACES_AFTER.exec(text.slice(at + 1));
  return [
    ...(before === null ? [] : [{ start: at - before[0].length, end: at, text: '' }]),
    { start: at, end: at + 1, text: wide },
    ...(after === null ? [] : [{ start: at + 1, end: at + 1 + after[0].length, text: '' }]),
  ];
}

function isWideMark(text: string, at: number): boolean {
  const mark = text.charAt(at);
  const before = text.slice(0, at).replace(SPACES_BEFORE, '');
  const after = text.slice(at + 1).replace(SPACES_AFTER, '');
  if (text.charAt(at + 1) === mark || text.charAt(at - 1) === mark) {
    return /[!?]/u.test(mark) && WIDE_BEFORE.test(before.replace(/[!?！？]+$/u, ''));
  }
  if (mark === ',' && /^[\p{Script=Latin}\p{Nd}]/u.test(text.slice(at + 1))) {
    // A list without spaces is no English one; a thousand has digits on both sides.
    return before !== '' && !(/^\p{Nd}/u.test(text.slice(at + 1)) && /\p{Nd}$/u.test(text.slice(0, at)));
  }
  if (
    /^[\p{Nd}\p{Script=Latin}]/u.test(text.slice(at + 1)) &&
    /[\p{Nd}\p{Script=Latin}]$/u.test(text.slice(0, at))
  ) {
    return false; // 12:30, 3,000, Node.js
  }
  if (before === '') {
    return false;
  }
  if (mark === '.') {
    return isSentenceEnd(before, after);
  }
  return WIDE_BEFORE.test(before) || WIDE_AFTER.test(after) || (isLast(after) && /[!?:;]/u.test(mark));
}

/** A full stop after Chinese or Japanese, or at the end of a sentence that has such text. */
function isSentenceEnd(before: string, after: string): boolean {
  if (WIDE_BEFORE.test(before)) {
    return isLast(after) || WIDE_AFTER.test(after) || /^[\p{Script=Latin}\p{Nd}\uFFFC]/u.test(after);
  }
  const isAbbreviation = /(?:^|[^\p{L}])(?:Inc|Ltd|Co|Corp|Jr|Sr|Dr|Mr|Mrs|Ms|St|vs|No|etc|al)$/u.test(
    before,
  );
  const sentence = before.slice(Math.max(before.lastIndexOf('。'), before.lastIndexOf('. ')) + 1);
  const isInitial = /(?:^|[^\p{L}])\p{Lu}$/u.test(before) && !isLast(after);
  return (
    !isAbbreviation && !isInitial && HAS_WIDE.test(sentence) && (isLast(after) || WIDE_AFTER.test(after))
  );
}

function isLast(after: string): boolean {
  return /^["'”’」』）》)\s]*$/u.test(after);
}

/** Positions of bracket pairs that hold or touch Chinese or Japanese. */
function widePairs(text: string, isBesideEnough: boolean): ReadonlySet<number> {
  const wide = new Set<number>();
  const opened: number[] = [];
  for (const match of text.matchAll(/[()]/gu)) {
    if (match[0] === '(') {
      opened.push(match.index);
      continue;
    }
    const from = opened.pop();
    if (from === undefined) {
      continue;
    }
    const outside = text.slice(0, from).replace(SPACES_BEFORE, '');
    const beyond = text.slice(match.index + 1).replace(SPACES_AFTER, '');
    const touches = (WIDE_BEFORE.test(outside) && !isCall(text, from)) || WIDE_AFTER.test(beyond);
    if (HAS_WIDE.test(text.slice(from + 1, match.index)) || (isBesideEnough && touches)) {
      wide.add(from).add(match.index);
    }
  }
  return wide;
}

/** `f(x)`: a bracket that is written onto a Latin word belongs to it. */
function isCall(text: string, at: number): boolean {
  return /[\p{Script=Latin}\p{Nd}_]$/u.test(text.slice(0, at));
}
