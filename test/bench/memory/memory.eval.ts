import { z } from 'zod';
import { PIPELINE } from '../../../config/pipeline.ts';
import type { CodedText } from '../../../shared/document/inline-code.ts';
import { isLocale, type Locale } from '../../../shared/document/locale.ts';
import { collapse } from '../../../shared/memory/comparable.ts';
import type { TranslationMemory } from '../../../shared/memory/memory.ts';
import type { TranslationUnit } from '../../../shared/memory/translation-unit.ts';
import { closeRedis, openRedis } from '../../../shared/stores/redis.ts';
import { createRedisMemory } from '../../../shared/stores/redis-memory.ts';
import { startRedis } from '../../support/redis.ts';
import type { DataFolder } from '../data-folder.ts';
import type { Measure } from '../entities/measure.ts';
import { runMeasures } from '../entities/run-measures.ts';
import type { Row } from '../report.ts';
import { answersOf, requestFor } from './ask.ts';
import { codedMarkdown } from './coded-markdown.ts';
import { goal } from './lookups.ts';
import { compareAnswers, createOracle, sumRecall } from './oracle.ts';
import { makeQueries } from './queries.ts';
import { LOCALES_FILE, plainUnit, readRealUnits, TMX_FILE } from './real-units.ts';
import { measureRepairs } from './repair.ts';
import { measureTerms, TERM_FILES } from './terms.ts';

const LEVERAGE_FILE = 'leverage/projops-15-locales.jsonl.gz';
const EDITS_FILE = 'edits/sentence-edits-en-fr.jsonl.gz';

const PARTS: readonly Measure[] = [
  { name: 'leverage', needs: [LEVERAGE_FILE], run: measureLeverage },
  { name: 'edits', needs: [EDITS_FILE, TMX_FILE, LOCALES_FILE], run: measureEdits },
  { name: 'recall', needs: [TMX_FILE, LOCALES_FILE], run: measureRecall },
  { name: 'repairs', needs: [], run: measureRepairs },
  { name: 'terms', needs: TERM_FILES, run: measureTerms },
];

/**
 * `npm run eval -- memory [--data DIR] [--only NAME,NAME]`: what the memory finds of what it should. Each part
 * has a memory of its own; the data folder has the layout of the files that are named above.
 */
export async function evalMemory(args: readonly string[]): Promise<void> {
  await runMeasures('memory-quality', PARTS, args);
}

const Version = z.looseObject({ segments: z.array(z.record(z.string(), z.string())) });
const Pair = z.looseObject({ old: Version, new: Version });

/** A memory of the old version's segments has an equal match, in every locale, for what the new one kept. */
async function measureLeverage(data: DataFolder): Promise<readonly Row[]> {
  const pairs = data.lines(LEVERAGE_FILE).map((line) => Pair.parse(line));
  const segments = pairs.flatMap((pair) => pair.old.segments);
  const known = new Set(segments.map(({ en = '' }) => collapse(en)));
  const wanted = pairs.flatMap((pair) => pair.new.segments).filter(({ en = '' }) => known.has(collapse(en)));
  const locales = Object.keys(segments[0] ?? {}).filter(
    (tag): tag is Locale => isLocale(tag) && tag !== 'en',
  );
  const { locale: _, ...request } = requestFor(wanted.map(({ en = '' }) => en));
  const found = await withMemory(70, async (memory) => {
    await fillInBulk(memory, segments.flatMap(unitsOf));
    return memory.lookupLocales({ ...request, locales, limit: 5 });
  });
  const best = locales.flatMap((locale) => (found.get(locale) ?? []).map(([first]) => first));
  const equal = best.filter((match, at) => {
    const text = wanted[at % wanted.length]?.['en'] ?? '';
    return match !== undefined && match.score >= 99 && collapse(match.source.text) === collapse(text);
  });
  return [
    goal(
      {
        measure: 'segments kept from the old version, found equal in every locale',
        unit: '%',
        samples: best.length,
      },
      (100 * equal.length) / best.length,
      { least: 99.5 },
    ),
  ];
}

function unitsOf({ en = '', ...targets }: Readonly<Record<string, string>>): readonly TranslationUnit[] {
  return Object.entries(targets).flatMap(([tag, target]) =>
    isLocale(tag) ? [{ ...plainUnit(en, target), locale: tag }] : [],
  );
}

const Edit = z.looseObject({ old: z.string(), new: z.string(), old_fr: z.string(), word_sim: z.number() });

/**
 * Among 100,000 units the old form of an edited sentence is found for the new one. Both are Markdown:
 * once read as an article's segments are, once as plain text.
 */
