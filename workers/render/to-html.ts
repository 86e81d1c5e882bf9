import type { ElementContent } from 'hast';
import { toHtml as serialize } from 'hast-util-to-html';
import rehypeSanitize from 'rehype-sanitize';
import type { Document } from '../../shared/document/document.ts';
import type { Rendition } from '../../shared/document/rendition.ts';
import { articleToHast, type HastContext } from './article-to-hast.ts';
import type { ArticleTree } from './build-mdast.ts';
import { element } from './element.ts';
import type { FilledSegment } from './fill-targets.ts';
import type { LocaleKit } from './locale-kit.ts';
import type { LocalizedEntities } from './localize-entities.ts';
import type { LocalizedMeta } from './localize-meta.ts';
import { pageHeader, pageStatus } from './page-header.ts';
import { pageStyles } from './page-styles.ts';
import { plainText } from './plain-text.ts';
import { readingMinutes } from './reading-time.ts';
import { SANITIZE_SCHEMA } from './sanitize-schema.ts';

/** Everything that the serializers are given. */
export interface RenderedParts {
  readonly document: Document;
  readonly filled: readonly FilledSegment[];
  readonly rendition: Rendition;
  readonly article: ArticleTree;
  readonly meta: LocalizedMeta;
  readonly entities: LocalizedEntities;
  readonly kit: LocaleKit;
}

/**
 * Writes the rendition as one accessible HTML page that needs nothing from elsewhere but its
 * pictures. All text enters as text nodes; the whole body passes our allow list before it is
 * serialized.
 */
export function toHtml(parts: RenderedParts): string {
  const { kit } = parts;
  const page = element('html', { lang: kit.locale, dir: kit.direction }, [
    '\n',
    head(parts),
    '\n',
    element('body', {}, ['\n', ...sanitize(main(parts)), '\n']),
    '\n',
  ]);
  return `${serialize({ type: 'root', children: [{ type: 'doctype' }, { type: 'text', value: '\n' }, page] })}\n`;
}

function main({ document, filled, rendition, article, meta, entities, kit }: RenderedParts): ElementContent {
  const { sourceLocale } = document;
  const context: HastContext = {
    kit,
    localNameOf: entities.localNameOf,
    sourceAlternatives: sourceAlternatives(document, filled),
  };
  const [heading] =
    article.headline === undefined
      ? []
      : articleToHast(
          { type: 'root', children: [{ type: 'heading', depth: 1, children: article.headline }] },
          context,
        );
  const body = articleToHast(article.body, context);
  return element('main', {}, [
    '\n',
    element('article', {}, [
      '\n',
      pageHeader(heading, meta, readingMinutes(filled, kit.style), { kit, sourceLocale }),
      '\n',
      pageStatus(meta, rendition, { kit, sourceLocale }),
      '\n',
      element('div', { className: ['article-body'] }, ['\n', ...body, '\n']),
      '\n',
    ]),
    '\n',
  ]);
}

function head({ document, meta, kit }: RenderedParts): ElementContent {
  const { headline, description, originalUrl } = meta;
  const lines = [
    element('meta', { charSet: 'utf-8' }),
    element('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
    element('title', {}, [headline?.text ?? document.externalId]),
    description === undefined
      ? undefined
      : element('meta', { name: 'description', content: description.text }),
    meta.byline.length === 0
      ? undefined
      : element('meta', { name: 'author', content: meta.byline.join(', ') }),
    originalUrl === undefined
      ? undefined
      : element('link', { rel: ['alternate'], hrefLang: document.sourceLocale, href: originalUrl }),
    element('style', {}, [pageStyles(kit)]),
  ];
  return element('head', {}, ['\n', ...lines.flatMap((line) => (line === undefined ? [] : [line, '\n']))]);
}

const clean = rehypeSanitize(SANITIZE_SCHEMA);

function sanitize(content: ElementContent): ElementContent[] {
  const safe = clean({ type: 'root', children: [content] });
  return safe.children.flatMap((child) => (child.type === 'doctype' ? [] : [child]));
}

/** Alternative texts and titles without a translation, so that their pictures can name the language. */
function sourceAlternatives(
  document: Document,
  filled: readonly FilledSegment[],
): ReadonlyMap<string, string> {
  const asides = new Set(
    document.blocks.filter(({ kind }) => kind === 'alt' || kind === 'title').map(({ id }) => id),
  );
  return new Map(
    filled
      .filter(({ segment, target }) => target === undefined && asides.has(segment.blockId))
      .map(({ segment }) => [plainText(segment), segment.locale ?? document.sourceLocale]),
  );
}
