import type { Element } from 'hast';
import type { EvidenceSource } from '../../../../../shared/document/document.ts';
import { parsePrintedDate, startsWithDate } from '../../../meta/parse-printed-date.ts';
import { readDate } from '../../../meta/read-date.ts';
import { stringProperty } from '../../hast-properties.ts';
import { findElement, lineOf, namesOf } from '../elements.ts';
import { type HeadData, metaOf } from './head-data.ts';
import { type JsonLdData, textOf } from './json-ld.ts';

export interface FoundDate {
  /** ISO 8601 date, or date-time with zone. */
  readonly value: string;
  readonly from: EvidenceSource;
  readonly confidence: number;
}

export interface PageDates {
  readonly published: FoundDate | undefined;
  readonly modified: FoundDate | undefined;
}

export interface DateSources {
  /** Elements that may speak about the article. */
  readonly own: readonly Element[];
  readonly head: HeadData;
  readonly jsonLd: JsonLdData;
  readonly headline: Element | undefined;
  readonly addresses: readonly string[];
  readonly language: string | undefined;
}

const PUBLISHED_METAS = [
  'article:published_time',
  'og:published_time',
  'og:article:published_time',
  'datepublished',
  'parsely-pub-date',
  'sailthru.date',
  'pubdate',
  'publishdate',
  'publish-date',
  'publish_date',
  'published',
  'publication_date',
  'publication-date',
  'dc.date.issued',
  'dcterms.created',
  'dcterms.issued',
  'dcterms.date',
  'dc.date',
  'dc.date.created',
  'citation_publication_date',
  'citation_date',
  'article:published',
  'article_date_original',
  'articledate',
  'article.published',
  'date',
  'datecreated',
  'created',
  'cxenseparse:recs:publishtime',
  'rnews:datepublished',
  'og:pubdate',
  'bt:pubdate',
  'last-published',
];
const MODIFIED_METAS = [
  'article:modified_time',
  'og:updated_time',
  'datemodified',
  'dcterms.modified',
  'dc.date.modified',
  'last-modified',
  'lastmod',
  'modified',
  'updated',
  'revised',
];
const PUBLISHED_NAMES =
  /(?<=^|[\s-])(?:published|publish|pubdate|pub-date|dt-published|entry-date|post-date|posted-on|publish-date|published-at|publication-date|date-published|article-date|story-date|news-date|entry-time|veroeffentlicht|fecha|data-pubblicazione)(?=$|[\s-])/u;
const MODIFIED_NAMES = /(?<=^|[\s-])(?:updated?|modified|dt-updated|last-updated|modify)(?=$|[\s-])/u;
const DATE_NAMES =
  /(?<=^|[\s-])(?:dates?|datum|data|time|timestamp|datetime|dateline|byline|meta|posted|info|created|submitted)(?=$|[\s-])/u;
const MAX_LINE = 160;

/** When the article was published and changed, by the best evidence that the page has for each. */
export function readDates(sources: DateSources): PageDates {
  const { head, jsonLd, language } = sources;
  const dated = (
    text: string | undefined,
    from: EvidenceSource,
    confidence: number,
  ): FoundDate | undefined => {
    const value = text === undefined ? undefined : dateIn(text, language);
    return value === undefined ? undefined : { value, from, confidence };
  };
  const shown = shownDates(sources);
  return {
    published:
      dated(textOf(jsonLd.article?.['datePublished']), 'json-ld', 0.95) ??
      dated(metaOf(head, ...PUBLISHED_METAS), 'meta', 0.9) ??
      shown.published ??
      dated(textOf(jsonLd.article?.['dateCreated']), 'json-ld', 0.7) ??
      dated(
        sources.addresses.map((url) => dateInUrl(url)).find((date) => date !== undefined),
        'pattern',
        0.7,
      ) ??
      shown.likely,
    modified:
      dated(textOf(jsonLd.article?.['dateModified']), 'json-ld', 0.95) ??
      dated(metaOf(head, ...MODIFIED_METAS), 'meta', 0.9) ??
      shown.modified,
  };
}

/** A date as data states it, else as people print it. */
function dateIn(text: string, language: string | undefined): string | undefined {
  const epoch = /^\d{10}(?:\d{3})?$/u.exec(text.trim())?.[0];
  if (epoch !== undefined) {
    return new Date(Number(epoch.padEnd(13, '0'))).toISOString().replace(/\.\d+Z$/u, 'Z');
  }
  const compact = /^(\d{4})(\d{2})(\d{2})(?:T?\d{4,6}Z?)?$/u.exec(text.trim());
  const iso = readDate(compact === null ? text : `${compact[1]}-${compact[2]}-${compact[3]}`, '', []);
  return iso ?? zonedDate(text) ?? parsePrintedDate(text, language);
}

