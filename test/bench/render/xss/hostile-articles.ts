import { z } from 'zod';
import { type SourceArticle, SourceArticle as SourceSchema } from '../../../../shared/document/article.ts';
import type { Document } from '../../../../shared/document/document.ts';
import { Locale } from '../../../../shared/document/locale.ts';
import { PipelineError } from '../../../../shared/errors/errors.ts';
import type { LocaleMatches, Match } from '../../../../shared/memory/match.ts';
import { LEVERAGE_BANDS, Leverage } from '../../../../shared/memory/match.ts';
import type { NormalizeDeps } from '../../../../workers/normalize/deps.ts';
import { normalize } from '../../../../workers/normalize/normalize.ts';
import type { RenderInput } from '../../../../workers/render/render-parts.ts';
import type { DataFolder } from '../../data-folder.ts';

export const CORPUS = 'xss';
const FILES = ['h5sc', 'dompurify', 'payloadbox', 'own-md'];

const Payload = z.object({ id: z.string(), payload: z.string() });
export type Payload = Readonly<z.infer<typeof Payload>>;

/** The payloads of every file of the corpus that is there. */
export function readPayloads(data: DataFolder): readonly Payload[] {
  return FILES.map((name) => `${CORPUS}/${name}.jsonl`)
    .filter((file) => data.has(file))
    .flatMap((file) => data.lines(file).map((line) => Payload.parse(line)));
}

/** An article that a payload came in by, ready to be rendered. */
export interface HostileArticle {
  readonly id: string;
  readonly input: RenderInput;
}

/**
 * The articles of one payload, by the ways into an output: as HTML and as Markdown, shown as source
 * text and as a translation with the source's codes; and as words of the memory and of the metadata.
 * Ways that normalize refuses are left out.
 */
export async function hostileArticles(
  { id, payload }: Payload,
  deps: NormalizeDeps,
): Promise<readonly HostileArticle[]> {
  const articles: HostileArticle[] = [];
  for (const format of ['html', 'markdown'] as const) {
    const document = await documentOf(sourceOf(format, around(format, payload)), deps);
    if (document !== undefined) {
      articles.push({ id: `${id} ${format} source`, input: inputOf(document, () => undefined) });
      articles.push({
        id: `${id} ${format} target`,
        input: inputOf(document, ({ text, codes }) => ({ text, codes })),
      });
    }
  }
  const plain = await documentOf(sourceOf('markdown', PLAIN_ARTICLE, metaOf(payload)), deps);
  if (plain !== undefined) {
    articles.push({
      id: `${id} memory and metadata`,
      input: inputOf(plain, ({ codes }) => ({ text: payload, codes: codes.slice(0, 0) })),
    });
  }
  return articles;
}

const PLAIN_ARTICLE = '# The harbor is open\n\nShips came in on Monday.\n\n- One of them was late.\n';

function around(format: 'html' | 'markdown', payload: string): string {
  return format === 'html'
    ? `<p>Words before.</p>\n${payload}\n<p>Words after.</p>`
    : `Words before.\n\n${payload}\n\nWords after.`;
}

/** Every word of the metadata that a submitter may write freely. */
function metaOf(payload: string): SourceArticle['meta'] {
  const words = payload.trim() === '' ? 'x' : payload;
  return {
    headline: words,
    byline: words,
    agency: words,
    dateline: words,
    description: words,
    section: words,
    keywords: [words],
  };
}

function sourceOf(format: string, content: string, meta: SourceArticle['meta'] = {}): SourceArticle {
  return SourceSchema.parse({
    articleId: `a${'0'.repeat(20)}`,
    externalId: 'xss',
    version: 1,
    tenant: 'test',
    sourceLocale: 'en',
    format,
    content,
    meta,
    targetLocales: ['ar'],
    urgency: 5,
    pubStatus: 'usable',
  });
}

async function documentOf(source: SourceArticle, deps: NormalizeDeps): Promise<Document | undefined> {
  try {
    return await normalize(source, deps);
  } catch (error) {
    if (error instanceof PipelineError && error.code !== 'INTERNAL') {
      return undefined;
    }
    throw error;
  }
}

const NO_LEVERAGE = Leverage.parse(
  Object.fromEntries(LEVERAGE_BANDS.map((band) => [band, { segments: 0, words: 0 }])),
);

function inputOf(
  document: Document,
  targetOf: (segment: Document['segments'][number]) => Match['target'] | undefined,
): RenderInput {
  const locale = Locale.parse('ar');
  const segments = document.segments.map((segment) => {
    const target = targetOf(segment);
    return { segmentId: segment.id, matches: target === undefined ? [] : [matchOf(segment, target)] };
  });
  const matches: LocaleMatches = { locale, segments, leverage: NO_LEVERAGE };
  return { document, overlay: { mentions: [], entities: [] }, matches, locale, targets: [locale] };
}

function matchOf({ id, text, codes }: Document['segments'][number], target: Match['target']): Match {
  return {
    kind: 'exact',
    score: 100,
    unitId: id,
    source: { text, codes },
    target,
    parts: { base: 100, deductions: [], formula: 'test' },
    review: 'approved',
  };
}
