import { renditionUri } from '../../shared/document/rendition-uri.ts';
import { translationState } from '../../shared/document/translation-state.ts';
import { articleBody } from './article-element.ts';
import { picturesOf } from './article-pictures.ts';
import { hastToText } from './hast-to-text.ts';
import type { LocalizedEntity } from './localize-entities.ts';
import { pageLinks } from './page-links.ts';
import type { RenderedParts } from './render-parts.ts';
import { sourceHeadline } from './source-headline.ts';
import { stableJson } from './stable-json.ts';
import { unlessEmpty } from './unless-empty.ts';
import { writeHtml } from './write-html.ts';

const STANDARD = {
  name: 'ninjs',
  version: '3.1',
  schema: 'http://www.iptc.org/std/ninjs/ninjs-schema_3.1.json#',
};

/** IPTC's term for content that a trained model made. */
const MACHINE_MADE = {
  name: 'Created using Generative AI',
  uri: 'http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia',
};

/**
 * Writes the rendition as ninjs 3.1, IPTC's news in JSON. Its links: `rel` of the original is
 * `translationOf`, of a picture `picture`. `edNote` counts sentences by state, since ninjs has no
 * field for it; the desk's own note is never in it.
 */
export function toNinjs(parts: RenderedParts): string {
  const { document, meta, rendition, entities, kit } = parts;
  const body = articleBody(parts);
  const isWhole = rendition.counts.translated + rendition.counts.source === rendition.counts.segments;
  return `${stableJson({
    standard: STANDARD,
    uri: pageLinks(parts).canonical ?? renditionUri(document.id, kit.locale),
    type: 'text',
    representationType: isWhole ? 'full' : 'partial',
    version: String(document.version),
    contentCreated: withTime(meta.published?.iso),
    versionCreated: withTime(meta.modified?.iso ?? meta.published?.iso),
    pubStatus: 'usable',
    language: kit.locale,
    title: document.externalId,
    headlines: textOf('main', meta.headline?.text),
    descriptions: textOf('summary', meta.description?.text),
    by: meta.byline.length === 0 ? undefined : kit.list(meta.byline),
    located: meta.dateline,
    bodies: [
      {
        role: 'main',
        contentType: 'text/html',
        value: writeHtml(body.children).trim(),
      },
      { role: 'main', contentType: 'text/plain', value: hastToText(body, kit.direction) },
    ],
    people: namesOf(entities.table, 'PER'),
    organisations: namesOf(entities.table, 'ORG'),
    places: namesOf(entities.table, 'LOC'),
    subjects: unlessEmpty(
      [...(meta.section === undefined ? [] : [meta.section.text]), ...meta.keywords].map((name) => ({
        name,
      })),
    ),
    infoSources: meta.agency === undefined ? undefined : [{ name: meta.agency, role: 'agency' }],
    altIds: [{ role: 'article', value: document.externalId }],
    edNote: `Translation-State: ${translationState(rendition)}`,
    associations: unlessEmpty([...original(parts), ...pictures(parts)]),
    digitalSourceType: rendition.segments.some(({ origin }) => origin === 'mt') ? MACHINE_MADE : undefined,
  })}\n`;
}

/** Where the article is in another language than it was written in, the article that it was. */
function original({ document, meta, kit }: RenderedParts): readonly unknown[] {
  const { id, sourceLocale } = document;
  return sourceLocale === kit.locale
    ? []
    : [
        {
          name: 'original',
          rel: 'translationOf',
          type: 'text',
          uri: absolute(meta.originalUrl) ?? renditionUri(id, sourceLocale),
          language: sourceLocale,
          headlines: textOf('main', sourceHeadline(document)),
        },
      ];
}

function pictures(parts: RenderedParts): readonly unknown[] {
  return picturesOf(parts).flatMap(({ url, alt }, index) => {
    const href = absolute(url);
    return href === undefined
      ? []
      : [
          {
            name: `picture-${index + 1}`,
            rel: 'picture',
            type: 'picture',
            uri: href,
            descriptions: textOf('alternative', alt),
            renditions: [{ name: 'original', href }],
          },
        ];
  });
}

/** Names of a kind in the locale's form, unless nobody has checked its spelling; linked to Wikidata. */
function namesOf(table: readonly LocalizedEntity[], kind: string): readonly unknown[] | undefined {
  return unlessEmpty(
    table
      .filter(({ entity }) => entity.type === kind)
      .map(({ entity, localName, localNameOrigin }) => ({
        name: localNameOrigin === 'transliterated-unverified' ? entity.name : (localName ?? entity.name),
        uri: /^Q\d+$/u.test(entity.id) ? `http://www.wikidata.org/entity/${entity.id}` : undefined,
      })),
  );
}

function textOf(role: string, value: string | undefined): readonly unknown[] | undefined {
  return value === undefined || value === '' ? undefined : [{ role, contentType: 'text/plain', value }];
}

/** As the standard wants it: a date with a time, or nothing. */
function withTime(iso: string | undefined): string | undefined {
  return iso !== undefined && /T\d\d:\d\d:\d\d.*(?:Z|[+-]\d\d:\d\d)$/u.test(iso) ? iso : undefined;
}

/** A URI in ASCII. */
function absolute(url: string | undefined): string | undefined {
  return url !== undefined && URL.canParse(url) ? new URL(url).href : undefined;
}
