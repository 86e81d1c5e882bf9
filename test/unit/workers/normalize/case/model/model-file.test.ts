import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { FEATURE_PLACES } from '../../../../../../workers/normalize/case/model/case-features.ts';
import type { CaseModel } from '../../../../../../workers/normalize/case/model/case-model.ts';
import { readModel, writeModel } from '../../../../../../workers/normalize/case/model/model-file.ts';
import { deps } from '../../support.ts';

const MODEL: CaseModel = {
  language: 'en',
  words: new Map([
    ['nato', { lower: 0, capital: 6, person: 0, isPlace: false, form: 'NATO' }],
    ['łódź', { lower: 15, capital: 1, person: 2, isPlace: true }],
  ]),
  weights: Int8Array.from({ length: FEATURE_PLACES }, (_, index) => (index % 255) - 127),
  scale: 0.04,
};

describe('a model file', () => {
  it('gives back what was written', () => {
    expect(readModel(writeModel(MODEL, ['own words, CC0']))).toEqual(MODEL);
  });

  it('is refused where it is cut off', () => {
    const content = Buffer.from(
      `${JSON.stringify({ version: 1, language: 'en', scale: 1, wordBytes: 0, sources: [] })}\nabc`,
    );
    expect(() => readModel(gzipSync(content))).toThrow('3 weights, expected');
  });

  it('is small, and names a word as news does', () => {
    const model = deps.lexiconOf('en').model;
    expect(model?.words.get('nasa')).toMatchObject({ form: 'NASA' });
    expect(model?.words.get('with')).toMatchObject({ capital: 0 });
  });
});
