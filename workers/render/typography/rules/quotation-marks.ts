import { MARK_CHARACTERS } from '../quotes/find-marks.ts';
import { type QuoteMark, readMarks } from '../quotes/read-marks.ts';
import type { RuleSettings, TypographyRule } from '../rule.ts';
import type { Edit, TextRun } from '../text-run.ts';
import type { QuoteStyle } from '../typography-style.ts';

/**
 * Quotation marks of every kind become those of the house, by depth; apostrophes and the marks of
 * Hebrew abbreviations are told apart from them on the way.
 */
export const quotationMarks: TypographyRule = {
  names: {
    quotes: 'Quotation marks of the house, by depth, also over several paragraphs',
    apostrophes: 'Typographic apostrophes',
    gershayim: 'The mark of Hebrew abbreviations',
  },
  prepare: (settings) => ({ triggers: MARK_CHARACTERS, find: (run) => findEdits(run, settings) }),
};

function findEdits(run: TextRun, settings: RuleSettings): readonly Edit[] {
  const { language, quotes, style, isOn } = settings;
  const { marks, open } = readMarks(run.text, {
    language,
    quotes,
    elisions: style.elisions,
    carried: run.carriedQuotes,
  });
  run.openQuotes = open;
  const edits: Edit[] = [];
  for (const mark of marks) {
    const { role, start, end } = mark;
    if (role === 'apostrophe' && isOn('apostrophes')) {
      edits.push({ start, end, text: style.apostrophe });
    } else if (role === 'gershayim' && isOn('gershayim') && style.gershayim !== undefined) {
      edits.push({ start, end, text: style.gershayim });
    } else if (isQuotation(role) && isOn('quotes')) {
      edits.push(...quoteEdits(mark, run.text, quotes));
    }
  }
  return edits;
}

function isQuotation(role: QuoteMark['role']): boolean {
  return role === 'open' || role === 'close' || role === 'again';
}

/** The mark, and spaces inside the quotation: the house's own marks bring theirs. */
function quoteEdits(mark: QuoteMark, text: string, quotes: QuoteStyle): Edit[] {
  const [open, close] = pairAt(mark, quotes);
  const isOpening =
    mark.role === 'open' || (mark.role === 'again' && (quotes.continuation === 'open' || open === close));
  const edit = { start: mark.start, end: mark.end, text: isOpening ? open : close };
  if (mark.role === 'again' && !isOpening) {
    return [{ ...edit, text: close.trim() }];
  }
  if (mark.role === 'close') {
    const spaces = isSpace(text, mark.start - 1)
      ? (SPACES_BEFORE.exec(text.slice(0, mark.start))?.[0].length ?? 0)
      : 0;
    return [...spaceEdit(mark.start - spaces, mark.start), edit];
  }
  const spaces = isSpace(text, mark.end) ? (SPACES_AFTER.exec(text.slice(mark.end))?.[0].length ?? 0) : 0;
  return [edit, ...spaceEdit(mark.end, mark.end + spaces)];
}

const SPACES_BEFORE = /[ \u00A0\u202F\u2009]+$/u;
const SPACES_AFTER = /^[ \u00A0\u202F\u2009]+/u;

function isSpace(text: string, at: number): boolean {
  return ' \u00A0\u202F\u2009'.includes(text.charAt(at) || 'x');
}

function spaceEdit(start: number, end: number): Edit[] {
  return start === end ? [] : [{ start, end, text: '' }];
}

function pairAt({ isSingle, depth }: QuoteMark, quotes: QuoteStyle): readonly [string, string] {
  const levels = [
    quotes.primary,
    quotes.secondary,
    ...(quotes.tertiary === undefined ? [] : [quotes.tertiary]),
  ];
  if (isSingle && depth === 0) {
    return SINGLE.test(quotes.secondary[0].trim()) ? quotes.secondary : OUTER_SINGLE;
  }
  if (quotes.primary[0] === STRAIGHT) {
    return isSingle ? quotes.secondary : quotes.primary;
  }
  return levels[(isSingle ? Math.max(1, depth) : depth) % levels.length] ?? quotes.primary;
}

/** A mark that does not say which end it is: depth is a guess, and a double mark stays one. */
const STRAIGHT = '"';
const SINGLE = /^['‘’‚‹『]$/u;
/** Where the inner marks of a house are double ones, single marks of the text stay single. */
const OUTER_SINGLE: readonly [string, string] = ['‘', '’'];
