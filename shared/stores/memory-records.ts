import { z } from 'zod';
import { ArticleId } from '../document/article.ts';
import { type CodedText, InlineCode } from '../document/inline-code.ts';
import type { Locale } from '../document/locale.ts';
import { Origin, Review } from '../document/rendition.ts';
import { standingOf } from '../memory/choose-targets.ts';
import { MAIN_MEMORY } from '../memory/memory-settings.ts';
import type { StoredUnit } from '../memory/stored-unit.ts';
import { hashText } from '../memory/token-hash.ts';
import type { TranslationUnit } from '../memory/translation-unit.ts';

/** Where a unit is filed. */
export interface UnitAddress {
  readonly sourceLocale: Locale;
  readonly locale: Locale;
  /** Source id, 16 hexadecimal digits. */
  readonly id: string;
}

/** A unit as the arguments of `ADD_UNITS`: no tab and no line feed in any of them. */
export interface UnitRecord {
  readonly source: string;
  readonly place: string;
  readonly standing: string;
  readonly body: string;
  /** Bytes at the start of `body` that are equal where the targets are. */
  readonly targetBytes: number;
  /** Article that it came from; `-`: from elsewhere. */
  readonly article: string;
}

const Codes = z.array(InlineCode);
const PackedText = z.union([z.string(), z.tuple([z.string(), Codes])]);

/** Text before, text after, key; then, outside the main memory, the memory's name. */
const Place = z.tuple([z.string().nullable(), z.string().nullable(), z.string().nullable()], z.string());

/**
 * Target, origin and review by their letters, changedAt as it was given, changedBy, articleId, version, file,
 * other properties as JSON.
 */
const Body = z.tuple([PackedText, z.string()], z.union([z.string(), z.int()]).nullable());

const Properties = z.array(z.tuple([z.string(), z.string()]));

const ORIGIN_LETTERS: Readonly<Record<Origin, string>> = {
  'context-match': 'c',
  exact: 'e',
  repaired: 'r',
  fuzzy: 'f',
  'previous-version': 'p',
  mt: 'm',
  human: 'h',
  'source-copy': 's',
  none: 'n',
};
const REVIEW_LETTERS: Readonly<Record<Review, string>> = {
  empty: 'e',
  draft: 'd',
  translated: 't',
  reviewed: 'r',
  approved: 'a',
  rejected: 'x',
};

/** Packs a coded text as one line: a JSON string, or text and codes where it has codes. */
export function packCodedText({ text, codes }: CodedText): string {
  return JSON.stringify(codes.length === 0 ? text : [text, codes]);
}

/** Packs what is stored of a unit. Units with equal `source` and `place` replace each other. */
export function packUnit(unit: TranslationUnit): UnitRecord {
  const { origin, review, changedAt, changedBy, articleId, version, file } = unit.provenance;
  const target = packCodedText(unit.target);
  const properties = unit.properties === undefined ? undefined : JSON.stringify(unit.properties);
  const rest = [changedAt, changedBy, articleId, version, file, properties];
  const length = rest.findLastIndex((each) => each !== undefined) + 1;
  const about = JSON.stringify([ORIGIN_LETTERS[origin] + REVIEW_LETTERS[review], ...rest.slice(0, length)]);
  const isArticle = articleId !== undefined && ArticleId.safeParse(articleId).success;
  return {
    source: packCodedText(unit.source),
    place: packPlace(unit),
    standing: `${standingOf(review)}${comparableTime(changedAt)}`,
    body: `[${target},${about.slice(1)}`,
    targetBytes: Buffer.byteLength(target) + 2,
    article: isArticle ? articleId : ELSEWHERE,
  };
}

/** In place of an article: a file, a person's own work. */
const ELSEWHERE = '-';

/** The sources of one `s<id>`, at their line numbers; removed ones are undefined. */
export function unpackSources(lines: string): readonly (CodedText | undefined)[] {
  return lines
    .split('\n')
    .slice(0, -1)
    .map((line) => (line === '' ? undefined : unpackSource(JSON.parse(line))));
}

/** Most texts have no codes, and nothing to be checked. */
function unpackSource(packed: unknown): CodedText {
  return typeof packed === 'string' ? { text: packed, codes: [] } : unpackText(PackedText.parse(packed));
}

