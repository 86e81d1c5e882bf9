import { readFile } from 'node:fs/promises';
import { beforeAll, describe, expect, it } from 'vitest';
import { DEFAULT_TARGETS } from '../../config/locales.ts';
import { configPath } from '../../config/project-root.ts';
import type { SourceArticle } from '../../shared/document/article.ts';
import type { Document } from '../../shared/document/document.ts';
import { Locale } from '../../shared/document/locale.ts';
import type { Segment } from '../../shared/document/segment.ts';
import { readTmx } from '../../shared/exchange/tmx/read.ts';
import type { TmxEvent } from '../../shared/exchange/tmx/tmx-event.ts';
import type { TranslationUnit } from '../../shared/memory/translation-unit.ts';
import { createNormalizeDeps } from '../../workers/normalize/deps.ts';
import { normalizeStage } from '../../workers/normalize/stage.ts';
import { normalizeHere } from '../../workers/normalize/thread/normalizer.ts';
import { articleIdOf } from '../support/builders.ts';

/** What config/samples/README.md promises, in percent of the article's sentences. */
const PROMISED_COVERAGE: Readonly<Record<string, number>> = {
  es: 100,
  fr: 100,
  vi: 100,
  ar: 100,
  de: 70,
  'pt-BR': 60,
  ru: 50,
  'zh-Hans': 50,
  he: 40,
  ja: 40,
};
/** One sentence of 34 is three percent: a promise holds when no sentence more or less comes nearer. */
const COVERAGE_TOLERANCE = 2;

/** Each defect that the article shows on purpose; none may be left once it is normalized. */
const DEFECTS: readonly (readonly [name: string, pattern: RegExp])[] = [
  ['a month in lower case', /\b(?:on|of|by|in) (?:march|april|june)\b|\boctober \d/u],
  ['"may" in lower case as a month', /\bmay \d/u],
  ['a nationality in lower case', /\b(?:kenyan|ugandan)\b/u],
  ['a country in lower case', /\b(?:kenya|uganda)\b/u],
  ['a title in lower case before a name', /, president \p{Lu}/u],
  ['a picture table of which one line came through', /^!\[\]\(\) \|$/mu],
  ['a credit in the caption', /Photo: AFP/u],
  ['a byline as a paragraph', /^by Lena Hartwell \(Reuters\)$/mu],
  ['a line wrapped inside a sentence', /\w\n[a-z]/u],
  ['a doubled space', /\S {2}\S/u],
  ['a no-break space', /\u00A0/u],
  ['a zero-width character', /[\u200B-\u200D\u2060\uFEFF]/u],
  ['a soft hyphen', /\u00AD/u],
];

/** What the article holds besides, so that each kind of content is seen in the demo. */
const CONTENT: readonly (readonly [name: string, pattern: RegExp])[] = [
  ['a headline', /^# \S/mu],
  ['the time of publication', /^publishedAt: \d{4}-\d\d-\d\dT/mu],
  ['a quotation over two sentences', /^"[^"\n]+\. [^"\n]+," \w+ said\./mu],
  ['a date within the day', /in the early hours of april \d/u],
  ['dates that count from another date', /Three days later.*mid-last week.*next month/su],
  ['a percentage', /\d%/u],
  ['sums in two currencies', /\$\d.*€\d/su],
  ['quantities', /\d,\d{3} passengers.*\d-kilometer/su],
  ['a duration', /\d-minute/u],
  ['a time of day with an abbreviation', /\d p\.m\. [a-z]/u],
  ['a link', /\[[^\]]+\]\(https:\/\/example\.org\/[^)]+\)/u],
  ['strong text', /\*\*[^*]+\*\*/u],
  ['a list of three', /^- .+\n- .+\n- .+$/mu],
];

let article: string;
let document: Document;
let events: readonly TmxEvent[];
let units: readonly TranslationUnit[];
let tuids: ReadonlyMap<string, string>;

beforeAll(async () => {
  article = await readFile(configPath('samples', 'article.md'), 'utf8');
  const memory = await readFile(configPath('samples', 'memory.tmx'), 'utf8');
  document = await normalizeStage.run(
    { source: sourceOf(article) },
    normalizeHere(createNormalizeDeps()),
    new AbortController().signal,
  );
  events = await eventsOf(memory);
  units = events.flatMap((event) => (event.kind === 'unit' ? [event.unit] : []));
  tuids = tuidsOf(memory, units);
});

describe('the sample article', () => {
  it.each(DEFECTS)('shows %s, and none is left once it is normalized', (_name, pattern) => {
    expect(article).toMatch(pattern);
    expect(document.segments.filter(({ text }) => pattern.test(text)).map(({ text }) => text)).toEqual([]);
  });

  it.each(CONTENT)('holds %s', (_name, pattern) => {
    expect(article).toMatch(pattern);
  });

  it('gives its headline, byline, agency, date and picture credit to the fields made for them', () => {
    expect(document.meta).toMatchObject({
      headline: 'Kenya and Uganda agree to reopen night ferry across Lake Victoria',
      byline: [{ name: 'Lena Hartwell' }],
      agency: 'Reuters',
      publishedAt: '2026-04-15T07:20:00+03:00',
    });
    const figures = document.tree.children.flatMap((node) => (node.type === 'figure' ? [node] : []));
    expect(figures.map(({ credit }) => credit)).toEqual([{ role: 'photo', name: 'AFP' }]);
  });

  it('passes without a problem that a submitter would have to look at', () => {
    expect(document.overlays.diagnostics.filter(({ severity }) => severity !== 'info')).toEqual([]);
  });
});

