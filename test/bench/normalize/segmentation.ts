import { existsSync } from 'node:fs';
import { createNormalizeDeps } from '../../../workers/normalize/deps.ts';
import type { SentenceBreaker } from '../../../workers/normalize/segment/sentence-breaks.ts';
import type { DataFolder } from '../data-folder.ts';
import { median, type Row } from '../report.ts';
import type { Measure } from './measure.ts';
import { agreement, publishedLines } from './publisher-segments.ts';
import {
  CASES_FOLDER,
  isCutRight,
  readSegmentationCases,
  type SegmentationCase,
  unicodeBreaker,
} from './segmentation-cases.ts';

const DOCUMENTS = 'docs-multi/docs.jsonl.gz';

/** Locales of the documents whose writers set sentences apart by marks: Thai does it by spaces. */
const LOCALES = [
  'en',
  'ar',
  'de',
  'es',
  'fr',
  'he',
  'hi',
  'id',
  'ja',
  'ko',
  'pt-BR',
  'ru',
  'tr',
  'vi',
  'zh-CN',
];

/** How many categories the English cases have besides those that start with this word. */
const BEYOND = 'more:';

/**
 * Whether text is cut into its sentences: our own cases of each language and those of
 * `segmentation/<language>.json` (`[{ category, sentences, join? }]`) where the folder has them; how far
 * the cuts agree with the segments of a publisher (`docs-multi/docs.jsonl.gz`); and the speed.
 */
export const segmentation: Measure = {
  name: 'segmentation',
  needs: [],
  run: (data) =>
    Promise.resolve([
      ...measureCases(CASES_FOLDER, 'segmentation'),
      ...measureCases(data.pathOf('segmentation'), 'segmentation, given cases'),
      ...measurePublisher(data),
    ]),
};

const deps = createNormalizeDeps();

function measureCases(folder: string, label: string): Row[] {
  if (!existsSync(folder)) {
    return [];
  }
  const languages = [...readSegmentationCases(folder)];
  const english = languages.find(([language]) => language === 'en')?.[1] ?? [];
  const rows = languages.map(([language, cases]) => measureLanguage(label, language, cases));
  const worst = Math.min(...rows.map(({ value }) => value));
  const row: Row = {
    measure: `${label}: worst language`,
    value: worst,
    unit: 'cases right',
    samples: rows.length,
    baseline: {
      name: 'Intl.Segmenter',
      value: Math.min(...rows.map(({ baseline }) => baseline?.value ?? 0)),
    },
    goal: '>= .9',
    ok: worst >= 0.9,
  };
  return [...(english.length > 0 ? [measureCategories(label, english)] : []), row, ...rows];
}

/** English rules; one is kept where all its cases are right. */
function measureCategories(label: string, cases: readonly SegmentationCase[]): Row {
  const golden = cases.filter(({ category }) => !category.startsWith(BEYOND));
  const categories = new Set(golden.map(({ category }) => category));
  const kept = (cutter: SentenceBreaker): number => {
    const wrong = new Set(golden.filter((one) => !isCutRight(one, cutter)).map(({ category }) => category));
    return categories.size - wrong.size;
  };
  const value = kept(deps.sentenceBreaksOf('en'));
  return {
    measure: `${label}: English golden rules`,
    value,
    unit: `of ${categories.size}`,
    samples: golden.length,
    baseline: { name: 'Intl.Segmenter', value: kept(unicodeBreaker('en')) },
    goal: `>= ${categories.size - 1}`,
    ok: value >= categories.size - 1,
  };
}

function measureLanguage(label: string, language: string, cases: readonly SegmentationCase[]): Row {
  const share = (cutter: SentenceBreaker): number =>
    cases.filter((one) => isCutRight(one, cutter)).length / cases.length;
  const value = share(deps.sentenceBreaksOf(language));
  return {
    measure: `${label}: ${language}`,
    value,
    unit: 'cases right',
    samples: cases.length,
    baseline: { name: 'Intl.Segmenter', value: share(unicodeBreaker(language)) },
    goal: '>= .9',
    ok: value >= 0.9,
  };
}

function measurePublisher(data: DataFolder): Row[] {
  if (!data.has(DOCUMENTS)) {
    console.log(`segmentation: no publisher's segments, ${data.path} has no ${DOCUMENTS}`);
    return [];
  }
  const docs = data.lines(DOCUMENTS);
  const rows = LOCALES.map((locale): Row => {
    const lines = publishedLines(docs, locale);
    return {
      measure: `segmentation: agrees with the publisher, ${locale}`,
      value: agreement(lines, deps.sentenceBreaksOf(locale)),
      unit: 'F1',
      samples: lines.reduce((sum, { starts }) => sum + starts.length, 0),
      baseline: { name: 'Intl.Segmenter', value: agreement(lines, unicodeBreaker(locale)) },
    };
  });
  const lines = publishedLines(docs, 'en').map(({ text }) => text);
  const value = speedOf(lines, deps.sentenceBreaksOf('en'));
  return [
    ...rows,
    {
      measure: 'segmentation: speed, English lines',
      value,
      unit: 'million characters/s',
      samples: RUNS,
      baseline: { name: 'Intl.Segmenter', value: speedOf(lines, unicodeBreaker('en')) },
    },
  ];
}

const RUNS = 9;

/** Median of passes over all lines, after as many that warm up. */
function speedOf(lines: readonly string[], cutter: SentenceBreaker): number {
  const characters = lines.reduce((sum, line) => sum + line.length, 0);
  const passes = Array.from({ length: 2 * RUNS }, () => {
    const start = performance.now();
    for (const line of lines) {
      cutter(line);
    }
    return characters / (performance.now() - start) / 1000;
  });
  return median(passes.slice(RUNS));
}
