import { type Locale, languageOf, toLocale } from '../../document/locale.ts';
import { alignCodes } from '../align-codes.ts';
import { readMarkup } from '../markup.ts';
import type { ReadSegment } from '../tmx/read-segment.ts';
import { MAX_UNIT_LENGTH, type ReadUnitsOptions, type UnitEvent } from '../unit-event.ts';
import type { RawFile, RawSegment, RawUnit } from './raw-unit.ts';
import { readState, type TargetState } from './states.ts';

/** Makes a translation unit of each segment, or sentence, of a unit, or says why there is none. */
export function unitsOf(raw: RawUnit, file: RawFile, options: ReadUnitsOptions): readonly UnitEvent[] {
  const { line, attributes } = raw;
  const name = attributes['resname'] ?? attributes['name'] ?? attributes['id'] ?? '';
  const refusal = refusalOf(raw, file, options);
  if (refusal !== undefined) {
    return [{ kind: 'refused', line, name, ...refusal }];
  }
  return raw.segments.flatMap((segment) => {
    const state = readState({ ...segment.attributes, ...segment.target?.attributes }, attributes['approved']);
    return sentencesOf(segment).map((pair): UnitEvent => {
      const event = eventOf(pair, { raw, state, locales: localesOf(file, options), options });
      return { ...event, line, name };
    });
  });
}

type Refusal = Omit<Extract<UnitEvent, { kind: 'refused' }>, 'kind' | 'line' | 'name'>;

function refusalOf(raw: RawUnit, file: RawFile, options: ReadUnitsOptions): Refusal | undefined {
  if (!raw.isTranslatable) {
    return { reason: 'not-translatable' };
  }
  if (raw.length > MAX_UNIT_LENGTH) {
    return { reason: 'too-long' };
  }
  const { sourceLocale, locale } = localesOf(file, options);
  if (sourceLocale === undefined || locale === undefined) {
    const detail = sourceLocale === undefined ? file.source : file.target;
    return { reason: 'locale-unknown', detail: detail ?? 'none stated' };
  }
  return raw.segments.length === 0 ? { reason: 'source-missing' } : undefined;
}

interface Locales {
  readonly sourceLocale: Locale | undefined;
  readonly locale: Locale | undefined;
}

/** The wanted source language stands for any region of it that the file has. */
function localesOf(file: RawFile, options: ReadUnitsOptions): Locales {
  const take = options.localeOf ?? toLocale;
  const stated = file.source === undefined ? options.sourceLocale : take(file.source);
  const wanted = options.sourceLocale ?? stated;
  const isWanted = stated !== undefined && wanted !== undefined && languageOf(stated) === languageOf(wanted);
  return {
    sourceLocale: isWanted ? wanted : undefined,
    locale: file.target === undefined ? options.locale : take(file.target),
  };
}

interface SentencePair {
  readonly source: ReadSegment | undefined;
  readonly target: ReadSegment | undefined;
  readonly mid?: string;
}

/** Sentences pair by `mid` where both texts have some; else the texts pair as they are. */
function sentencesOf({ source, divided, target }: RawSegment): readonly SentencePair[] {
  if (
    divided === undefined ||
    divided.sentences.size === 0 ||
    target === undefined ||
    target.sentences.size === 0
  ) {
    return [{ source: source?.whole, target: target?.whole }];
  }
  return Array.from(divided.sentences, ([mid, sentence]) => ({
    mid,
    source: sentence,
    target: target.sentences.get(mid),
  }));
}

interface Facts {
  readonly raw: RawUnit;
  readonly state: TargetState;
  readonly locales: Locales;
  readonly options: ReadUnitsOptions;
}

type Event = UnitEvent extends infer Each
  ? Each extends UnitEvent
    ? Omit<Each, 'line' | 'name'>
    : never
  : never;

function eventOf({ source, target, mid }: SentencePair, { raw, state, locales, options }: Facts): Event {
  const { sourceLocale, locale } = locales;
  const detail = mid === undefined ? {} : { detail: `sentence ${mid}` };
  if (source === undefined || target === undefined || sourceLocale === undefined || locale === undefined) {
    return { kind: 'refused', reason: source === undefined ? 'source-missing' : 'target-missing', ...detail };
  }
  if (isEmpty(source) || isEmpty(target)) {
    return { kind: 'refused', reason: isEmpty(source) ? 'source-empty' : 'target-empty', ...detail };
  }
  const { markup = 'none', review = 'translated', file } = options;
  const texts = [source, target].map((segment) =>
    markup === 'none' || segment.content.codes.length > 0
      ? segment
      : readMarkup(segment.content.text, markup),
  );
  const key = raw.attributes['resname'] ?? raw.attributes['name'];
  return {
    kind: 'unit',
    unit: {
      sourceLocale,
      locale,
      ...alignCodes(texts[0] ?? source, texts[1] ?? target),
      ...(key === undefined || key === '' ? {} : { key: mid === undefined ? key : `${key}#${mid}` }),
      ...(raw.notes.length === 0 ? {} : { properties: raw.notes.map((note) => ['note', note] as const) }),
      provenance: {
        origin: state.origin ?? 'human',
        review: state.review ?? review,
        ...(file === undefined ? {} : { file }),
      },
    },
    dropped: [...source.dropped, ...target.dropped],
  };
}

function isEmpty({ content }: ReadSegment): boolean {
  return content.text.trim() === '';
}
