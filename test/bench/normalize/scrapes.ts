import { readdirSync } from 'node:fs';
import { z } from 'zod';
import { SourceArticle } from '../../../shared/document/article.ts';
import { createNormalizeDeps } from '../../../workers/normalize/deps.ts';
import { normalize } from '../../../workers/normalize/normalize.ts';
import type { DataFolder } from '../data-folder.ts';
import type { Row } from '../report.ts';
import { documentText } from './document-text.ts';
import type { Measure } from './measure.ts';
import { stripMarkdown } from './strip-markdown.ts';
import { wordAgreement } from './word-f1.ts';

const Expected = z.object({
  gt: z.enum(['full', 'full-html', 'snippets']),
  text: z.string().nullish(),
  must: z.array(z.string()).nullish(),
  must_not: z.array(z.string()).nullish(),
});

/** One scraper's output of one page, before and after normalization. */
interface Scrape {
  readonly page: string;
  readonly tool: string;
  readonly before: string;
  readonly after: string;
  /** The page's clean text, where it is known whole. */
  readonly truth?: string;
  readonly must: readonly string[];
  readonly mustNot: readonly string[];
}

/**
 * What normalization makes of the Markdown that real scrapers wrote. `pages/<id>/` holds
 * `expected.json` and `scrape.<tool>.md`; "before" is the same Markdown with its marks stripped.
 */
export const scrapes: Measure = {
  name: 'scrapes',
  needs: ['pages/manifest.json'],
  run: async (data) => {
    const all = await readScrapes(data);
    return [...gainRows(all), ...snippetRows(all), ...convergenceRows(all)];
  },
};

/** Normalizes every scrape of the data folder. */
async function readScrapes(data: DataFolder): Promise<Scrape[]> {
  const deps = createNormalizeDeps();
  const result: Scrape[] = [];
  for (const page of readdirSync(data.pathOf('pages')).toSorted()) {
    const folder = `pages/${page}`;
    if (!data.has(`${folder}/expected.json`)) {
      continue;
    }
    const expected = Expected.parse(JSON.parse(data.text(`${folder}/expected.json`)));
    const truth =
      expected.gt === 'full-html' ? textOfHtml(data.text(`${folder}/expected.html`)) : expected.text;
    for (const file of readdirSync(data.pathOf(folder)).toSorted()) {
      const tool = /^scrape\.(?<tool>.+)\.md$/u.exec(file)?.groups?.['tool'];
      if (tool === undefined) {
        continue;
      }
      const content = data.text(`${folder}/${file}`);
      const document = await normalize(sourceOf(content), deps);
      result.push({
        page,
        tool,
        before: stripMarkdown(content),
        after: documentText(document),
        ...(truth ? { truth } : {}),
        must: expected.must ?? [],
        mustNot: expected.must_not ?? [],
      });
    }
  }
  return result;
}

function sourceOf(content: string): SourceArticle {
  return SourceArticle.parse({
    articleId: `a${'0'.repeat(20)}`,
    externalId: 'scrape',
    version: 1,
    tenant: 'bench',
    format: 'markdown',
    content,
    meta: {},
    targetLocales: ['es'],
    urgency: 5,
    pubStatus: 'usable',
  });
}

function textOfHtml(html: string): string {
  return stripMarkdown(html.replaceAll(/<(script|style)\b[\s\S]*?<\/\1>/giu, ' ')).replaceAll(
    /&#(\d+);/gu,
    (_, code: string) => String.fromCodePoint(Number(code)),
  );
}

