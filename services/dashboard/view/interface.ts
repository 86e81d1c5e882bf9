import { readdirSync, readFileSync } from 'node:fs';
import { createInstance } from 'i18next';
import { z } from 'zod';
import { configPath } from '../../../config/project-root.ts';
import type { OwnTypes } from '../../../shared/document/own-types.ts';
import { createFormat, type Format } from './format.ts';

/** The text of a label; values are inserted as text, and `count` picks the plural form. */
export type Translate = (key: string, values?: Readonly<Record<string, string | number>>) => string;

/** The interface in one language. */
export interface Interface {
  readonly language: string;
  readonly dir: 'ltr' | 'rtl';
  readonly t: Translate;
  readonly format: Format;
}

/** Every language that has a file in `config/labels/interface`. */
export interface Interfaces {
  readonly languages: readonly string[];
  /** `wanted`, where it exists, else the best of an `Accept-Language` header, else English. */
  choose(wanted: string | undefined, acceptLanguage: string | undefined): Interface;
}

const Labels = z.record(z.string(), z.string());
const RTL_LANGUAGES: ReadonlySet<string> = new Set(['ar', 'fa', 'he', 'ur']);
const FALLBACK = 'en';

/**
 * Reads the interface's languages once; a label that a language lacks is shown in English. Kinds of the
 * customer's own are labelled as they say.
 */
export function createInterfaces(ownTypes: OwnTypes = new Map()): Interfaces {
  const folder = configPath('labels', 'interface');
  const bundles = new Map(
    readdirSync(folder)
      .filter((name) => name.endsWith('.json'))
      .map((name) => [name.slice(0, -'.json'.length), readLabels(`${folder}/${name}`)] as const),
  );
  const i18n = createInstance();
  // Without a backend and with `initAsync: false` the labels are in place when init returns.
  void i18n.init({
    resources: Object.fromEntries(
      [...bundles].map(([tag, labels]) => [
        tag,
        { translation: { ...labels, ...labelsOfKinds(ownTypes, tag) } },
      ]),
    ),
    fallbackLng: FALLBACK,
    initAsync: false,
    parseMissingKeyHandler: (key: string) => key.replace(/^entity\.(?=X-)/u, ''), // no longer declared
    keySeparator: false,
    nsSeparator: false,
    interpolation: { escapeValue: false, skipOnVariables: true },
  });
  const interfaces = new Map(
    [...bundles.keys()].map((language) => [language, interfaceOf(language, i18n.getFixedT(language))]),
  );
  const fallback = interfaces.get(FALLBACK) ?? interfaceOf(FALLBACK, i18n.getFixedT(FALLBACK));
  return {
    languages: [...interfaces.keys()].toSorted(),
    choose: (wanted, acceptLanguage) =>
      [wanted ?? '', ...preferredLanguages(acceptLanguage ?? '')]
        .map((tag) => interfaces.get(tag) ?? interfaces.get(tag.split('-')[0] ?? ''))
        .find((found) => found !== undefined) ?? fallback,
  };
}

/** The tags of an `Accept-Language` header, most wanted first; those with `q=0` are left out. */
export function preferredLanguages(header: string): readonly string[] {
  return header
    .split(',')
    .map((part) => {
      const [tag = '', ...parameters] = part.trim().split(';');
      const quality = parameters.map((text) => /^\s*q=([\d.]+)\s*$/u.exec(text)?.[1]).find(Boolean);
      return { tag: tag.trim(), quality: quality === undefined ? 1 : Number(quality) };
    })
    .filter(({ tag, quality }) => tag !== '' && quality > 0)
    .toSorted((a, b) => b.quality - a.quality)
    .map(({ tag }) => tag);
}

function labelsOfKinds(ownTypes: OwnTypes, language: string): Readonly<Record<string, string>> {
  return Object.fromEntries(
    [...ownTypes].flatMap(([type, { labels }]) => {
      const label = labels[language];
      return label === undefined ? [] : [[`entity.${type}`, label]];
    }),
  );
}

function readLabels(path: string): Readonly<Record<string, string>> {
  return Labels.parse(JSON.parse(readFileSync(path, 'utf8')));
}

function interfaceOf(
  language: string,
  translate: (key: string, options: { count?: number; replace: object }) => string,
): Interface {
  const fixed = remember((key: string) => translate(key, { replace: {} }));
  return {
    language,
    dir: RTL_LANGUAGES.has(language) ? 'rtl' : 'ltr',
    t: (key, values) => {
      if (values === undefined) {
        return fixed(key);
      }
      const { count } = values;
      return translate(key, typeof count === 'number' ? { count, replace: values } : { replace: values });
    },
    format: createFormat(language),
  };
}

/** A board says the same few words in every cell: looking them up once makes it a tenth as costly. */
function remember(look: (key: string) => string): (key: string) => string {
  const known = new Map<string, string>();
  return (key) => {
    const text = known.get(key) ?? look(key);
    known.set(key, text);
    return text;
  };
}
