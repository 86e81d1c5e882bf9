import { joinHashes } from './hashes.ts';
import { flagsOf, LEXICON, type Lexicon, LONGEST_PHRASE } from './lexicon.ts';
import type { TaggerText } from './tagger-text.ts';
import { CASE, type WordForm } from './word-form.ts';

/** What stands around each token of a document: the run of capitals it is in, the known phrase it is part of. */
export interface TextContext {
  /** First token of the run of capitalised words; the token itself outside a run. */
  readonly runStart: Int32Array;
  /** One past the last token of the run; equal to `runStart` outside a run. */
  readonly runEnd: Int32Array;
  /** Bits of the longest known phrase over the token, times four, plus 1 first, 2 inside, 3 last. */
  readonly phrase: Int32Array;
}

/** Small words that stand inside names of several capitalised words. */
const JOINERS: ReadonlySet<string> = new Set(
  '- & of the de la del las los da das do dos du di van von der den ter bin ibn al el le ben y e'.split(' '),
);

/** Reads the surroundings of every token once. */
export function textContext(text: TaggerText, lexicon: Lexicon): TextContext {
  const size = text.forms.length;
  const context: TextContext = {
    runStart: new Int32Array(size),
    runEnd: new Int32Array(size),
    phrase: new Int32Array(size),
  };
  for (let segment = 0; segment + 1 < text.offsets.length; segment += 1) {
    const from = text.offsets[segment] ?? 0;
    const to = text.offsets[segment + 1] ?? 0;
    markRuns(text, context, from, to);
    markPhrases(text, context, { from, to, lexicon });
  }
  return context;
}

function markRuns({ forms }: TaggerText, { runStart, runEnd }: TextContext, from: number, to: number): void {
  let at = from;
  while (at < to) {
    const end = isCapitalised(forms[at]) ? endOfRun(forms, at, to) : at;
    const stop = Math.max(end, at + 1);
    runStart.fill(at, at, stop);
    runEnd.fill(end, at, stop);
    at = stop;
  }
}

function endOfRun(forms: readonly WordForm[], from: number, to: number): number {
  let end = from + 1;
  for (let next = end; next < to && next - end < 3; next += 1) {
    if (isCapitalised(forms[next])) {
      end = next + 1;
    } else if (!JOINERS.has(forms[next]?.key ?? '')) {
      break;
    }
  }
  return end;
}

function isCapitalised(form: WordForm | undefined): boolean {
  const casing = form?.casing;
  return casing === CASE.capital || casing === CASE.upper || casing === CASE.mixed;
}

interface PhraseRange {
  readonly from: number;
  readonly to: number;
  readonly lexicon: Lexicon;
}

function markPhrases(
  { forms }: TaggerText,
  { phrase }: TextContext,
  { from, to, lexicon }: PhraseRange,
): void {
  let at = from;
  while (at < to) {
    let hash = forms[at]?.word ?? 0;
    let bits = 0;
    let end = at;
    let goesOn = forms[at]?.opens === true;
    for (let next = at + 1; next < to && next - at < LONGEST_PHRASE && goesOn; next += 1) {
      hash = joinHashes(hash, forms[next]?.word ?? 0);
      const own = flagsOf(lexicon, hash);
      goesOn = (own & LEXICON.opens) !== 0;
      const kinds = own & (LEXICON.place | LEXICON.town | LEXICON.organization | LEXICON.person);
      if (kinds !== 0) {
        bits = kinds;
        end = next + 1;
      }
    }
    if (end === at) {
      at += 1;
      continue;
    }
    phrase.fill(bits * 4 + 2, at, end);
    phrase[at] = bits * 4 + 1;
    phrase[end - 1] = bits * 4 + 3;
    at = end;
  }
}
