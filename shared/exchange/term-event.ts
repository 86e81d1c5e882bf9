import { type Locale, languageOf, toLocale } from '../document/locale.ts';
import { Term, type TermStatus } from '../memory/terms/term.ts';
import type { RefusalReason } from './unit-event.ts';

/** A term of a concept in one language, as its file has it. */
export interface ConceptTerm {
  /** Language tag as written. */
  readonly language: string;
  readonly text: string;
  readonly status: TermStatus | undefined;
  readonly partOfSpeech?: string | undefined;
}

/** What several languages call one thing. */
export interface Concept {
  readonly line: number;
  readonly name: string;
  readonly terms: readonly ConceptTerm[];
  subject?: string | undefined;
  note?: string | undefined;
}

interface RefusedTerm {
  readonly kind: 'refused';
  readonly line: number;
  readonly name: string;
  readonly reason: RefusalReason;
  readonly detail?: string;
}

export type ConceptEvent = { readonly kind: 'concept'; readonly concept: Concept } | RefusedTerm;

/** What a glossary says, in its order. */
export type TermEvent = { readonly kind: 'term'; readonly line: number; readonly term: Term } | RefusedTerm;

/** Tells a stable id of a term by its parts. */
export type TermIdOf = (parts: readonly string[]) => string;

/**
 * Pairs each term of the source language with each term of every other one. What the source language
 * marks as not to be translated stands for itself everywhere; a status is that of the target.
 */
export function termsOf(concept: Concept, sourceLocale: Locale, idOf: TermIdOf): readonly TermEvent[] {
  const { line, name } = concept;
  const placed = concept.terms.flatMap((term) => {
    const locale = toLocale(term.language);
    return locale === undefined ? [] : [{ ...term, locale }];
  });
  const isSource = ({ locale }: { readonly locale: Locale }): boolean =>
    languageOf(locale) === languageOf(sourceLocale);
  const sources = placed.filter(isSource);
  const targets = placed.filter((term) => !isSource(term));
  if (sources.length === 0) {
    return [{ kind: 'refused', line, name, reason: 'source-missing', detail: sourceLocale }];
  }
  if (targets.length === 0) {
    return [{ kind: 'refused', line, name, reason: 'target-missing' }];
  }
  return sources.flatMap((source) =>
    targets.map((target) => {
      const isKept = source.status === 'do-not-translate' || target.status === 'do-not-translate';
      return termEvent(
        {
          sourceLocale,
          locale: target.locale,
          source: source.text,
          target: isKept ? source.text : target.text,
          status: isKept ? 'do-not-translate' : (target.status ?? 'preferred'),
          ...(concept.subject === undefined ? {} : { subject: concept.subject }),
          ...(target.partOfSpeech === undefined ? {} : { partOfSpeech: target.partOfSpeech }),
          ...(concept.note === undefined ? {} : { note: concept.note }),
        },
        { line, name, idOf },
      );
    }),
  );
}

/** Checks a term and gives it its id. */
export function termEvent(
  term: Omit<Term, 'id'>,
  { line, name, idOf }: { readonly line: number; readonly name: string; readonly idOf: TermIdOf },
): TermEvent {
  const parsed = Term.safeParse({
    id: idOf([term.sourceLocale, term.locale, term.source, term.target]),
    ...term,
  });
  return parsed.success
    ? { kind: 'term', line, term: parsed.data }
    : { kind: 'refused', line, name, reason: 'too-long' };
}

/** Values of `administrativeStatus`, as the standards and tools write them. */
const STATUSES: ReadonlyMap<string, TermStatus> = new Map<string, TermStatus>([
  ['preferred', 'preferred'],
  ['preferredterm', 'preferred'],
  ['admitted', 'admitted'],
  ['admittedterm', 'admitted'],
  ['deprecated', 'forbidden'],
  ['deprecatedterm', 'forbidden'],
  ['superseded', 'forbidden'],
  ['supersededterm', 'forbidden'],
  ['forbidden', 'forbidden'],
  ['obsolete', 'forbidden'],
  ['donottranslate', 'do-not-translate'],
]);

/** Reads a status in any spelling: `preferredTerm-admn-sts`, `do-not-translate`. */
export function statusOf(value: string): TermStatus | undefined {
  return STATUSES.get(
    value
      .toLowerCase()
      .replace(/-admn-sts$/u, '')
      .replaceAll(/[-_\s]/gu, ''),
  );
}
