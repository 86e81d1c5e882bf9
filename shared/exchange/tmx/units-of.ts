import { type CodedText, type InlineCode } from '../../document/inline-code.ts';
import { type Locale, languageOf } from '../../document/locale.ts';
import { codeFacts } from '../../memory/code-facts.ts';
import type { TranslationUnit } from '../../memory/translation-unit.ts';
import { placeOf, provenanceOf } from './properties.ts';
import type { RawUnit, RawVariant } from './raw-unit.ts';
import type { ReadSegment } from './read-segment.ts';
import type { ReadTmxOptions, TmxEvent } from './tmx-event.ts';

export interface UnitsOfOptions extends ReadTmxOptions {
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
      unknown.push({ kind: 'refused', line, reason: 'locale-unknown', language: variant.language });
    } else {
      variants.push({ ...variant, locale });
    }
  }
  const source = sourceOf(variants, raw, options);
  if (source === undefined) {
    return [...unknown, { kind: 'refused', line, reason: 'source-missing' }];
  }
  if (isEmpty(source)) {
    return [...unknown, { kind: 'refused', line, reason: 'source-empty', language: source.language }];
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
    return [{ kind: 'refused', line, reason: 'same-locale', language }];
  }
  if (isEmpty(target) || source.segment === undefined || target.segment === undefined) {
    return [{ kind: 'refused', line, reason: 'target-empty', language }];
  }
  const provenance = provenanceOf(raw, target, options);
  const dropped = [...source.segment.dropped, ...target.segment.dropped];
  const subs = pairSubs(source.segment, target.segment);
  if (subs === undefined) {
    dropped.push('texts inside codes that have no counterpart');
  }
  const texts = [alignCodes(source.segment, target.segment), ...(subs ?? [])];
  return texts.map(({ source: text, target: translation }, at): TmxEvent => {
    const unit: TranslationUnit = {
      sourceLocale,
      locale,
      source: text,
      target: translation,
      ...(at === 0 ? placeOf(raw, source, target) : {}),
      provenance,
    };
    return { kind: 'unit', line, unit, dropped: at === 0 ? dropped : [] };
  });
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

/**
 * Lets the target's codes refer to the source's: by the file's own ids, else the nth code of equal
 * meaning to the nth, else of equal kind; a code without counterpart gets an id of its own.
 */
function alignCodes(source: ReadSegment, target: ReadSegment): TextPair {
  if (source.ownIds && target.ownIds) {
    return { source: source.content, target: target.content };
  }
  const numbered = source.content.codes.map((code, at): InlineCode => ({ ...code, id: at + 1 }));
  const free = [...numbered];
  let next = numbered.length;
  const aligned = new Map<InlineCode, number>();
  for (const sameAs of [sameMeaning, sameKind]) {
    for (const code of target.content.codes.filter((each) => !aligned.has(each))) {
      const at = free.findIndex((candidate) => sameAs(candidate, code));
      const [found] = at < 0 ? [] : free.splice(at, 1);
      if (found !== undefined) {
        aligned.set(code, found.id);
      }
    }
  }
  const codes = target.content.codes.map(
    (code): InlineCode => ({ ...code, id: aligned.get(code) ?? ++next }),
  );
  return {
    source: { text: source.content.text, codes: numbered },
    target: { text: target.content.text, codes },
  };
}

function sameMeaning(a: InlineCode, b: InlineCode): boolean {
  return codeFacts(a) === codeFacts(b);
}

function sameKind(a: InlineCode, b: InlineCode): boolean {
  return a.kind === b.kind;
}
