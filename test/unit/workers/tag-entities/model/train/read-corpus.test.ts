import { describe, expect, it } from 'vitest';
import { contractPortuguese } from '../../../../../../workers/tag-entities/model/train/contract-portuguese.ts';
import type { MarkedSentence } from '../../../../../../workers/tag-entities/model/train/corpus.ts';
import { readCorpus } from '../../../../../../workers/tag-entities/model/train/read-corpus.ts';

function shown(sentences: readonly MarkedSentence[] | undefined): readonly string[] {
  return (sentences ?? []).flatMap(({ text, names }) =>
    names.map(({ start, end, type }) => `${type} ${text.slice(start, end)}`),
  );
}

describe('readCorpus', () => {
  it('counts offsets of JSON Lines in code points', () => {
    const line = JSON.stringify({
      text: '😀 Ana left Lima',
      entities: [{ start: 2, end: 5, type: 'person' }],
    });
    expect(shown(readCorpus('a', line, 'en')[0]?.sentences)).toEqual(['PER Ana']);
  });

  it('leaves out lines of another language', () => {
    expect(readCorpus('a', '{"lang":"pt","text":"Ana","entities":[]}', 'en')).toEqual([]);
  });

  it('cuts documents into sentences, never inside a name', () => {
    const text = 'He works at Yahoo! Inc. now.\nDr. Lee left. It rained.';
    const start = text.indexOf('Yahoo');
    const line = JSON.stringify({ text, entities: [{ start, end: start + 11, type: 'ORG' }] });
    const [document] = readCorpus('a', line, 'en');
    expect(document?.sentences.map((sentence) => sentence.text)).toEqual([
      'He works at Yahoo! Inc. now.',
      'Dr. Lee left.',
      'It rained.',
    ]);
    expect(shown(document?.sentences)).toEqual(['ORG Yahoo! Inc.']);
  });

  it('reads columns with one document between two marks', () => {
    const columns =
      '-DOCSTART- O\n\nAna NNP B-PER\nRuiz NNP I-PER\nleft VBD O\n\n-DOCSTART- O\n\nIn IN O\nLima NNP I-LOC\n';
    const read = readCorpus('c', columns, 'en');
    expect(read.map(({ sentences }) => shown(sentences))).toEqual([['PER Ana Ruiz'], ['LOC Lima']]);
  });

  it('notes that a corpus marks no other names', () => {
    const line = JSON.stringify({ text: 'Ana', entities: [{ start: 0, end: 3, type: 'PER' }] });
    expect(readCorpus('a', line, 'en')[0]?.withoutMisc).toBe(true);
    expect(readCorpus('a', line.replace('PER', 'MISC'), 'en')[0]?.withoutMisc).toBeUndefined();
  });
});

describe('contractPortuguese', () => {
  it('joins preposition and article, and names keep their words', () => {
    const text = 'Em o Brasil, a prefeita de o Rio falou';
    const names = [
      { start: 5, end: 11, type: 'LOC' as const },
      { start: 29, end: 32, type: 'LOC' as const },
    ];
    const contracted = contractPortuguese({ text, names });
    expect(contracted.text).toBe('No Brasil, a prefeita do Rio falou');
    expect(shown([contracted])).toEqual(['LOC Brasil', 'LOC Rio']);
  });
});
