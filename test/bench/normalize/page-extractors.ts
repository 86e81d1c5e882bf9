import { Readability } from '@mozilla/readability';
import { Defuddle } from 'defuddle/node';
import { parseHTML } from 'linkedom';
import { z } from 'zod';
import { SourceArticle } from '../../../shared/document/article.ts';
import { createNormalizeDeps } from '../../../workers/normalize/deps.ts';
import { normalize } from '../../../workers/normalize/normalize.ts';
import { bodyText } from './body-text.ts';
import { type CorpusPage, htmlText } from './page-corpus.ts';

/** What a tool makes of a page. */
export interface ExtractedPage {
  /** The article's text without its headline. */
  readonly text: string;
  readonly title: string;
  readonly author: string;
  /** As the tool writes it. */
  readonly date: string;
}

export interface PageExtractor {
  readonly name: string;
  readonly extract: (page: CorpusPage) => Promise<ExtractedPage>;
}

/** Normalization, from the bytes of a page to the document. */
export function ours(): PageExtractor {
  const deps = createNormalizeDeps();
  return {
    name: 'normalize',
    extract: async (page) => {
      const document = await normalize(sourceOf(page), deps);
      const { headline, byline, agency, publishedAt } = document.meta;
      return {
        text: bodyText(document),
        title: headline ?? '',
        author: byline.map(({ name }) => name).join(', ') || (agency ?? ''),
        date: publishedAt ?? '',
      };
    },
  };
}

const member = z
  .string()
  .nullish()
  .transform((value) => value ?? '');
const ReadabilityArticle = z.object({
  title: member,
  byline: member,
  content: member,
  publishedTime: member,
});
const DefuddleArticle = z.object({ title: member, author: member, content: member, published: member });

/** Mozilla's extractor on linkedom, alone. */
export const readability: PageExtractor = {
  name: 'readability',
  extract: async ({ bytes }) => {
    const parsed: unknown = new Readability(parseHTML(bytes.toString('utf8')).document).parse();
    const article = ReadabilityArticle.safeParse(parsed).data;
    return {
      text: htmlText(article?.content ?? ''),
      title: article?.title ?? '',
      author: article?.byline ?? '',
      date: article?.publishedTime ?? '',
    };
  },
};

/** Defuddle on linkedom; some pages take it half a minute. */
export const defuddle: PageExtractor = {
  name: 'defuddle',
  extract: async ({ bytes, url }) => {
    const parsed: unknown = await Defuddle(parseHTML(bytes.toString('utf8')).document, url);
    const article = DefuddleArticle.safeParse(parsed).data;
    return {
      text: htmlText(article?.content ?? ''),
      title: article?.title ?? '',
      author: article?.author ?? '',
      date: article?.published ?? '',
    };
  },
};

/** Every word that the page shows. */
export const wholeBody: PageExtractor = {
  name: 'whole body',
  extract: async ({ bytes }) => ({ text: htmlText(bytes.toString('utf8')), title: '', author: '', date: '' }),
};

function sourceOf({ bytes }: CorpusPage): SourceArticle {
  return SourceArticle.parse({
    articleId: `a${'0'.repeat(20)}`,
    externalId: 'page',
    version: 1,
    tenant: 'bench',
    format: 'html',
    content: bytes.toString('base64'),
    contentEncoding: 'base64',
    meta: {},
    targetLocales: ['es'],
    urgency: 5,
    pubStatus: 'usable',
  });
}
