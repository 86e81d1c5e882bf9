import { nameTokens } from '../../name-tokens.ts';
import { NAME_TYPES } from '../labels.ts';
import { createTagger } from '../tagger.ts';
import type { TaggerModel } from '../tagger-model.ts';
import type { MarkedDocument } from './corpus.ts';
import { harmonize } from './harmonize.ts';

/** How a tagger's names agree with marked ones, span and type exactly. */
export interface Agreement {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
  /** Number of marked names. */
  readonly names: number;
}

/** Tags documents and compares, by type and over all types that the documents mark. */
export function scoreTagger(
  model: TaggerModel,
  documents: readonly MarkedDocument[],
): Readonly<Record<string, Agreement>> {
  const tag = createTagger(model);
  const counts = new Map<string, { found: number; marked: number; right: number }>();
  const count = (type: string, key: 'found' | 'marked' | 'right'): void => {
    for (const name of [type, 'all']) {
      const own = counts.get(name) ?? { found: 0, marked: 0, right: 0 };
      own[key] += 1;
      counts.set(name, own);
    }
  };
  for (const document of documents) {
    const sentences = document.sentences.map((sentence) => harmonize(sentence, model.lexicon));
    const segments = sentences.map(({ text }) => ({ text, tokens: nameTokens(text, model.language) }));
    const marked = new Set<string>();
    for (const [segment, { names }] of sentences.entries()) {
      for (const { start, end, type } of names) {
        marked.add(`${segment} ${start} ${end} ${type}`);
        count(type, 'marked');
      }
    }
    for (const { segment, start, end, type } of tag(segments)) {
      if (type === 'MISC' && document.withoutMisc === true) {
        continue;
      }
      count(type, 'found');
      if (marked.has(`${segment} ${start} ${end} ${type}`)) {
        count(type, 'right');
      }
    }
  }
  return Object.fromEntries(
    [...NAME_TYPES, 'all'].flatMap((type) => {
      const own = counts.get(type);
      return own === undefined || own.marked === 0 ? [] : [[type, agreementOf(own)]];
    }),
  );
}

function agreementOf({ found, marked, right }: Record<'found' | 'marked' | 'right', number>): Agreement {
  return {
    precision: found === 0 ? 0 : right / found,
    recall: right / marked,
    f1: (2 * right) / (found + marked),
    names: marked,
  };
}
