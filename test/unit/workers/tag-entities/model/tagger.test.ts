import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PipelineError } from '../../../../../shared/errors/errors.ts';
import { readTaggerModel, writeTaggerModel } from '../../../../../workers/tag-entities/model/model-file.ts';
import { createTagger, type TaggedName } from '../../../../../workers/tag-entities/model/tagger.ts';
import { readCorpus } from '../../../../../workers/tag-entities/model/train/read-corpus.ts';
import { scoreTagger } from '../../../../../workers/tag-entities/model/train/score-tagger.ts';
import { trainTagger } from '../../../../../workers/tag-entities/model/train/train-tagger.ts';
import { nameTokens } from '../../../../../workers/tag-entities/name-tokens.ts';

const PEOPLE = ['Ana Ruiz', 'Peter Okoro', 'Ilse Brandt', 'Wei Chen', 'Omar Haddad', 'Nina Petrova'];
const PLACES = ['Karachi', 'Nairobi', 'Turnberry', 'Lima', 'Kisumu', 'Oslo'];

/** Sentences of two patterns, marked, as lines of a corpus. */
const CORPUS = PEOPLE.flatMap((person) =>
  PLACES.map((place) => {
    const text = `Mayor ${person} said on Monday that schools in ${place} will close.`;
    const entities = [person, place].map((name, at) => ({
      start: text.indexOf(name),
      end: text.indexOf(name) + name.length,
      type: at === 0 ? 'PER' : 'LOC',
    }));
    return JSON.stringify({ text, entities });
  }),
).join('\n');

const documents = readCorpus('towns', CORPUS, 'en');
const lexicon = {
  gazetteers: [
    {
      name: 'places.jsonl',
      content: '{"id":"Q1","type":"LOC","names":{"en":["Lima","Port Harcourt"]}}',
    },
  ],
  lists: [{ name: 'names.txt', content: 'title\tMayor, Dr.\ngiven\tAna, Wei' }],
  names: [{ name: 'words.tsv', content: 'ruiz\tруис\t90\nchen\tчен\t500' }],
  texts: [{ name: 'text', content: 'The schools will close. All schools will close; the schools said so.' }],
};
const model = trainTagger({ documents, lexicon }, { language: 'en', passes: 4, seed: 1 });

function tag(sentences: readonly string[], used = model): readonly TaggedName[] {
  return createTagger(used)(sentences.map((text) => ({ text, tokens: nameTokens(text, 'en') })));
}

describe('a trained tagger', () => {
  it('finds names that it has never seen, by what stands around them', () => {
    const sentence = 'Mayor Pilar Quell said on Monday that schools in Dodoma will close.';
    expect(tag([sentence]).map(({ start, end, type }) => `${type} ${sentence.slice(start, end)}`)).toEqual([
      'PER Pilar Quell',
      'LOC Dodoma',
    ]);
  });

  it('gives each name its segment and a confidence from a half to one', () => {
    const names = tag(['Mayor Ana Ruiz said on Monday that schools in Lima will close.', 'She left.']);
    expect(names.filter(({ segment }) => segment === 0)).toHaveLength(2);
    for (const { confidence } of names) {
      expect(confidence).toBeGreaterThan(0.5);
      expect(confidence).toBeLessThanOrEqual(1);
    }
  });

  it('is the same, byte for byte, when trained again', { timeout: 60_000 }, () => {
    const again = trainTagger({ documents, lexicon }, { language: 'en', passes: 4, seed: 1 });
    expect(writeTaggerModel(again).equals(writeTaggerModel(model))).toBe(true);
  });

  it('reads as it was written', () => {
    const read = readTaggerModel(writeTaggerModel(model), 'model.bin');
    expect(read.weights).toEqual(model.weights);
    expect(read.transitions).toEqual(model.transitions);
    expect(read.lexicon.size).toBe(model.lexicon.size);
    expect(scoreTagger(read, documents)).toEqual(scoreTagger(model, documents));
    expect(scoreTagger(read, documents)['all']?.f1).toBeGreaterThan(0.95);
  });

  it('is refused where a byte of its file is wrong', () => {
    const file = writeTaggerModel(model);
    const damaged = Buffer.from(file);
    damaged[file.length - 3] = (damaged[file.length - 3] ?? 0) ^ 1;
    expect(() => readTaggerModel(damaged, 'model.bin')).toThrow(PipelineError);
    expect(() => readTaggerModel(Buffer.from('no model at all'), 'model.bin')).toThrow('model.bin');
  });

  it('keeps names inside their segment, apart and in order, whatever the text', () => {
    const words = fc.constantFrom(
      'Mayor',
      'Ana',
      'ruiz',
      'LIMA',
      'U.S.',
      '.',
      '😀',
      'é́',
      '李',
      '\n',
      ' ',
      '-',
    );
    fc.assert(
      fc.property(fc.array(words, { maxLength: 60 }), (parts) => {
        const text = parts.join(' ');
        let last = 0;
        for (const { start, end } of tag([text])) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          last = end;
        }
        expect(last).toBeLessThanOrEqual(text.length);
      }),
      { numRuns: 50 },
    );
  });
});
