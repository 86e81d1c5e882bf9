import type { Element, ElementContent } from 'hast';
import { directionOf, type Locale } from '../../shared/document/locale.ts';
import type { Rendition } from '../../shared/document/rendition.ts';
import { element } from './element.ts';
import type { LocaleKit } from './locale-kit.ts';
import type { LocalizedDate } from './localize-dates.ts';
import type { LocalizedMeta, LocalizedText } from './localize-meta.ts';

export interface HeaderContext {
  readonly kit: LocaleKit;
  readonly sourceLocale: Locale;
}

/** What stands above the article's text: section, headline, byline, dates. */
export function pageHeader(
  heading: ElementContent | undefined,
  meta: LocalizedMeta,
  minutes: number,
  { kit, sourceLocale }: HeaderContext,
): Element {
  return element('header', {}, [
    meta.section === undefined
      ? undefined
      : element('p', { className: ['kicker'] }, [marked(meta.section, sourceLocale)]),
    heading,
    bylineOf(meta, kit),
    datesOf(meta, minutes, kit),
  ]);
}

/**
 * Says how much of the article is not translated, not approved, or made by a machine, and where the
 * original stands; absent where there is nothing to say.
 */
export function pageStatus(
  meta: LocalizedMeta,
  { counts }: Rendition,
  { kit, sourceLocale }: HeaderContext,
): Element | undefined {
  const parts = [
    untranslated(counts, kit),
    machineMade(counts, kit),
    ...reviewShares(counts, kit),
    originOf(meta, sourceLocale, kit),
  ].filter((part) => part !== undefined);
  return parts.length === 0
    ? undefined
    : element('p', { className: ['status'], role: 'note' }, separated(parts));
}

type Counts = Rendition['counts'];

function untranslated(
  { source, omitted = 0 }: Counts,
  { labels, formatNumber }: LocaleKit,
): string | undefined {
  const open = source + omitted;
  return open === 0 ? undefined : labels.counted('notYetTranslated', open, formatNumber(open));
}

/** With its share, where there is other text beside it. */
function machineMade(counts: Counts, kit: LocaleKit): string | undefined {
  const { machine = 0, segments } = counts;
  const label = kit.labels.text('machineTranslated', {});
  return machine === 0
    ? undefined
    : machine === segments
      ? label
      : `${label} (${shareOf(machine, counts, kit)})`;
}

/** How far people have taken it, where they have not approved all. */
function reviewShares(counts: Counts, kit: LocaleKit): readonly string[] {
  const { approved, reviewed = 0, segments } = counts;
  if (approved === segments) {
    return [];
  }
  const share = (key: 'approvedShare' | 'reviewedShare', count: number): string =>
    kit.labels.text(key, { percent: shareOf(count, counts, kit) });
  return [share('approvedShare', approved), ...(reviewed === 0 ? [] : [share('reviewedShare', reviewed)])];
}

/** In whole percent, rounded down: 100 is said of all alone. */
function shareOf(count: number, { segments }: Counts, kit: LocaleKit): string {
  return kit.formatPercent(Math.floor((100 * count) / segments));
}

function bylineOf(meta: LocalizedMeta, kit: LocaleKit): Element | undefined {
  const agency = meta.agency === undefined ? undefined : name(meta.agency);
  if (meta.byline.length === 0) {
    return agency === undefined ? undefined : element('p', { className: ['byline'] }, [agency]);
  }
  const [before, after] = kit.labels.around('byline');
  const names = kit
    .listParts(meta.byline)
    .map(({ type, value }) => (type === 'element' ? name(value) : value));
  const writers = element('span', {}, [before, ...names, after]);
  return element(
    'p',
    { className: ['byline'] },
    separated(agency === undefined ? [writers] : [writers, agency]),
  );
}

function datesOf(meta: LocalizedMeta, minutes: number, kit: LocaleKit): Element {
  const place = meta.dateline === undefined ? undefined : name(meta.dateline);
  const parts = [
    place,
    meta.published === undefined ? undefined : dated('published', meta.published, kit),
    meta.modified === undefined ? undefined : dated('updated', meta.modified, kit),
    element('span', {}, [kit.labels.counted('minRead', minutes, kit.formatNumber(minutes))]),
  ];
  return element('p', { className: ['dates'] }, separated(parts.filter((part) => part !== undefined)));
}

function dated(key: 'published' | 'updated', date: LocalizedDate, kit: LocaleKit): Element {
  const [before, after] = kit.labels.around(key);
  return element('span', {}, [before, element('time', { dateTime: date.iso }, [date.text]), after]);
}

function originOf(meta: LocalizedMeta, sourceLocale: string, kit: LocaleKit): Element | undefined {
  const language = kit.languageName(sourceLocale);
  if (sourceLocale === kit.locale || language === undefined) {
    return undefined;
  }
  const text = kit.labels.text('translatedFrom', { language });
  const link =
    meta.originalUrl === undefined
      ? undefined
      : element('a', { href: meta.originalUrl, hrefLang: sourceLocale }, [kit.labels.text('original', {})]);
  return element('span', { className: ['origin'] }, link === undefined ? [text] : separated([text, link]));
}

/** A text, marked where it is in the source language. */
function marked({ text, origin }: LocalizedText, lang: Locale): Element | string {
  return origin === 'target'
    ? text
    : element('span', { lang, dir: directionOf(lang), dataOrigin: 'source' }, [text]);
}

/** A name keeps its own direction, and no translating program touches it. */
function name(text: string): Element {
  return element('bdi', { translate: 'no' }, [text]);
}

/** Puts a dot between parts, and only a space where a sentence has ended. */
function separated(parts: readonly (Element | string)[]): (Element | string)[] {
  return parts.flatMap((part, index) => {
    const before = parts[index - 1];
    const isEnded = typeof before === 'string' && /[.。।]$/u.test(before);
    return index === 0 ? [part] : [isEnded ? ' ' : ' · ', part];
  });
}
