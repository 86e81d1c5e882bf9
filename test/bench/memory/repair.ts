import { readdir, readFile } from 'node:fs/promises';
import { z } from 'zod';
import { configPath, PROJECT_ROOT } from '../../../config/project-root.ts';
import { readFiles } from '../../../config/read-files.ts';
import { readTables } from '../../../config/read-tables.ts';
import { Locale } from '../../../shared/document/locale.ts';
import type { Match } from '../../../shared/memory/match.ts';
import { loadValueGrammars } from '../../../shared/values/load-value-grammars.ts';
import { createTagEntitiesDeps } from '../../../workers/tag-entities/deps.ts';
import { framesOf, RepairFrames } from '../../../workers/tm-lookup/repair/frames.ts';
import { createPlaceableReader } from '../../../workers/tm-lookup/repair/read-placeables.ts';
import { type RepairDeps, repairMatch } from '../../../workers/tm-lookup/repair/repair-match.ts';
import type { Row } from '../report.ts';

const FOLDER = 'test/bench/memory/repair-sentences';
const Frames = z.array(z.object({ frame: z.string(), variants: z.array(z.array(z.string()).min(2)) }));
const english = Locale.parse('en');

/** A stored pair, a text that differs from its source in values alone, and what is right for it. */
interface Case {
  readonly frame: string;
  readonly locale: Locale;
  readonly stored: readonly [source: string, target: string];
  readonly wanted: string;
  /** Every accepted translation of `wanted`. */
  readonly right: readonly string[];
}

/**
 * Values exchanged in sentences of our own, in every pair of variants of a frame: a repair is right
 * where it gives the translation that stands beside the variant. Refusals cost nothing but work.
 * Beside it, putting the new source text into the target where the old one stands in it.
 */
export async function measureRepairs(): Promise<readonly Row[]> {
  const deps = await repairDeps();
  const cases = await readCases();
  const ours = cases.map((each) => ({ ...each, made: repairOf(each, deps) }));
  const literal = cases.map((each) => ({ ...each, made: literalRepair(each) }));
  const wrong = ours.filter(isWrong);
  for (const { locale, wanted, made } of wrong) {
    console.log(`wrong repair in ${locale}: "${made}" for "${wanted}"`);
  }
  const frames = [...new Set(cases.map(({ frame }) => frame))];
  return [
    {
      measure: `repairs of 99 that are wrong, of ${cases.length} pairs in ${new Set(cases.map(({ locale }) => locale)).size} locales`,
      value: wrong.length,
      unit: 'pairs',
      samples: cases.length,
      baseline: { name: 'source text put in', value: literal.filter(isWrong).length },
      goal: '0',
      ok: wrong.length === 0,
    },
    {
      measure: 'pairs repaired',
      value: share(ours),
      unit: 'share',
      samples: cases.length,
      baseline: { name: 'source text put in', value: share(literal) },
    },
    ...frames.map((frame): Row => {
      const own = ours.filter((each) => each.frame === frame);
      return { measure: `pairs repaired: ${frame}`, value: share(own), unit: 'share', samples: own.length };
    }),
  ];
}

function share(list: readonly (Case & Made)[]): number {
  return list.filter(isRight).length / list.length;
}

interface Made {
  readonly made: string | undefined;
}

function isRight({ made, right }: Case & Made): boolean {
  return made !== undefined && right.some((text) => folded(text) === folded(made));
}

function isWrong(each: Case & Made): boolean {
  return each.made !== undefined && !isRight(each);
}

/** Marks between thousands are a matter of style. */
function folded(text: string): string {
  return text.replaceAll(/(?<=\p{Nd})[.,\u066C\u00A0\u202F ](?=\p{Nd}{3}(?!\p{Nd}))/gu, '');
}

function repairOf({ locale, stored: [source, target], wanted }: Case, deps: RepairDeps): string | undefined {
  const match: Match = {
    kind: 'fuzzy',
    score: 80,
    unitId: 'unit',
    source: { text: source, codes: [] },
    target: { text: target, codes: [] },
    parts: { base: 80, deductions: [], formula: '' },
    review: 'approved',
  };
  const query = { source: { text: wanted, codes: [] }, sourceLocale: english, locale };
  const outcome = repairMatch(query, match, deps);
  return outcome.kind === 'repaired' && outcome.match.score >= 99 ? outcome.match.target.text : undefined;
}

/** What differs between the sources, words from both ends left out, is replaced in the target as it is. */
function literalRepair({ stored: [source, target], wanted }: Case): string | undefined {
  const [a, b] = [source.split(' '), wanted.split(' ')];
  let from = 0;
  while (from < a.length && a[from] === b[from]) {
    from += 1;
  }
  let behind = 0;
  while (behind < a.length - from && behind < b.length - from && a.at(-1 - behind) === b.at(-1 - behind)) {
    behind += 1;
  }
  const inner = (words: readonly string[]): string =>
    words
      .slice(from, words.length - behind)
      .join(' ')
      .replace(/[.,]$/u, '');
  const old = inner(a);
  return old !== '' && target.includes(old) ? target.replace(old, inner(b)) : undefined;
}

async function readCases(): Promise<readonly Case[]> {
  const files = (await readdir(`${PROJECT_ROOT}/${FOLDER}`)).filter((name) => name.endsWith('.json'));
  const lists = await Promise.all(
    files.map(async (file) => {
      const text = await readFile(`${PROJECT_ROOT}/${FOLDER}/${file}`, 'utf8');
      const locale = Locale.parse(file.replace('.json', ''));
      return Frames.parse(JSON.parse(text)).flatMap(({ frame, variants }) =>
        pairsOf(frame, locale, variants),
      );
    }),
  );
  return lists.flat();
}

function pairsOf(frame: string, locale: Locale, variants: readonly (readonly string[])[]): readonly Case[] {
  return variants.flatMap((one) =>
    variants
      .filter((other) => other !== one)
      .map(
        ([wanted = '', ...right]): Case => ({
          frame,
          locale,
          stored: [one[0] ?? '', one[1] ?? ''],
          wanted,
          right,
        }),
      ),
  );
}

async function repairDeps(): Promise<RepairDeps> {
  const { nameIndexFor } = await createTagEntitiesDeps();
  const grammarFor = loadValueGrammars(await readFiles(configPath('values'), '.json'));
  return {
    read: createPlaceableReader({ grammarFor, nameIndexFor }),
    framesFor: framesOf(await readTables(configPath('repairs'), RepairFrames)),
  };
}
