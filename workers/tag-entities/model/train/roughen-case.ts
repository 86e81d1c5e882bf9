import type { MarkedDocument, MarkedSentence } from './corpus.ts';

/** Documents in other case, so that a tagger learns not to lean on capitals alone. */
export function roughenCase(document: MarkedDocument, random: () => number): MarkedDocument {
  const kind = random();
  const change = changeOf(kind, random);
  return { ...document, id: `${document.id}~`, sentences: document.sentences.map(change) };
}

function changeOf(kind: number, random: () => number): (sentence: MarkedSentence) => MarkedSentence {
  if (kind < 0.55) {
    return (sentence) => lowerSomeNames(sentence, 0.4, random);
  }
  if (kind < 0.75) {
    return (sentence) => withText(sentence, sentence.text.toLowerCase());
  }
  if (kind < 0.85) {
    return (sentence) => (random() < 0.5 ? withText(sentence, sentence.text.toUpperCase()) : sentence);
  }
  return (sentence) =>
    random() < 0.5
      ? withText(
          sentence,
          sentence.text.replaceAll(/(?<![\p{L}'’])\p{Ll}(?=\p{L}{3})/gu, (letter) => letter.toUpperCase()),
        )
      : sentence;
}

/** A change of case that changes lengths would move the names: such a sentence stays as it is. */
function withText(sentence: MarkedSentence, text: string): MarkedSentence {
  return text.length === sentence.text.length ? { ...sentence, text } : sentence;
}

function lowerSomeNames(sentence: MarkedSentence, share: number, random: () => number): MarkedSentence {
  let { text } = sentence;
  for (const { start, end } of sentence.names) {
    if (random() < share) {
      text = `${text.slice(0, start)}${text.slice(start, end).toLowerCase()}${text.slice(end)}`;
    }
  }
  return withText(sentence, text);
}
