import type { CodedText } from '../../../shared/document/inline-code.ts';
import { type Locale, languageOf } from '../../../shared/document/locale.ts';
import { sameCodes } from '../../../shared/memory/code-facts.ts';
import { type Match, type Repair, SCORE_FORMULA } from '../../../shared/memory/match.ts';
import { contextRefusal, type Exchange } from './check-context.ts';
import type { RepairFrames } from './frames.ts';
import { generalKey } from './generalize.ts';
import { type Located, locateValues } from './locate-values.ts';
import { isExchangeable, type Placeable, type ReadPlaceables, sameValue } from './placeable.ts';
import { replaceSpans } from './replace-spans.ts';

export interface RepairDeps {
  readonly read: ReadPlaceables;
  readonly framesFor: (locale: Locale) => RepairFrames;
}

export interface RepairQuery {
  readonly source: CodedText;
  readonly sourceLocale: Locale;
  readonly locale: Locale;
}

/** A match whose values were exchanged, or why they were not. */
export type RepairOutcome =
  | { readonly kind: 'repaired'; readonly match: Match }
  /** The texts differ in values alone, and one of them cannot be exchanged safely. */
  | { readonly kind: 'refused'; readonly value: string; readonly reason: string }
  /** More than values differs, or nothing. */
  | { readonly kind: 'other' };

/**
 * Makes a translation fit a source that differs from its own in values alone: numbers, dates, times,
 * addresses and names of the gazetteer.
 *
 * Each old value is rendered for the locale and must stand in the old target exactly once; the new
 * one takes its place in the same form. Words around it that could depend on it (plurals, articles,
 * endings, gender) must be known not to. What is not certain is refused, with the reason.
 */
export function repairMatch(query: RepairQuery, match: Match, deps: RepairDeps): RepairOutcome {
  const language = languageOf(query.sourceLocale);
  const wanted = deps.read(query.source.text, language).filter((each) => isExchangeable(each));
  const values = deps.read(match.source.text, language);
  const stored = values.filter((each) => isExchangeable(each));
  const changes = pairValues(stored, wanted).filter(([before, after]) => !sameValue(before, after));
  if (
    changes.length === 0 ||
    generalKey(query.source.text, wanted) !== generalKey(match.source.text, stored)
  ) {
    return { kind: 'other' };
  }
  const frames = deps.framesFor(query.locale);
  const located = locateValues(values, match.target.text, { locale: query.locale, frames });
  const exchanges: Exchange[] = [];
  for (const [before, after] of changes) {
    const exchange = exchangeOf({ before, after, located }, match.target.text);
    const refusal = typeof exchange === 'string' ? exchange : contextRefusal(exchange, query.locale, frames);
    if (typeof exchange === 'string' || refusal !== undefined) {
      const value = match.source.text.slice(before.start, before.end);
      return { kind: 'refused', value, reason: refusal ?? 'not-in-the-target' };
    }
    exchanges.push(exchange);
  }
  return applyExchanges(query, match, exchanges);
}

/** Values in order; the texts' keys say whether the pairs mean anything. */
function pairValues(
  stored: readonly Placeable[],
  wanted: readonly Placeable[],
): readonly (readonly [Placeable, Placeable])[] {
  return stored.flatMap((before, at) => {
    const after = wanted[at];
    return after === undefined ? [] : [[before, after] as const];
  });
}

interface Change {
  readonly before: Placeable;
  readonly after: Placeable;
  readonly located: readonly Located[];
}

/** What to put where, or why that is not known. */
function exchangeOf({ before, after, located }: Change, target: string): Exchange | string {
  const own = located.find(({ placeable }) => placeable === before);
  const [place, second] = own?.places ?? [];
  if (own?.form === undefined || place === undefined) {
    return 'not-in-the-target';
  }
  const isShared = located.some(({ placeable }) => placeable !== before && sameValue(placeable, before));
  if (second !== undefined || isShared || isMistakable(own, located)) {
    return 'not-told-apart-in-the-target';
  }
  const form = own.form.of(after);
  return form === undefined ? 'no-form-in-the-locale' : { text: target, ...place, before, after, form };
}

/** A value that was not found may be what stands at the place of another one: "9" of "9 p.m." */
function isMistakable({ placeable, form }: Located, located: readonly Located[]): boolean {
  const digits = /\d+/u.exec(form?.text ?? '')?.[0];
  return (
    digits !== undefined &&
    located.some(
      (other) => other.placeable !== placeable && other.places.length === 0 && hasDigits(other, digits),
    )
  );
}

function hasDigits({ placeable }: Located, digits: string): boolean {
  switch (placeable.kind) {
    case 'number':
      return String(placeable.value) === digits;
    case 'time':
      return [placeable.hour, placeable.hour % 12 || 12, placeable.minute].includes(Number(digits));
    case 'date':
      return Object.values(placeable.date).includes(Number(digits));
    case 'name':
    case 'literal':
      return false;
  }
}

function applyExchanges(query: RepairQuery, match: Match, exchanges: readonly Exchange[]): RepairOutcome {
  const target = replaceSpans(match.target, exchanges);
  if (target === undefined) {
    return { kind: 'refused', value: exchanges[0]?.form ?? '', reason: 'markup-inside-the-value' };
  }
  const repairs = exchanges.map(
    ({ text, start, end, form, before, after }): Repair => ({
      kind: before.kind,
      sourceBefore: match.source.text.slice(before.start, before.end),
      sourceAfter: query.source.text.slice(after.start, after.end),
      targetBefore: text.slice(start, end),
      targetAfter: form,
    }),
  );
  const kept = match.parts.deductions.filter(({ name }) => name === 'ambiguous' || name === 'unreviewed');
  const deductions = [
    { name: 'repaired', points: 1 },
    ...kept,
    ...(sameCodes(query.source.codes, match.source.codes) ? [] : [{ name: 'codes', points: 1 }]),
  ];
  const score = deductions.reduce((sum, { points }) => sum - points, 100);
  return {
    kind: 'repaired',
    match: {
      ...match,
      kind: 'repaired',
      score: Math.max(0, score),
      target,
      parts: { base: 100, deductions, formula: SCORE_FORMULA },
      repairs,
    },
  };
}
