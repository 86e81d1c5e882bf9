import { describe, expect, it } from 'vitest';
import {
  CASES_FOLDER,
  isCutRight,
  readSegmentationCases,
} from '../../../../bench/normalize/segmentation-cases.ts';
import { deps } from '../support.ts';

const languages = [...readSegmentationCases(CASES_FOLDER)];

describe('sentenceBreaksOf', () => {
  it.each(languages)('cuts every case of "%s" as it is written', (language, cases) => {
    const cutter = deps.sentenceBreaksOf(language);
    expect(cases.length).toBeGreaterThanOrEqual(20);
    expect(cases.filter((one) => !isCutRight(one, cutter))).toEqual([]);
  });
});
