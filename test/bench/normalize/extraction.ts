import type { DataFolder } from '../data-folder.ts';
import { median, type Row } from '../report.ts';
import type { Measure } from './measure.ts';
import { type CorpusPage, readPages } from './page-corpus.ts';
import {
  defuddle,
  type ExtractedPage,
  ours,
  type PageExtractor,
  readability,
  wholeBody,
} from './page-extractors.ts';
import { wordAgreement } from './word-f1.ts';

/** A page that takes longer is named: a mean would hide it. */
const SLOW_MS = 2_000;
const SPEED_ROUNDS = 5;

interface Result {
  readonly page: CorpusPage;
  readonly extracted: ExtractedPage;
  /** Processor time, garbage collection included. */
  readonly ms: number;
}

/**
 * How much of a page's article is found, and how little else. `pages/<id>/` holds `source.html.gz` and
 * `expected.json`; words are runs of letters or digits, F1 is over multisets, the mean is over pages.
 */
export const extraction: Measure = {
  name: 'extraction',
  needs: ['pages/manifest.json'],
  run: async (data) => measureExtraction(data),
};

async function measureExtraction(data: DataFolder): Promise<Row[]> {
  const pages = readPages(data);
  const own = ours();
  const results = await extractAll(own, pages);
  const rivals = new Map<string, Result[]>();
  for (const rival of [readability, defuddle, wholeBody]) {
    rivals.set(rival.name, await extractAll(rival, pages));
  }
  const f1 = meanF1(results);
  const rows: Row[] = [...rivals].map(([name, found]) => ({
    measure: `clean text beside ${name}: word F1 (mean)`,
    value: f1,
    unit: 'F1',
    samples: withTruth(results).length,
    baseline: { name, value: meanF1(found) },
    goal: '>= .985',
    ok: f1 >= 0.985,
  }));
  const found = rivals.get(readability.name) ?? [];
  return [
    ...rows,
    {
      measure: 'clean text: worst page',
      value: Math.min(...f1s(results)),
      unit: 'F1',
      samples: withTruth(results).length,
      baseline: { name: readability.name, value: Math.min(...f1s(found)) },
    },
    ...snippetRows(results, found),
    await speedRow(own, readability, pages),
  ];
}

async function extractAll(tool: PageExtractor, pages: readonly CorpusPage[]): Promise<Result[]> {
  const results: Result[] = [];
  for (const page of pages) {
    const start = cpuMs();
    const extracted = await extractOne(tool, page);
    const ms = cpuMs() - start;
    if (ms > SLOW_MS) {
      console.log(`${tool.name}: ${page.id} took ${(ms / 1000).toFixed(1)} s`);
    }
    results.push({ page, extracted, ms });
  }
  return results;
}

/** A tool that fails on a page has found nothing in it; which one is said aloud. */
async function extractOne(tool: PageExtractor, page: CorpusPage): Promise<ExtractedPage> {
  try {
    return await tool.extract(page);
  } catch (error) {
    console.log(`${tool.name}: ${page.id} failed: ${error instanceof Error ? error.message : String(error)}`);
    return { text: '', title: '', author: '', date: '' };
  }
}

function withTruth(results: readonly Result[]): Result[] {
  return results.filter(({ page }) => page.truth !== undefined);
}

function f1s(results: readonly Result[]): number[] {
  return withTruth(results).map(({ page, extracted }) => wordAgreement(extracted.text, page.truth ?? '').f1);
}

function meanF1(results: readonly Result[]): number {
  const values = f1s(results);
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function must(page: CorpusPage): readonly string[] {
  return page.must;
}

function mustNot(page: CorpusPage): readonly string[] {
  return page.mustNot;
}

/** Strings that must be in the text, and noise that must not. */
function snippetRows(results: readonly Result[], rival: readonly Result[]): Row[] {
  const share = (of: readonly Result[], pick: (page: CorpusPage) => readonly string[]): number => {
    const checks = of.flatMap(({ page, extracted }) =>
      pick(page).map((snippet) => folded(extracted.text).includes(folded(snippet))),
    );
    return checks.filter(Boolean).length / checks.length;
  };
  const count = (pick: (page: CorpusPage) => readonly string[]): number =>
    results.reduce((sum, { page }) => sum + pick(page).length, 0);
  return [
    {
      measure: 'strings of the article that are there',
      value: share(results, must),
      unit: 'share',
      samples: count(must),
      baseline: { name: readability.name, value: share(rival, must) },
    },
    {
      measure: 'strings of noise that are there',
      value: share(results, mustNot),
      unit: 'share',
      samples: count(mustNot),
      baseline: { name: readability.name, value: share(rival, mustNot) },
    },
  ];
}

/** Pages a second of processor time: decode, guard, parse, extract, repair, sanitize, segment. */
async function speedRow(
  own: PageExtractor,
  rival: PageExtractor,
  pages: readonly CorpusPage[],
): Promise<Row> {
  const rates: { own: number; rival: number }[] = [];
  for (let round = 0; round < SPEED_ROUNDS; round += 1) {
    rates.push({ own: await pagesPerSecond(own, pages), rival: await pagesPerSecond(rival, pages) });
  }
  const value = median(rates.map((rate) => rate.own));
  return {
    measure: 'pages a second, everything included',
    value,
    unit: 'pages/s',
    samples: SPEED_ROUNDS * pages.length,
    baseline: { name: `${rival.name}, text alone`, value: median(rates.map((rate) => rate.rival)) },
    goal: '>= 40',
    ok: value >= 40,
  };
}

async function pagesPerSecond(tool: PageExtractor, pages: readonly CorpusPage[]): Promise<number> {
  const start = cpuMs();
  for (const page of pages) {
    await extractOne(tool, page);
  }
  return (1000 * pages.length) / (cpuMs() - start);
}

function folded(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** Processor time of this process so far: what other processes do does not count. */
function cpuMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}
