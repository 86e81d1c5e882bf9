import type { CodedText } from '../../document/inline-code.ts';
import { type Locale, languageOf } from '../../document/locale.ts';
import type { TranslationUnit } from '../../memory/translation-unit.ts';
import { alignCodes } from '../align-codes.ts';
import { readMarkup } from '../markup.ts';
import type { Markup, ReadUnitsOptions } from '../unit-event.ts';
import { foreignProperties, placeOf, provenanceOf } from './properties.ts';
import type { RawUnit, RawVariant } from './raw-unit.ts';
import type { ReadSegment } from './read-segment.ts';
import type { TmxEvent } from './tmx-event.ts';

export interface UnitsOfOptions extends ReadUnitsOptions {
  readonly localeOf: (tag: string) => Locale | undefined;
  readonly srclang: string | undefined;
}

interface Variant extends RawVariant {
  readonly locale: Locale;
}

/** Makes a unit of each target language of a `<tu>`, or says why there is none. */
export function unitsOf(raw: RawUnit, options: UnitsOfOptions): readonly TmxEvent[] {
  const { line } = raw;
  const variants: Variant[] = [];
  const unknown: TmxEvent[] = [];
  for (const variant of raw.variants) {
    const locale = options.localeOf(variant.language);
    if (locale === undefined) {
      unknown.push({ kind: 'refused', line, reason: 'locale-unknown', detail: variant.language });
    } else {
      variants.push({ ...variant, locale });
    }
  }
  const source = sourceOf(variants, raw, options);
  if (source === undefined) {
    return [...unknown, { kind: 'refused', line, reason: 'source-missing' }];
  }
  if (isEmpty(source)) {
    return [...unknown, { kind: 'refused', line, reason: 'source-empty', detail: source.language }];
  }
  const targets = variants.filter((variant) => variant !== source);
  if (targets.length === 0) {
    return unknown.length > 0 ? unknown : [{ kind: 'refused', line, reason: 'target-missing' }];
  }
  const sourceLocale = options.sourceLocale ?? source.locale;
  return [
    ...unknown,
    ...targets.flatMap((target) => targetEvents(raw, { source, target, sourceLocale, options })),
  ];
}

interface Pair {
  readonly source: Variant;
  readonly target: Variant;
  readonly sourceLocale: Locale;
  readonly options: UnitsOfOptions;
}

function targetEvents(raw: RawUnit, pair: Pair): readonly TmxEvent[] {
  const { source, target, sourceLocale, options } = pair;
  const { line } = raw;
  const { language, locale } = target;
  if (locale === sourceLocale || locale === source.locale) {
    return [{ kind: 'refused', line, reason: 'same-locale', detail: language }];
  }
  if (isEmpty(target) || source.segment === undefined || target.segment === undefined) {
    return [{ kind: 'refused', line, reason: 'target-empty', detail: language }];
  }
  const provenance = provenanceOf(raw, target, options);
  const dropped = [...source.segment.dropped, ...target.segment.dropped];
  const subs = pairSubs(source.segment, target.segment);
  if (subs === undefined) {
    dropped.push('texts inside codes that have no counterpart');
  }
  const texts = [
    alignCodes(withMarkup(source.segment, options.markup), withMarkup(target.segment, options.markup)),
    ...(subs ?? []),
  ];
  return texts.map(({ source: text, target: translation }, at): TmxEvent => {
    const unit: TranslationUnit = {
      sourceLocale,
      locale,
      source: text,
      target: translation,
      ...(at === 0 ? { ...placeOf(raw, source, target), ...foreignProperties(raw, source, target) } : {}),
      provenance,
    };
    return { kind: 'unit', line, unit, dropped: at === 0 ? dropped : [] };
  });
}

/** Segments that have codes say all of them. */
function withMarkup(segment: ReadSegment, markup: Markup = 'none'): ReadSegment {
  const { text, codes } = segment.content;
  return markup === 'none' || codes.length > 0 ? segment : readMarkup(text, markup);
}

/**
 * The text in the wanted source language, or in the only other region of it; where the file leaves
 * the source open, the first text.
 */
function sourceOf(variants: readonly Variant[], raw: RawUnit, options: UnitsOfOptions): Variant | undefined {
  const stated = raw.attributes['srclang'] ?? options.srclang;
  const wanted = options.sourceLocale ?? (stated === undefined ? undefined : options.localeOf(stated));
  if (wanted === undefined) {
    return stated === undefined || stated === '*all*' ? variants[0] : undefined;
  }
  const exact = variants.find(({ locale }) => locale === wanted);
  if (exact !== undefined) {
    return exact;
  }
  const language = languageOf(wanted);
  const near = variants.filter(({ locale }) => languageOf(locale) === language);
  return near.length === 1 ? near[0] : undefined;
}

function isEmpty({ segment }: Variant): boolean {
  return segment === undefined || segment.content.text.trim() === '';
}

type TextPair = { readonly source: CodedText; readonly target: CodedText };

function pairSubs(source: ReadSegment, target: ReadSegment): readonly TextPair[] | undefined {
  if (source.subs.length !== target.subs.length) {
    return undefined;
  }
  return source.subs.flatMap((text, at): TextPair[] => {
    const translation = target.subs[at];
    const usable = translation !== undefined && text.text.trim() !== '' && translation.text.trim() !== '';
    return usable ? [{ source: text, target: translation }] : [];
  });
}
