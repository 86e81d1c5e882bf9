import type { MarkedSentence } from './corpus.ts';

const SENTENCE_END =
  /(?<=[\p{Ll}\p{N}\p{Pe}\p{Pf}"”’%][.!?]["”’)]?|[。！？])\s+(?=["“‘(]?[\p{Lu}\p{N}])|(?<=[。！？])|\n+/gu;
const ABBREVIATION =
  /(?:^|[\s(])(?:\p{Lu}|Mr|Mrs|Ms|Dr|Prof|St|Sen|Rep|Gov|Gen|Col|Capt|Lt|Sgt|No|vs|Jr|Sr|Inc|Co|Corp|Ltd)\.$/u;

/** Cuts a text into sentences at line ends and full stops, never inside a name. */
export function splitSentences({ text, names }: MarkedSentence): readonly MarkedSentence[] {
  const sentences: MarkedSentence[] = [];
  let from = 0;
  const cut = (to: number, next: number): void => {
    if (text.slice(from, to).trim() !== '') {
      const start = from;
      sentences.push({
        text: text.slice(start, to),
        names: names
          .filter((name) => name.start >= start && name.end <= to)
          .map((name) => ({ ...name, start: name.start - start, end: name.end - start })),
      });
    }
    from = next;
  };
  for (const match of text.matchAll(SENTENCE_END)) {
    const at = match.index;
    const next = at + match[0].length;
    const isInside = names.some(({ start, end }) => start < next && at < end);
    if (!isInside && !ABBREVIATION.test(text.slice(Math.max(0, at - 8), at))) {
      cut(at, next);
    }
  }
  cut(text.length, text.length);
  return sentences;
}
