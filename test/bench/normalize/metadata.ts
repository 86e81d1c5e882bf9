import type { Row } from '../report.ts';
import type { Measure } from './measure.ts';
import { type CorpusPage, readPages } from './page-corpus.ts';
import { defuddle, type ExtractedPage, ours, type PageExtractor, readability } from './page-extractors.ts';

const FIELDS = [
  { field: 'title', goal: 0.85 },
  { field: 'author', goal: 0.65 },
  { field: 'date', goal: 0.85 },
] as const;
type Field = (typeof FIELDS)[number]['field'];

/**
 * Headline, writers and day of publication of pages, compared strictly with `expected.json` after
 * folding case, compatibility forms and white space; a date is compared by its day. Several writers
 * are one string, in the order of the truth.
 */
export const metadata: Measure = {
  name: 'metadata',
  needs: ['pages/manifest.json'],
  run: async (data) => {
    const pages = readPages(data);
    const own = await shares(ours(), pages);
    const rivals = [
      { name: readability.name, found: await shares(readability, pages) },
      { name: defuddle.name, found: await shares(defuddle, pages) },
    ];
    return FIELDS.flatMap(({ field, goal }) =>
      rivals.map(
        ({ name, found }): Row => ({
          measure: `${field}, beside ${name}`,
          value: own[field],
          unit: 'share',
          samples: pages.filter((page) => page[field] !== undefined).length,
          baseline: { name, value: found[field] },
          goal: `>= ${goal}`,
          ok: own[field] >= goal,
        }),
      ),
    );
  },
};

async function shares(tool: PageExtractor, pages: readonly CorpusPage[]): Promise<Record<Field, number>> {
  const hits = { title: 0, author: 0, date: 0 };
  for (const page of pages) {
    const found = await extractOne(tool, page);
    for (const { field } of FIELDS) {
      hits[field] +=
        page[field] !== undefined && comparable(found[field], field) === comparable(page[field], field)
          ? 1
          : 0;
    }
  }
  const count = (field: Field): number => pages.filter((page) => page[field] !== undefined).length;
  return {
    title: hits.title / count('title'),
    author: hits.author / count('author'),
    date: hits.date / count('date'),
  };
}

async function extractOne(tool: PageExtractor, page: CorpusPage): Promise<ExtractedPage> {
  try {
    return await tool.extract(page);
  } catch {
    return { text: '', title: '', author: '', date: '' };
  }
}

function comparable(value: string, field: Field): string {
  const folded = value.normalize('NFKC').toLowerCase().replaceAll(/\s+/gu, ' ').trim();
  switch (field) {
    case 'title':
      return folded;
    case 'author':
      return folded.replaceAll(/\s*[;,]\s*/gu, ', ');
    case 'date':
      return folded.slice(0, 10);
  }
}