/** Word F1 against the truth, after minus before, by tool. */
function gainRows(all: readonly Scrape[]): Row[] {
  const known = all.flatMap(({ tool, before, after, truth }) =>
    truth === undefined
      ? []
      : [{ tool, before: wordAgreement(before, truth).f1, after: wordAgreement(after, truth).f1 }],
  );
  const tools = [...new Set(known.map(({ tool }) => tool))];
  return [...tools, undefined].flatMap((tool): Row[] => {
    const own = known.filter((scrape) => tool === undefined || scrape.tool === tool);
    const gains = own.map(({ before, after }) => after - before);
    const name = tool ?? 'every tool';
    const isAll = tool === undefined;
    return [
      {
        measure: `${name}: word F1 after (mean)`,
        value: mean(own.map(({ after }) => after)),
        unit: 'F1',
        samples: own.length,
        baseline: { name: 'before', value: mean(own.map(({ before }) => before)) },
      },
      {
        measure: `${name}: gain (mean)`,
        value: mean(gains),
        unit: 'F1',
        samples: own.length,
        ...(isAll ? { goal: '>= .02', ok: mean(gains) >= 0.02 } : {}),
      },
      {
        measure: `${name}: gain (worst)`,
        value: Math.min(...gains),
        unit: 'F1',
        samples: own.length,
        goal: '>= 0',
        ok: Math.min(...gains) >= -1e-9,
      },
      {
        measure: `${name}: scrapes that lose`,
        value: gains.filter((gain) => gain < -1e-9).length,
        unit: 'scrapes',
        samples: own.length,
      },
    ];
  });
}

/** Strings that must or must not be in the text, on the pages that state them. */
function snippetRows(all: readonly Scrape[]): Row[] {
  const count = (pick: (scrape: Scrape) => { readonly text: string; readonly strings: readonly string[] }) =>
    all.reduce((sum, scrape) => {
      const { text, strings } = pick(scrape);
      return sum + strings.filter((string) => folded(text).includes(folded(string))).length;
    }, 0);
  const mustNot = all.reduce((sum, scrape) => sum + scrape.mustNot.length, 0);
  const heldBefore = count(({ before: text, must: strings }) => ({ text, strings }));
  const heldAfter = count(({ after: text, must: strings }) => ({ text, strings }));
  return [
    {
      measure: 'noise strings left',
      value: count(({ after: text, mustNot: strings }) => ({ text, strings })) / mustNot,
      unit: 'share',
      samples: mustNot,
      baseline: {
        name: 'before',
        value: count(({ before: text, mustNot: strings }) => ({ text, strings })) / mustNot,
      },
    },
    {
      measure: 'article strings lost',
      value: heldBefore - heldAfter,
      unit: 'strings',
      samples: heldBefore,
      goal: '0',
      ok: heldAfter >= heldBefore,
    },
  ];
}

/**
 * How much the outputs of a scraper's versions agree after normalization. Where two versions hold
 * different words no cleaning can make them agree: the ceiling is what they agreed on before, and
 * pairs that it holds below the goal are counted apart.
 */
function convergenceRows(all: readonly Scrape[]): Row[] {
  const family = all.filter(({ tool }) => tool.startsWith('trafilatura-'));
  const pairs = family.flatMap((a, index) =>
    family
      .slice(index + 1)
      .filter(({ page }) => page === a.page)
      .map((b) => ({
        before: wordAgreement(a.before, b.before).f1,
        after: wordAgreement(a.after, b.after).f1,
      })),
  );
  const after = pairs.map((pair) => pair.after);
  const comparable = pairs.filter(({ before }) => before >= 0.995);
  return [
    {
      measure: 'versions of one scraper agree (mean)',
      value: mean(after),
      unit: 'F1',
      samples: pairs.length,
      baseline: { name: 'before', value: mean(pairs.map(({ before }) => before)) },
      goal: '>= .995',
      ok: mean(after) >= 0.995,
    },
    { measure: 'versions agree (worst)', value: Math.min(...after), unit: 'F1', samples: pairs.length },
    {
      measure: 'pairs below .995',
      value: pairs.filter((pair) => pair.after < 0.995).length,
      unit: 'pairs',
      samples: pairs.length,
      baseline: { name: 'before', value: pairs.length - comparable.length },
    },
    {
      measure: 'pairs with the same words before: agree (worst)',
      value: Math.min(...comparable.map((pair) => pair.after)),
      unit: 'F1',
      samples: comparable.length,
    },
  ];
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function folded(text: string): string {
  return text.toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, ' ');
}
