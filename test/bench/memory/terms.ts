import { createReadStream } from 'node:fs';
import { createGunzip } from 'node:zlib';
import { z } from 'zod';
import { configPath } from '../../../config/project-root.ts';
import { readTables } from '../../../config/read-tables.ts';
import { Locale } from '../../../shared/document/locale.ts';
import { readTmx } from '../../../shared/exchange/tmx/read.ts';
import { checkTerms } from '../../../shared/memory/terms/check-terms.ts';
import { createTermbase } from '../../../shared/memory/terms/find-terms.ts';
import { Inflection } from '../../../shared/memory/terms/inflection.ts';
import type { Term } from '../../../shared/memory/terms/term.ts';
import { createTermMatchers } from '../../../shared/memory/terms/term-matcher.ts';
import type { DataFolder } from '../data-folder.ts';
import type { Row } from '../report.ts';
import { TERM_CASES } from './term-cases.ts';

const GLOSSARY_FILE = 'glossary/glossary-16-locales.jsonl';
const TEXTS = ['fr', 'ar', 'fa'] as const;
const textFile = (locale: string): string => `tm/tico19-en-${locale}.tmx.gz`;
export const TERM_FILES = [GLOSSARY_FILE, ...TEXTS.map(textFile)];

type MatcherFor = ReturnType<typeof createTermMatchers>;

/**
 * Forms of words: what is found of sentences of our own that have a term in another form, and of those that
 * have a word that looks like it; and, in human translations of texts with a term of their own glossary, how
 * often its rendering is found. The baseline compares words letter by letter.
 */
export async function measureTerms(data: DataFolder): Promise<readonly Row[]> {
  const inflected = createTermMatchers(await readTables(configPath('inflection'), Inflection));
  const literal = createTermMatchers(new Map());
  const rows = [...measureCases(inflected, literal)];
  for (const locale of TEXTS) {
    rows.push(await measureTexts(data, locale, { inflected, literal }));
  }
  return rows;
}

function measureCases(inflected: MatcherFor, literal: MatcherFor): readonly Row[] {
  const count = (matcherFor: MatcherFor): { hits: number; wrong: number } => {
    const found = TERM_CASES.flatMap(({ locale, term, forms, others }) => {
      const matcher = matcherFor(Locale.parse(locale));
      const isFound = (text: string): boolean =>
        matcher.find(matcher.read(term), matcher.read(text), 0).length > 0;
      return [{ hits: forms.filter(isFound).length, wrong: others.filter(isFound).length }];
    });
    return {
      hits: found.reduce((sum, { hits }) => sum + hits, 0),
      wrong: found.reduce((sum, { wrong }) => sum + wrong, 0),
    };
  };
  const samples = TERM_CASES.reduce((sum, { forms }) => sum + forms.length, 0);
  const [ours, baseline] = [count(inflected), count(literal)];
  return [
    {
      measure: 'forms of terms in our own sentences found',
      value: share(ours.hits, samples),
      unit: '%',
      samples,
      baseline: { name: 'letter by letter', value: share(baseline.hits, samples) },
    },
    {
      measure: '  of what is found, right',
      value: share(ours.hits, ours.hits + ours.wrong),
      unit: '%',
      samples: ours.hits + ours.wrong,
      baseline: { name: 'letter by letter', value: share(baseline.hits, baseline.hits + baseline.wrong) },
    },
  ];
}

function share(part: number, whole: number): number {
  return whole === 0 ? 100 : (100 * part) / whole;
}

const Entry = z.looseObject({ en: z.string(), targets: z.record(z.string(), z.string()) });

async function measureTexts(
  data: DataFolder,
  locale: (typeof TEXTS)[number],
  matchers: { readonly inflected: MatcherFor; readonly literal: MatcherFor },
): Promise<Row> {
  const [from, to] = [Locale.parse('en'), Locale.parse(locale)];
  const terms = data
    .lines(GLOSSARY_FILE)
    .map((line) => Entry.parse(line))
    .flatMap(({ en, targets }): Term[] => {
      const target = targets[locale];
      return target === undefined
        ? []
        : [{ id: en, sourceLocale: from, locale: to, source: en, target, status: 'preferred' }];
    });
  const counts = { uses: 0, inflected: 0, literal: 0 };
  const bases = {
    inflected: createTermbase(terms, matchers.inflected(from)),
    literal: createTermbase(terms, matchers.literal(from)),
  };
  const text = createReadStream(data.pathOf(textFile(locale)))
    .pipe(createGunzip())
    .setEncoding('utf8');
  for await (const event of readTmx(text)) {
    if (event.kind === 'unit') {
      const { source, target } = event.unit;
      const uses = bases.inflected.find('s', source.text);
      const wanted = new Set(uses.map((use) => use.source)).size;
      counts.uses += wanted;
      for (const name of ['inflected', 'literal'] as const) {
        counts[name] += wanted - checkTerms(target.text, uses, matchers[name](to)).length;
      }
    }
  }
  return {
    measure: `terms whose rendering is found in human translations: ${locale}`,
    value: (100 * counts.inflected) / counts.uses,
    unit: '%',
    samples: counts.uses,
    baseline: { name: 'letter by letter', value: (100 * counts.literal) / counts.uses },
  };
}