describe('the sample memory', () => {
  it('is read whole: nothing refused, no code dropped', () => {
    const losses = events.filter(
      (event) => event.kind === 'refused' || (event.kind === 'unit' && event.dropped.length > 0),
    );
    expect(losses).toEqual([]);
  });

  it.each(Object.entries(PROMISED_COVERAGE))('covers in %s the promised %i percent', (tag, promised) => {
    const locale = Locale.parse(tag);
    const missing = document.segments.filter((segment) => !isCovered(segment, locale));
    const covered = 100 * (1 - missing.length / document.segments.length);
    expect(Math.abs(covered - promised), missing.map(({ text }) => text).join('\n')).toBeLessThanOrEqual(
      promised === 100 ? 0 : COVERAGE_TOLERANCE,
    );
  });

  it('promises something for every locale that an article gets unasked', () => {
    expect(new Set(Object.keys(PROMISED_COVERAGE))).toEqual(new Set(DEFAULT_TARGETS));
  });

  it('holds no sentence that the article lacks, except the near misses', () => {
    const inArticle = new Set(document.segments.map((segment) => identityOf(segment)));
    const strangers = units.filter(({ source }) => !inArticle.has(identityOf(source)));
    const names = new Set(strangers.map(({ source }) => tuids.get(source.text)));
    expect([...names].filter((name) => name?.startsWith('fuzzy-') !== true)).toEqual([]);
    expect(names.size).toBe([...tuids.values()].filter((name) => name.startsWith('fuzzy-')).length);
  });

  it('keeps near misses out of the locales that have the sentence itself', () => {
    const full = new Set(['es', 'fr', 'vi', 'ar']);
    const nearMisses = units.filter(({ source }) => tuids.get(source.text)?.startsWith('fuzzy-') === true);
    expect(nearMisses.filter(({ locale }) => full.has(locale))).toEqual([]);
  });

  it('states a context only where the article has it', () => {
    const places = new Set(
      document.segments.map(({ text, contextBefore, contextAfter }) =>
        JSON.stringify([text, contextBefore, contextAfter]),
      ),
    );
    const stated = units.filter(({ contextBefore }) => contextBefore !== undefined);
    const misplaced = stated.filter(
      ({ source, contextBefore, contextAfter }) =>
        !places.has(JSON.stringify([source.text, contextBefore, contextAfter])),
    );
    expect(stated.length).toBeGreaterThan(0);
    expect(misplaced.map(({ source }) => source.text)).toEqual([]);
  });

  it('gives every target the codes of its source', () => {
    const different = units.filter(
      ({ source, target }) => codeKinds(source.codes) !== codeKinds(target.codes),
    );
    expect(different.map(({ locale, source }) => [locale, source.text])).toEqual([]);
  });

  it.each([
    ['fr', /["'“”]|[^\u00A0]»|«[^\u00A0]|[^\u00A0\u202F\d][:;!?](?!\d)/u],
    ['es', /["'«»]/u],
    ['vi', /["'«»]/u],
    ['pt-BR', /["'«»]/u],
    ['de', /["'«»”]/u],
    ['ru', /["'„“”]/u],
    ['ar', /["'“”?,;]/u],
    ['he', /["'«»„“]/u],
    ['zh-Hans', /["'「」,;:?!]|[^\d]\.|\.$/u],
    ['ja', /["'“”,;:?!.]/u],
  ])('sets %s with the marks of its own typography', (tag, foreign) => {
    const targets = units.filter(({ locale }) => locale === tag).map(({ target }) => target.text);
    expect(targets.length).toBeGreaterThan(0);
    expect(targets.filter((text) => foreign.test(text))).toEqual([]);
  });
});

async function eventsOf(memory: string): Promise<readonly TmxEvent[]> {
  const found: TmxEvent[] = [];
  for await (const event of readTmx([memory])) {
    found.push(event);
  }
  return found;
}

function sourceOf(content: string): SourceArticle {
  return {
    articleId: articleIdOf('samples'),
    externalId: 'samples/article.md',
    version: 1,
    tenant: 'samples',
    format: 'markdown',
    content,
    meta: {},
    targetLocales: Object.keys(PROMISED_COVERAGE).map((tag) => Locale.parse(tag)),
    urgency: 5,
    pubStatus: 'usable',
  };
}

function isCovered(segment: Segment, locale: Locale): boolean {
  const identity = identityOf(segment);
  return units.some((unit) => unit.locale === locale && identityOf(unit.source) === identity);
}

/** What makes a match exact: the text, and which codes stand where. */
function identityOf({ text, codes }: TranslationUnit['source']): string {
  return JSON.stringify([text, codes.map(({ kind, start, end }) => [kind, start, end])]);
}

function codeKinds(codes: TranslationUnit['source']['codes']): string {
  return codes
    .map(({ id, kind }) => `${id} ${kind}`)
    .toSorted()
    .join(', ');
}

/** The `tuid` of each source text: units of one `tu` stand together, and every `tu` has an own text. */
function tuidsOf(memory: string, all: readonly TranslationUnit[]): ReadonlyMap<string, string> {
  const ids = [...memory.matchAll(/<tu tuid="(?<id>[^"]+)"/gu)].map(({ groups }) => groups?.['id'] ?? '');
  const texts = [...new Set(all.map(({ source }) => source.text))];
  expect(ids).toHaveLength(texts.length);
  return new Map(texts.map((text, at) => [text, ids[at] ?? '']));
}