/** The units of one locale of a `t<id>`, given the sources at its line numbers. */
export function unpackUnits(
  lines: string,
  sources: readonly (CodedText | undefined)[],
  address: UnitAddress,
): readonly (StoredUnit & { readonly line: number })[] {
  return lines
    .split('\n')
    .slice(0, -1)
    .flatMap((record) => {
      const [number = '', place = '', , body = '', articles = ELSEWHERE] = record.split('\t');
      const line = Number(number);
      const source = sources[line];
      return source === undefined
        ? []
        : [
            {
              line,
              unitId: unitIdOf(address, number, place),
              unit: unpackUnit(address, source, place, body),
              ...(articles.includes(ELSEWHERE) ? {} : { onlyFrom: articles.split(',') }),
            },
          ];
    });
}

function unpackUnit(
  { sourceLocale, locale }: UnitAddress,
  source: CodedText,
  place: string,
  packed: string,
): TranslationUnit {
  const body: unknown = JSON.parse(packed);
  const [target, letters, ...rest] = isPlainBody(body) ? body : Body.parse(body);
  const [changedAt, changedBy, articleId, version, file, properties] = rest.map((each) => each ?? undefined);
  return {
    sourceLocale,
    locale,
    source,
    target: unpackText(target),
    ...unpackPlace(place),
    ...(typeof properties === 'string' ? { properties: Properties.parse(JSON.parse(properties)) } : {}),
    provenance: {
      origin: ORIGINS.get(letters.charAt(0)) ?? 'none',
      review: REVIEWS.get(letters.charAt(1)) ?? 'draft',
      ...(typeof changedAt === 'string' ? { changedAt } : {}),
      ...(typeof changedBy === 'string' ? { changedBy } : {}),
      ...(typeof articleId === 'string' ? { articleId } : {}),
      ...(typeof version === 'number' ? { version } : {}),
      ...(typeof file === 'string' ? { file } : {}),
    },
  };
}

/** Most targets have no codes; what is sound needs no schema, which takes longer than the rest of a lookup. */
function isPlainBody(body: unknown): body is [string, string, ...(string | number | null)[]] {
  return (
    Array.isArray(body) &&
    body.length >= 2 &&
    typeof body[0] === 'string' &&
    typeof body[1] === 'string' &&
    body.every((each) => typeof each === 'string' || each === null || Number.isInteger(each))
  );
}

const ORIGINS = new Map(Origin.options.map((origin) => [ORIGIN_LETTERS[origin], origin]));
const REVIEWS = new Map(Review.options.map((review) => [REVIEW_LETTERS[review], review]));

/** `<source locale>.<source id>.<line>.<locale>[.<hash of the place>]`: stable, safe in a URL. */
function unitIdOf({ sourceLocale, locale, id }: UnitAddress, line: string, place: string): string {
  const base = `${sourceLocale}.${id}.${line}.${locale}`;
  return place === '' ? base : `${base}.${hashText(place).toString(36)}`;
}

function unpackText(packed: z.output<typeof PackedText>): CodedText {
  return typeof packed === 'string' ? { text: packed, codes: [] } : { text: packed[0], codes: packed[1] };
}

function packPlace({ contextBefore, contextAfter, key, memory = MAIN_MEMORY }: TranslationUnit): string {
  const place = [contextBefore ?? null, contextAfter ?? null, key ?? null];
  const named = memory === MAIN_MEMORY ? place : [...place, memory];
  return named.every((part) => part === null) ? '' : JSON.stringify(named);
}

function unpackPlace(
  packed: string,
): Pick<TranslationUnit, 'contextBefore' | 'contextAfter' | 'key' | 'memory'> {
  if (packed === '') {
    return {};
  }
  const [contextBefore, contextAfter, key, memory] = Place.parse(JSON.parse(packed));
  return {
    ...(contextBefore === null ? {} : { contextBefore }),
    ...(contextAfter === null ? {} : { contextAfter }),
    ...(key === null ? {} : { key }),
    ...(memory === undefined ? {} : { memory }),
  };
}

/** Text that sorts as the times do, from year 0 on; an unknown time sorts first. */
function comparableTime(changedAt: string | undefined): string {
  const time = changedAt === undefined ? Number.NaN : Date.parse(changedAt);
  return Number.isNaN(time)
    ? ''
    : Math.max(0, time - YEAR_ZERO)
        .toString(36)
        .padStart(11, '0');
}

const YEAR_ZERO = Date.parse('0000-01-01T00:00:00Z');
