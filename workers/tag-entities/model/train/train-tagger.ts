import { documentVotes } from '../document-votes.ts';
import type { TaggerModel } from '../tagger-model.ts';
import { wordFormReader } from '../word-form.ts';
import { compileLexicon, type LexiconSources } from './compile-lexicon.ts';
import { contractPortuguese } from './contract-portuguese.ts';
import type { MarkedDocument, MarkedSentence } from './corpus.ts';
import { harmonize } from './harmonize.ts';
import { labelExample, learnWeights, randomNumbers } from './learn-weights.ts';
import { type MarkedExample, makeExample, type Reading, withVotes } from './make-example.ts';
import { packModel } from './pack-model.ts';
import { roughenCase } from './roughen-case.ts';

/** What a tagger is trained from. */
export interface TrainingTexts {
  readonly documents: readonly MarkedDocument[];
  readonly lexicon: LexiconSources;
}

/** How it is trained. */
export interface Training {
  readonly language: string;
  /** How often the documents are gone through. */
  readonly passes: number;
  readonly seed: number;
}

/** Share of the documents that are learned from a second time in other case. */
const ROUGHENED = 0.4;
/** Parts of which each is labelled by what was learned from the others. */
const PARTS = 4;
/** Passes over the other parts: what they label need not be perfect. */
const PASSES_OF_PARTS = 4;
/** A feature that occurs less often is left out. */
const MIN_COUNT = 2;

/**
 * Trains a tagger. Each document is learned from twice, as it will be read: once without and once with
 * what a first reading says of its words; for the first reading, weights are used that have never
 * seen the document. The same texts and seed give the same model.
 */
export function trainTagger(texts: TrainingTexts, training: Training): TaggerModel {
  const { language, passes, seed } = training;
  const lexicon = compileLexicon(texts.lexicon, language);
  const reading: Reading = { language, lexicon, formOf: wordFormReader(lexicon) };
  const random = randomNumbers(seed);
  const parts: MarkedExample[][] = Array.from({ length: PARTS }, () => []);
  for (const [at, raw] of texts.documents.entries()) {
    const document = {
      ...raw,
      sentences: raw.sentences.map((sentence, place) =>
        harmonize(asWritten(sentence, place, language), lexicon),
      ),
    };
    const part = parts[at % PARTS];
    part?.push(makeExample(document, reading));
    if (random() < ROUGHENED) {
      part?.push(makeExample(roughenCase(document, random), reading));
    }
  }
  const examples = parts.flatMap((own, at) => {
    const others = parts.filter((_, other) => other !== at).flat();
    const weights = learnWeights(others, { passes: PASSES_OF_PARTS, seed, minCount: MIN_COUNT });
    return own.flatMap((example) => {
      const first = labelExample(weights, example);
      return [example, withVotes(example, documentVotes(example.text, first), first)];
    });
  });
  return packModel(learnWeights(examples, { passes, seed, minCount: MIN_COUNT }), { language, lexicon });
}

/** Every second sentence of a Portuguese corpus is contracted: both ways of writing are met. */
function asWritten(sentence: MarkedSentence, place: number, language: string): MarkedSentence {
  return language === 'pt' && place % 2 === 1 ? contractPortuguese(sentence) : sentence;
}
