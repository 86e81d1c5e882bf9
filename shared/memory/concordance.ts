import { z } from 'zod';
import type { Span } from '../document/span.ts';
import { fold } from '../text/fold.ts';
import { tokenize } from '../text/tokenize.ts';

/** How texts are searched. */
export const CONCORDANCE_MODES = ['words', 'phrase', 'regex'] as const;
export const ConcordanceMode = z.enum(CONCORDANCE_MODES);
export type ConcordanceMode = z.infer<typeof ConcordanceMode>;

/** Tells for each text where the query stands in it; a text without it has no span. */
export type FindSpans = (texts: readonly string[]) => readonly (readonly Span[])[];

/**
 * Makes the search for words or a phrase; case, accents of Latin letters and forms of the apostrophe
 * make no difference.
 *
 * - `words`: all of them, in any order; `translat*` stands for every word that begins so
 * - `phrase`: these words, one after the other, whatever marks stand between them
 *
 * In scripts without spaces a word is found wherever its characters stand. A query without any word
 * finds nothing.
 */
export function findWords(query: string, mode: 'words' | 'phrase'): FindSpans {
  const wanted = wantedWords(query);
  const spansOf = mode === 'words' ? anyOrder : inOrder;
  return (texts) =>
    texts.map((text) => {
      const folded = fold(text);
      const mayMatch = wanted.length > 0 && wanted.every(({ form }) => folded.includes(form));
      return mayMatch ? spansOf(text, wanted) : [];
    });
}

interface WantedWord {
  readonly form: string;
  /** Its beginning is enough. */
  readonly isStem: boolean;
  /** Of a script without spaces: it may begin and end anywhere. */
  readonly isDense: boolean;
}

const DENSE = /[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Thai}\p{scx=Laoo}\p{scx=Khmr}\p{scx=Mymr}]/u;

function wantedWords(query: string): readonly WantedWord[] {
  return query.split(/\s+/u).flatMap((part): readonly WantedWord[] => {
    if (DENSE.test(part)) {
      const runs = part.match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
      return runs.map((run) => ({ form: fold(run), isStem: false, isDense: true }));
    }
    const words = wordsOf(part);
    return words.map(({ form, end }) => ({ form, isStem: part[end] === '*', isDense: false }));
  });
}

function anyOrder(text: string, wanted: readonly WantedWord[]): readonly Span[] {
  const words = wordsOf(text);
  const found = wanted.map((word) =>
    word.isDense ? placesOf(word.form, text) : words.filter((each) => isForm(each.form, word)),
  );
  return found.some((places) => places.length === 0) ? [] : withoutOverlaps(found.flat());
}

function inOrder(text: string, wanted: readonly WantedWord[]): readonly Span[] {
  if (wanted.some(({ isDense }) => isDense)) {
    return placesOf(wanted.map(({ form }) => form).join(''), text);
  }
  const words = wordsOf(text);
  const spans = words.flatMap(({ start }, at) => {
    const run = words.slice(at, at + wanted.length);
    const isRun =
      run.length === wanted.length && wanted.every((word, index) => isForm(run[index]?.form ?? '', word));
    return isRun ? [{ start, end: run.at(-1)?.end ?? start }] : [];
  });
  return withoutOverlaps(spans);
}

function isForm(form: string, wanted: WantedWord): boolean {
  return wanted.isStem ? form.startsWith(wanted.form) : form === wanted.form;
}

function wordsOf(text: string): readonly (Span & { readonly form: string })[] {
  return tokenize(text).flatMap(({ kind, start, end, text: word }) =>
    kind === 'word' || kind === 'number' ? [{ start, end, form: fold(word) }] : [],
  );
}

/** Every place of a run of characters in lower case, which for scripts without spaces has the same length. */
function placesOf(form: string, text: string): readonly Span[] {
  const lower = text.toLowerCase();
  const places: Span[] = [];
  for (let at = lower.indexOf(form); at !== -1; at = lower.indexOf(form, at + form.length)) {
    places.push({ start: at, end: at + form.length });
  }
  return places;
}

function withoutOverlaps(spans: readonly Span[]): readonly Span[] {
  const kept: Span[] = [];
  for (const { start, end } of spans.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    if (start >= (kept.at(-1)?.end ?? 0)) {
      kept.push({ start, end });
    }
  }
  return kept;
}
