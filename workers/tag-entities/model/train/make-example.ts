import { nameTokens } from '../../name-tokens.ts';
import { documentFacts } from '../document-facts.ts';
import { type DocumentVotes, MOST_VOTE_FEATURES, writeVoteFeatures } from '../document-votes.ts';
import {
  MOST_FEATURES,
  NEIGHBOURS,
  neighbourFeature,
  type ReadText,
  writeFeatures,
  writeFormFeatures,
} from '../features.ts';
import { labelsOfName } from '../labels.ts';
import type { TokenRange } from '../lattice.ts';
import type { Lexicon } from '../lexicon.ts';
import { type TaggerText, taggerText } from '../tagger-text.ts';
import { textContext } from '../text-context.ts';
import { EDGE, type WordForm } from '../word-form.ts';
import type { MarkedDocument, MarkedName } from './corpus.ts';
import type { Example } from './learn-weights.ts';

/** What texts are read with. */
export interface Reading {
  readonly language: string;
  readonly lexicon: Lexicon;
  readonly formOf: (text: string) => WordForm;
}

/** A document as text for the tagger and as numbers for learning. */
export interface MarkedExample extends Example {
  readonly text: TaggerText;
}

/** Turns a marked document into an example. Names that fit no tokens take the tokens they touch. */
export function makeExample(document: MarkedDocument, reading: Reading): MarkedExample {
  const segments = document.sentences.map(({ text }) => ({
    text,
    tokens: nameTokens(text, reading.language),
  }));
  const text = taggerText(segments, reading.formOf);
  const read: ReadText = { text, context: textContext(text, reading.lexicon), facts: documentFacts(text) };
  const size = text.forms.length;
  const features: number[] = [];
  const bounds = new Int32Array(size + 1);
  const row = new Int32Array(MOST_FEATURES);
  const labels = new Uint8Array(size);
  for (const [segment, { names }] of document.sentences.entries()) {
    const from = text.offsets[segment] ?? 0;
    const to = text.offsets[segment + 1] ?? 0;
    for (let at = from; at < to; at += 1) {
      let count = writeFeatures(read, at, { from, to, trust: text.trust[segment] ?? 0 }, row);
      count = writeFormFeatures(text.forms[at] ?? EDGE, row, count);
      for (const [place, distance] of NEIGHBOURS.entries()) {
        const other = at + distance;
        row[count] = neighbourFeature(
          place,
          (other >= from && other < to ? text.forms[other] : undefined) ?? EDGE,
        );
        count += 1;
      }
      for (let index = 0; index < count; index += 1) {
        features.push(row[index] ?? 0);
      }
      bounds[at + 1] = features.length;
    }
    for (const name of names) {
      markName(text, name, { from, to }, labels);
    }
  }
  return {
    text,
    features: Int32Array.from(features),
    bounds,
    offsets: text.offsets,
    labels,
    withoutMisc: document.withoutMisc === true,
  };
}

/** Labels the tokens that a name touches, but for those of a name before it. */
function markName(
  { starts, ends }: TaggerText,
  { start, end, type }: MarkedName,
  { from, to }: TokenRange,
  labels: Uint8Array,
): void {
  const touched: number[] = [];
  for (let at = from; at < to; at += 1) {
    if ((starts[at] ?? 0) < end && (ends[at] ?? 0) > start && labels[at] === 0) {
      touched.push(at);
    }
  }
  const named = labelsOfName(type, touched.length);
  for (const [index, at] of touched.entries()) {
    labels[at] = named[index] ?? 0;
  }
}

/** The example with what a first reading of the document says of each word. */
export function withVotes(example: MarkedExample, votes: DocumentVotes, first: Uint8Array): MarkedExample {
  const size = example.labels.length;
  const features: number[] = [];
  const bounds = new Int32Array(size + 1);
  const row = new Int32Array(MOST_VOTE_FEATURES);
  for (let at = 0; at < size; at += 1) {
    for (let index = example.bounds[at] ?? 0; index < (example.bounds[at + 1] ?? 0); index += 1) {
      features.push(example.features[index] ?? 0);
    }
    const count = writeVoteFeatures({ text: example.text, votes, labels: first }, at, row);
    for (let index = 0; index < count; index += 1) {
      features.push(row[index] ?? 0);
    }
    bounds[at + 1] = features.length;
  }
  return { ...example, features: Int32Array.from(features), bounds };
}