async function measureEdits(data: DataFolder): Promise<readonly Row[]> {
  const edits = data.lines(EDITS_FILE).map((line) => Edit.parse(line));
  const real = await readRealUnits(data);
  return [
    ...(await findOldForms(edits, { real, read: codedMarkdown, as: 'as segments', least: 97 })),
    ...(await findOldForms(edits, { real, read: plainText, as: 'as plain text, URLs and all' })),
  ];
}

interface EditReading {
  readonly real: readonly TranslationUnit[];
  readonly read: (markdown: string) => CodedText;
  readonly as: string;
  readonly least?: number;
}

async function findOldForms(
  edits: readonly z.infer<typeof Edit>[],
  { real, read, as, least }: EditReading,
): Promise<readonly Row[]> {
  const units = [
    ...real.map(({ source, target }) => [source.text, target.text]),
    ...edits.map((edit) => [edit.old, edit.old_fr]),
  ];
  return withMemory(70, async (memory) => {
    await fillInBulk(
      memory,
      units.map(([source = '', target = '']) => ({ ...plainUnit(source, target), source: read(source) })),
    );
    const near = edits.filter(({ word_sim }) => word_sim >= 0.75);
    const queries = near.map((edit) => ({ source: read(edit.new) }));
    const found = await memory.lookup({ ...requestFor([]), queries });
    const olds = near.map((edit) => collapse(read(edit.old).text));
    const texts = found.map((matches) => matches.map(({ source }) => collapse(source.text)));
    const among = near.filter((_, at) => texts[at]?.includes(olds[at] ?? ''));
    const first = near.filter((_, at) => texts[at]?.[0] === olds[at]);
    const samples = near.length;
    const measure = `edited sentences (similarity >= 0.75, ${as}) whose old form is among five`;
    const value = (100 * among.length) / samples;
    const row = { measure, unit: '%', samples };
    return [
      least === undefined ? { ...row, value } : goal(row, value, { least }),
      { measure: '  it is the first', value: (100 * first.length) / samples, unit: '%', samples },
    ];
  });
}

function plainText(text: string): CodedText {
  return { text, codes: [] };
}

const RECALL_UNITS = 20_000;
const RECALL_QUERIES = 300;

/** All matches of 20,000 real units at three scores, beside a comparison with every one of them: with a copy of the index, and without. */
async function measureRecall(data: DataFolder): Promise<readonly Row[]> {
  const real = await readRealUnits(data);
  const units = real.slice(0, RECALL_UNITS);
  const heldOut = real.slice(RECALL_UNITS, 2 * RECALL_UNITS).map(({ source }) => source.text);
  const queries = makeQueries(RECALL_QUERIES, { units, heldOut });
  const oracle = createOracle(new Set(units.map(({ source }) => collapse(source.text))));
  return withMemory(60, async (memory, inRedis) => {
    await fillInBulk(memory, units);
    const rows: Row[] = [];
    for (const minScore of [60, 70, 85]) {
      const expected = queries.map((query) => oracle.search(query, minScore));
      const comparisons = [];
      for (const each of [memory, inRedis]) {
        const answers = await answersOf(each, queries, minScore);
        comparisons.push(...expected.map((right, at) => compareAnswers(right, answers[at] ?? new Map())));
      }
      const sum = sumRecall(comparisons);
      const row = {
        measure: `matches found of the oracle’s, at ${minScore}`,
        unit: '%',
        samples: sum.expected,
      };
      rows.push(goal(row, (100 * sum.found) / sum.expected, { least: 100 }));
      rows.push(
        goal({ measure: '  that it does not have', unit: '', samples: sum.expected }, sum.extra, { most: 0 }),
      );
    }
    return rows;
  });
}

/** A memory as a tm-lookup worker has it, and one without a copy of the index. */
async function withMemory<Value>(
  floor: number,
  use: (memory: TranslationMemory, inRedis: TranslationMemory) => Promise<Value>,
): Promise<Value> {
  await using server = await startRedis();
  const client = await openRedis(server.url, { role: 'worker' });
  const memory = createRedisMemory(client, { floor, mirrorBytes: PIPELINE.memoryMirrorMb * 1024 * 1024 });
  const value = await use(memory, createRedisMemory(client, { floor }));
  await closeRedis(client);
  return value;
}

async function fillInBulk(memory: TranslationMemory, units: readonly TranslationUnit[]): Promise<void> {
  await memory.add(units, { bulk: true });
  await memory.settle();
}
