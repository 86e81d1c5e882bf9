import { weekdayNumber } from '../dates/date-words.ts';
import type { DocumentView, SegmentView } from '../document-view.ts';
import type { NameToken } from '../name-tokens.ts';
import { FUNCTION_WORDS, ORG_HEADS, PARTICLES } from './name-words.ts';

/** Capitalised words that stand together: tokens `[from, to)` of a segment. */
export interface NameRun {
  readonly segment: SegmentView;
  readonly from: number;
  readonly to: number;
  /** Nothing but quotes stands before it: its first capital may be the sentence's. */
  readonly opensSentence: boolean;
}

const INSIDE_ORG: ReadonlySet<string> = new Set(['of', 'for', 'and', 'the', '&']);

/**
 * Finds runs of capitalised words. A person's particles ("de la") join; "of", "for" and "and" join
 * behind the head word of an organization ("Ministry of Health and Welfare"). Months, weekdays and
 * the sentence's first word, where it is an everyday one, are no part of a run.
 */
export function nameRuns(view: DocumentView, segment: SegmentView): readonly NameRun[] {
  const runs: NameRun[] = [];
  const firstWord = segment.tokens.findIndex(({ kind }) => kind === 'word' || kind === 'number');
  let at = 0;
  while (at < segment.tokens.length) {
    const opens = at === firstWord;
    if (!startsRun(view, segment.tokens, at, opens)) {
      at += 1;
      continue;
    }
    const to = endOfRun(segment.tokens, at);
    runs.push({ segment, from: at, to, opensSentence: opens });
    at = to;
  }
  return runs;
}

function startsRun(view: DocumentView, tokens: readonly NameToken[], at: number, opens: boolean): boolean {
  const token = tokens[at];
  if (token === undefined || !isCapitalised(token)) {
    return false;
  }
  return !opens || !(FUNCTION_WORDS.has(token.key) || view.lowerWords.has(token.key));
}

function endOfRun(tokens: readonly NameToken[], from: number): number {
  let to = from + 1;
  let inOrg = ORG_HEADS.has(tokens[from]?.key ?? '');
  while (to < tokens.length && tokens[to - 1]?.possessive !== true) {
    const next = joinedBy(tokens, to, inOrg);
    if (next === undefined) {
      break;
    }
    inOrg ||= ORG_HEADS.has(tokens[next - 1]?.key ?? '');
    to = next;
  }
  return to;
}

/** One past the next capitalised word, where what stands between belongs to a name. */
function joinedBy(tokens: readonly NameToken[], at: number, inOrg: boolean): number | undefined {
  let next = at;
  for (let skipped = 0; skipped <= 3; skipped += 1) {
    const token = tokens[next];
    if (token === undefined) {
      return undefined;
    }
    if (isCapitalised(token)) {
      return next + 1;
    }
    const hyphen = token.text === '-' && token.glued && tokens[next + 1]?.glued === true;
    const initial = token.text === '.' && token.glued && tokens[next - 1]?.text.length === 1;
    const joins = PARTICLES.has(token.text) || (inOrg && INSIDE_ORG.has(token.text)) || token.text === '&';
    if (!hyphen && !initial && !joins) {
      return undefined;
    }
    next += 1;
  }
  return undefined;
}

function isCapitalised({ kind, casing, key, text }: NameToken): boolean {
  if (kind !== 'word' || (casing !== 'capital' && casing !== 'upper')) {
    return false;
  }
  return text !== 'I' && !isCalendarWord(key);
}

function isCalendarWord(key: string): boolean {
  return weekdayNumber(key) > 0 || MONTH_WORD.test(key);
}

/** Without "may": it is a surname and a verb. */
const MONTH_WORD = /^(?:january|february|march|april|june|july|august|september|october|november|december)$/u;