/** "Mon, 12 Jan 2026 08:30:00 +0100", and what scripts print: the moment in its own zone. */
function zonedDate(text: string): string | undefined {
  const match = /(\d{2}:\d{2}(?::\d{2})?)\s*(GMT|UTC|Z)?\s*([+-]\d{2}:?\d{2})?/u.exec(text);
  const date = parsePrintedDate(text, 'en');
  if (match === null || date === undefined || (match[2] === undefined && match[3] === undefined)) {
    return undefined;
  }
  return readDate(`${date}T${match[1]}${match[3] ?? 'Z'}`, '', []);
}

interface ShownDates {
  readonly published: FoundDate | undefined;
  readonly modified: FoundDate | undefined;
  /** One whose element does not say of what it is the date. */
  readonly likely: FoundDate | undefined;
}

/** Dates in elements that say what they are; those nearest below the headline first. */
function shownDates({ own, headline, language }: DateSources): ShownDates {
  const found: { -readonly [Key in keyof ShownDates]: ShownDates[Key] } = {
    published: undefined,
    modified: undefined,
    likely: undefined,
  };
  let isBelow = headline === undefined;
  const order = own.filter((element) => element === headline || isDateElement(element));
  for (const element of order) {
    if (element === headline) {
      isBelow = true;
      continue;
    }
    const stated =
      stringProperty(findElement(element, ({ tagName }) => tagName === 'time') ?? element, 'dateTime') ??
      stringProperty(element, 'content') ??
      stringProperty(element, 'title');
    const line = lineOf(element);
    const value =
      (stated === undefined ? undefined : dateIn(stated, language)) ??
      (line.length <= MAX_LINE ? parsePrintedDate(line, language) : undefined);
    if (value === undefined) {
      continue;
    }
    const kind = kindOf(element, line);
    const near = isBelow ? 0 : 0.2;
    if (kind === 'likely' && found.likely !== undefined && (found.likely.confidence >= 0.6 || !isBelow)) {
      continue;
    }
    if (kind === 'likely' || found[kind] === undefined) {
      found[kind] = { value, from: 'visible', confidence: (kind === 'likely' ? 0.6 : 0.85) - near };
    }
  }
  return found;
}

function isDateElement(element: Element): boolean {
  return (
    element.tagName === 'time' ||
    /date(?:Published|Modified|Created)/u.test(stringProperty(element, 'itemProp') ?? '') ||
    PUBLISHED_NAMES.test(namesOf(element)) ||
    DATE_NAMES.test(namesOf(element)) ||
    saysWhen(element)
  );
}

/** "Updated Oct. 4, 2026 at 7:15 p.m.", "12/03/2026 05h01": a line of its own that is about a date. */
function saysWhen({ children }: Element): boolean {
  const first = children.find((child) => child.type !== 'text' || child.value.trim() !== '');
  const text = first?.type === 'text' ? first.value.trim() : '';
  return (
    text.length <= MAX_STATED &&
    (startsWithDate(text) || (WHEN.test(text) && (MODIFIED_LINE.test(text) || PUBLISHED_LINE.test(text))))
  );
}

function kindOf(element: Element, line: string): keyof ShownDates {
  const itemProp = stringProperty(element, 'itemProp') ?? '';
  const names = namesOf(element);
  if (/dateModified/u.test(itemProp) || MODIFIED_NAMES.test(names) || MODIFIED_LINE.test(line)) {
    return /datePublished/u.test(itemProp) ? 'published' : 'modified';
  }
  const isPublished =
    /datePublished/u.test(itemProp) ||
    stringProperty(element, 'pubdate') !== undefined ||
    'pubdate' in element.properties ||
    PUBLISHED_NAMES.test(names) ||
    PUBLISHED_LINE.test(line);
  return isPublished ? 'published' : 'likely';
}

/** With a year; "Date" and "Created" say it of other things too. */
const WHEN = /^(?!date|created).*\d{4}/iu;
/** A longer line is a sentence. */
const MAX_STATED = 70;
const MODIFIED_LINE =
  /^(?:last )?(?:updated|modified|reviewed|revised|changed)|^content current|^(?:zuletzt )?(?:aktualisiert|geändert)|^stand:|^mis à jour|^actualizado|^atualizado|^aggiornato|^bijgewerkt|^обновлено|^aktualizacja/iu;
const PUBLISHED_LINE =
  /^(?:first )?(?:published|posted|created|submitted|date)|^(?:veröffentlicht|erstellt|publiziert)|^publié|^publicado|^pubblicato|^gepubliceerd|^опубликовано|^opublikowan|^đăng/iu;

/** "/2026/01/12/", "/2026-01-12-", "/20260112/" in an address. */
function dateInUrl(url: string): string | undefined {
  const match = /\/((?:19|20)\d{2})[/_-]?(0[1-9]|1[0-2])[/_-]?(0[1-9]|[12]\d|3[01])(?=[/_.-]|$)/u.exec(url);
  return match === null ? undefined : `${match[1]}-${match[2]}-${match[3]}`;
}
