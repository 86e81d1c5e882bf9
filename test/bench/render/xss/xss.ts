import { existsSync } from 'node:fs';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import remarkStringify from 'remark-stringify';
import { unified } from 'unified';
import { groupBy } from '../../../../shared/document/group-by.ts';
import { OUTPUT_FORMATS } from '../../../../shared/document/output-format.ts';
import { createNormalizeDeps } from '../../../../workers/normalize/deps.ts';
import { createRenderDeps } from '../../../../workers/render/deps.ts';
import { OUTPUT_WRITERS } from '../../../../workers/render/output-writers.ts';
import { renderParts } from '../../../../workers/render/render-parts.ts';
import { createTagEntitiesDeps } from '../../../../workers/tag-entities/deps.ts';
import { tagEntities } from '../../../../workers/tag-entities/tag-entities.ts';
import { BROWSER } from '../../../support/browser.ts';
import { unsafeHtml } from '../../../support/unsafe-html.ts';
import type { Measure } from '../../entities/measure.ts';
import type { Row } from '../../report.ts';
import {
  CORPUS,
  type HostileArticle,
  hostileArticles,
  type Payload,
  readPayloads,
} from './hostile-articles.ts';
import { MARKDOWN_READERS, OUTPUT_READERS } from './read-output.ts';
import { type Shown, scriptsRunIn } from './run-in-browser.ts';

/**
 * What of hostile articles comes through (`xss/*.jsonl`: lines of `{ id, payload }`): each payload is
 * submitted as HTML and as Markdown, as source text, as a translation and as metadata, goes through
 * normalize, tag-entities and render, and every output is read as its readers read it. The HTML is
 * judged by its structure, and shown in a browser that reports every script that it runs.
 */
export const xss: Measure = {
  name: 'xss',
  needs: [CORPUS],
  run: async (data) => {
    const payloads = readPayloads(data);
    const articles = await articlesOf(payloads);
    const ours = await readAll(articles);
    const theirs = readBaseline(payloads);
    const browsed = existsSync(BROWSER) ? await browse(ours, theirs) : [];
    if (browsed.length === 0) {
      console.log(`xss: nothing was run, there is no browser at ${BROWSER}`);
    }
    return [...judge(ours, theirs), ...browsed];
  },
};

/** HTML that a reader made of an output; `id` names the payload, its way in and the format. */
interface Read extends Shown {
  readonly group: string;
}

async function articlesOf(payloads: readonly Payload[]): Promise<readonly HostileArticle[]> {
  const normalizer = createNormalizeDeps();
  const tagger = await createTagEntitiesDeps();
  const articles: HostileArticle[] = [];
  for (const payload of payloads) {
    for (const { id, input } of await hostileArticles(payload, normalizer)) {
      articles.push({ id, input: { ...input, overlay: tagEntities(input.document, tagger) } });
    }
  }
  return articles;
}

async function readAll(articles: readonly HostileArticle[]): Promise<readonly Read[]> {
  const deps = await createRenderDeps();
  return articles.flatMap(({ id, input }) => {
    const parts = renderParts(input, deps);
    return OUTPUT_FORMATS.flatMap((format) => {
      const readers = Object.entries(OUTPUT_READERS[format]);
      const body = readers.length === 0 ? '' : OUTPUT_WRITERS[format](parts);
      return readers.map(([reader, read]) => {
        const group = `${format}, ${reader}`;
        return { id: `${id}: ${group}`, group, html: read(body) };
      });
    });
  });
}

const bare = unified().use(remarkParse).use(remarkGfm).use(remarkStringify).freeze();

/** The payloads as Markdown that was parsed and written, with nothing of ours in between. */
function readBaseline(payloads: readonly Payload[]): readonly Read[] {
  return payloads.flatMap(({ id, payload }) => {
    const body = String(bare.processSync(payload));
    return Object.entries(MARKDOWN_READERS).map(([reader, read]) => {
      const group = `md, ${reader}`;
      return { id: `${id}: ${group}`, group, html: read(body) };
    });
  });
}

const BASELINE = 'remark-stringify';
const GOAL = '0';

function judge(ours: readonly Read[], theirs: readonly Read[]): Row[] {
  const baseline = new Map(countsOf(theirs).map((counts) => [counts.group, counts]));
  return countsOf(ours).flatMap(({ group, samples, executable, leftover }) => {
    const other = baseline.get(group);
    const rowOf = (kind: string, value: number, compared: number | undefined): Row => ({
      measure: `${group}: ${kind}`,
      value,
      unit: `of ${samples}`,
      samples,
      ...(compared === undefined
        ? {}
        : { baseline: { name: `${BASELINE}, of ${other?.samples ?? 0}:`, value: compared } }),
      goal: GOAL,
      ok: value === 0,
    });
    return [
      rowOf('executable', executable, other?.executable),
      rowOf('inert leftovers', leftover, other?.leftover),
    ];
  });
}

interface Counts {
  readonly group: string;
  readonly samples: number;
  readonly executable: number;
  readonly leftover: number;
}

function countsOf(reads: readonly Read[]): Counts[] {
  return [...groupBy(reads, ({ group }) => group)].map(([group, own]) => {
    const judged = own.map(({ id, html }) => ({ id, ...unsafeHtml(html) }));
    return {
      group,
      samples: own.length,
      executable: judged.filter(({ executable }) => executable.length > 0).length,
      leftover: judged.filter(({ leftover }) => leftover.length > 0).length,
    };
  });
}

async function browse(ours: readonly Read[], theirs: readonly Read[]): Promise<Row[]> {
  const different = differentOf(ours);
  const ran = await scriptsRunIn(different);
  const compared = await scriptsRunIn(differentOf(theirs));
  ran.slice(0, 10).forEach((id) => console.log(`a script ran: ${id}`));
  return [
    {
      measure: 'scripts that ran in a browser, different outputs',
      value: ran.length,
      unit: `of ${different.length}`,
      samples: different.length,
      baseline: { name: `${BASELINE}, of ${differentOf(theirs).length}:`, value: compared.length },
      goal: GOAL,
      // The hook must have seen scripts where there are some.
      ok: ran.length === 0 && compared.length > 0,
    },
  ];
}

/** One of all that have the same bytes. */
function differentOf(reads: readonly Read[]): readonly Read[] {
  return [...new Map(reads.map((read) => [read.html, read])).values()];
}
