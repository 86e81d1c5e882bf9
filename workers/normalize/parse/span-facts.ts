import type { Element } from 'hast';
import { isSpanTag, type SpanTag } from '../../../shared/document/inline-code.ts';
import { type Locale, languageOf, toLocale } from '../../../shared/document/locale.ts';
import type { SpanNode } from '../../../shared/document/span-node.ts';
import { stringProperty } from './hast-properties.ts';

/** What an inline element says besides its content. */
export type SpanFacts = Omit<SpanNode, 'type' | 'children'>;

const ALIASES: Readonly<Record<string, SpanTag>> = { acronym: 'abbr' };

/** A date, time, zone offset, duration or week of HTML's `datetime`. */
const DATE_TIME = /^[-+]?[\dPT][\d\s:.,TWZPYMDHS+-]{0,39}$/iu;

/**
 * What is kept of an inline element that Markdown has no form for: its name, language, direction,
 * machine-readable time and title. Undefined where it says nothing, as a `span` with a class does.
 */
export function spanFactsOf(element: Element): SpanFacts | undefined {
  const tag = ALIASES[element.tagName] ?? element.tagName;
  const marks = languageMarksOf(element);
  if (!isSpanTag(tag)) {
    return undefined;
  }
  if ((tag === 'span' && marks === undefined) || (tag === 'bdo' && marks?.dir === undefined)) {
    return undefined;
  }
  const dateTime = tag === 'time' ? stringProperty(element, 'dateTime') : undefined;
  const title = tag === 'abbr' || tag === 'dfn' ? stringProperty(element, 'title') : undefined;
  return {
    tag,
    ...marks,
    ...(dateTime !== undefined && DATE_TIME.test(dateTime) ? { dateTime } : {}),
    ...(title === undefined ? {} : { title }),
  };
}

/** The language and direction that an element states for its content; undefined where it states none. */
export function languageMarksOf(element: Element): Pick<SpanFacts, 'lang' | 'dir'> | undefined {
  const lang = localeOfElement(element);
  const dir = stringProperty(element, 'dir')?.toLowerCase();
  if (lang === undefined && dir !== 'ltr' && dir !== 'rtl' && dir !== 'auto') {
    return undefined;
  }
  return {
    ...(lang === undefined ? {} : { lang }),
    ...(dir === 'ltr' || dir === 'rtl' || dir === 'auto' ? { dir } : {}),
  };
}

/** Codes that name no language. */
const NO_LANGUAGE = new Set(['und', 'zxx', 'mul', 'mis', 'x']);

function localeOfElement(element: Element): Locale | undefined {
  const locale = toLocale(stringProperty(element, 'lang') ?? stringProperty(element, 'xmlLang') ?? '');
  return locale === undefined || NO_LANGUAGE.has(languageOf(locale)) ? undefined : locale;
}

/** Whether an element excludes its content from translation, or includes it again; undefined: neither. */
export function isTranslatable(element: Element): boolean | undefined {
  const translate = stringProperty(element, 'translate')?.toLowerCase();
  if (translate === 'no' || translate === 'yes') {
    return translate === 'yes';
  }
  const { className } = element.properties;
  return Array.isArray(className) && className.includes('notranslate') ? false : undefined;
}
