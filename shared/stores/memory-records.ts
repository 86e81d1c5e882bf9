import { z } from 'zod';
import { type CodedText, InlineCode } from '../document/inline-code.ts';
import type { Locale } from '../document/locale.ts';
import { Origin, Review } from '../document/rendition.ts';
import { type StoredUnit, standingOf } from '../memory/choose-targets.ts';
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
}

const Codes = z.array(InlineCode);
const PackedText = z.union([z.string(), z.tuple([z.string(), Codes])]);

const Place = z.tuple([z.string().nullable(), z.string().nullable(), z.string().nullable()]);

const Body = z.object({
  t: PackedText,
  o: Origin,
  r: Review,
  /** When it was changed, as it was given. */
  d: z.string().optional(),
  by: z.string().optional(),
  a: z.string().optional(),
  v: z.int().optional(),
  f: z.string().optional(),
});

/** Packs a coded text as one line: a JSON string, or text and codes where it has codes. */
export function packCodedText({ text, codes }: CodedText): string {
  return JSON.stringify(codes.length === 0 ? text : [text, codes]);
}

/** Packs what is stored of a unit. Units with equal `source` and `place` replace each other. */
export function packUnit(unit: TranslationUnit): UnitRecord {
  const { origin, review, changedAt, changedBy, articleId, version, file } = unit.provenance;
  const { text, codes } = unit.target;
  const body: z.input<typeof Body> = {
    t: codes.length === 0 ? text : [text, [...codes]],
    o: origin,
    r: review,
    d: changedAt,
    by: changedBy,
    a: articleId,
    v: version,
    f: file,
  };
  return {
    source: packCodedText(unit.source),
    place: packPlace(unit),
    standing: `${standingOf(review)}${comparableTime(changedAt)}`,
    body: JSON.stringify(body),
  };
}

/** The sources of one `s<id>`, at their line numbers; removed ones are undefined. */
export function unpackSources(lines: string): readonly (CodedText | undefined)[] {
  return lines
    .split('\n')
    .slice(0, -1)
    .map((line) => (line === '' ? undefined : unpackText(PackedText.parse(JSON.parse(line)))));
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
      const [number = '', place = '', , body = ''] = record.split('\t');
      const line = Number(number);
      const source = sources[line];
      return source === undefined
        ? []
        : [
            {
              line,
              unitId: unitIdOf(address, number, place),
              unit: unpackUnit(address, source, place, body),
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
  const { t, o, r, d, by, a, v, f } = Body.parse(JSON.parse(packed));
  return {
    sourceLocale,
    locale,
    source,
    target: unpackText(t),
    ...unpackPlace(place),
    provenance: {
      origin: o,
      review: r,
      ...(d === undefined ? {} : { changedAt: d }),
      ...(by === undefined ? {} : { changedBy: by }),
      ...(a === undefined ? {} : { articleId: a }),
      ...(v === undefined ? {} : { version: v }),
      ...(f === undefined ? {} : { file: f }),
    },
  };
}

/** `<source locale>.<source id>.<line>.<locale>[.<hash of the place>]`: stable, safe in a URL. */
function unitIdOf({ sourceLocale, locale, id }: UnitAddress, line: string, place: string): string {
  const base = `${sourceLocale}.${id}.${line}.${locale}`;
  return place === '' ? base : `${base}.${hashText(place).toString(36)}`;
}

function unpackText(packed: z.output<typeof PackedText>): CodedText {
  return typeof packed === 'string' ? { text: packed, codes: [] } : { text: packed[0], codes: packed[1] };
}

function packPlace({ contextBefore, contextAfter, key }: TranslationUnit): string {
  const place = [contextBefore ?? null, contextAfter ?? null, key ?? null];
  return place.every((part) => part === null) ? '' : JSON.stringify(place);
}

function unpackPlace(packed: string): Pick<TranslationUnit, 'contextBefore' | 'contextAfter' | 'key'> {
  if (packed === '') {
    return {};
  }
  const [contextBefore, contextAfter, key] = Place.parse(JSON.parse(packed));
  return {
    ...(contextBefore === null ? {} : { contextBefore }),
    ...(contextAfter === null ? {} : { contextAfter }),
    ...(key === null ? {} : { key }),
  };
}

/** Text that sorts as the times do; an unknown time sorts first. */
function comparableTime(changedAt: string | undefined): string {
  const time = changedAt === undefined ? Number.NaN : Date.parse(changedAt);
  return Number.isNaN(time) ? '' : new Date(time).toISOString();
}
