import type { Document } from '../../shared/document/document.ts';
import { type CodedText, PLACEHOLDER } from '../../shared/document/inline-code.ts';
import { isLocale } from '../../shared/document/locale.ts';
import type { Origin, Review } from '../../shared/document/rendition.ts';
import type { Segment } from '../../shared/document/segment.ts';
import type { LocaleMatches, Match } from '../../shared/memory/match.ts';
import { fitCodes } from './fit-codes.ts';
import { isSameLanguage } from './same-language.ts';

/** A segment with what is served for it in the locale. */
export interface FilledSegment {
  readonly segment: Segment;
  /** Absent: the source text is shown, marked, unless it is left out. */
  readonly target?: CodedText;
  /** Set where the reader wants nothing in the source language: neither text is shown. */
  readonly isOmitted?: true;
  readonly origin: Origin;
  readonly review: Review;
  /** Match the target was taken from. */
  readonly match?: Match;
  /** Machine-readable, why it is as it is; see `fillTargets`. */
  readonly reasons: readonly string[];
  /** Matches that a person may work from; never served. */
  readonly suggestions: readonly Match[];
}

/** Lowest score of a match whose target is served as it is: equal text. */
const SERVED_SCORE = 100;
/** Score of a repaired match: equal text but for values, which were rendered again and verified, or for codes. */
const REPAIRED_SCORE = 99;

/**
 * Chooses for each segment, in document order, the target to serve: the best match of equal text
 * whose codes fit. Everything else stays in the source language, with the reason.
 *
 * Reasons of a served target: `unreviewed`, `codes-repaired`, `placeables-repaired`,
 * `same-language`, `nothing-to-translate`. Reasons of a source text: `no-match`,
 * `fuzzy-below-threshold`, `codes-mismatch`, `empty-target`, `rejected`, `meaning-alarm`.
 */
export function fillTargets(document: Document, matches: LocaleMatches): readonly FilledSegment[] {
  const bySegment = new Map(matches.segments.map(({ segmentId, matches: found }) => [segmentId, found]));
  const isOwnLanguage = isSameLanguage(document.sourceLocale, matches.locale);
  return document.segments.map((segment) => {
    const isReadable = isLocale(segment.locale)
      ? isSameLanguage(segment.locale, matches.locale)
      : isOwnLanguage;
    const copied = copyReason(segment.text, isReadable);
    return copied === undefined
      ? fillFromMatches(segment, bySegment.get(segment.id) ?? [])
      : copySource(segment, copied);
  });
}

/** The source text serves where it is in the locale's language already, or has no language. */
function copyReason(text: string, isReadable: boolean): string | undefined {
  if (isReadable) {
    return 'same-language';
  }
  return isLanguageNeutral(text) ? 'nothing-to-translate' : undefined;
}

/** Pictures, code, marks, addresses, short whole numbers; other numbers differ between locales. */
function isLanguageNeutral(text: string): boolean {
  if (/^(?:https?:\/\/\S+|[^\s@]+@[^\s@]+\.[^\s@]+)$/u.test(text)) {
    return true;
  }
  return !/\p{L}/u.test(text) && !/\p{N}[.,\u00A0\u202F ]\p{N}|\p{N}{5}|[%\p{Sc}]/u.test(text);
}

/** Approved: its author wrote it so, and there is nothing that a reviewer could change. */
function copySource(segment: Segment, reason: string): FilledSegment {
  const target = { text: segment.text, codes: segment.codes };
  return { segment, target, origin: 'source-copy', review: 'approved', reasons: [reason], suggestions: [] };
}

function fillFromMatches(segment: Segment, matches: readonly Match[]): FilledSegment {
  const servable = matches.filter((match) => originOf(match) !== undefined);
  const suggestions = matches.filter((match) => !servable.includes(match));
  const refused: string[] = [];
  for (const match of servable) {
    const served = serveMatch(segment, match, suggestions);
    if (typeof served !== 'string') {
      return served;
    }
    refused.push(served);
  }
  const reasons = refused.length > 0 ? [...new Set(refused)] : [unservedReason(matches)];
  return { segment, origin: 'none', review: 'empty', reasons, suggestions: matches };
}

/** The filled segment, or the reason why this match cannot be served. */
function serveMatch(segment: Segment, match: Match, suggestions: readonly Match[]): FilledSegment | string {
  if (match.review === 'rejected' || match.review === 'empty') {
    return 'rejected';
  }
  if (match.score < SERVED_SCORE && (match.alarms?.length ?? 0) > 0) {
    return 'meaning-alarm';
  }
  if (isBlank(match.target.text) && !isBlank(segment.text)) {
    return 'empty-target';
  }
  const fitted = fitCodes(segment, match.target);
  if (fitted === undefined) {
    return 'codes-mismatch';
  }
  const touched = [
    ...(fitted.repaired || match.codesPlaced === true ? ['codes-repaired'] : []),
    ...(match.kind === 'repaired' && match.codesPlaced !== true ? ['placeables-repaired'] : []),
  ];
  const review = touched.length > 0 ? cappedReview(match.review) : match.review;
  const isReviewed = review === 'reviewed' || review === 'approved';
  return {
    segment,
    target: fitted.target,
    origin: originOf(match) ?? 'none',
    review,
    match,
    reasons: isReviewed ? touched : [...touched, 'unreviewed'],
    suggestions,
  };
}

function originOf({ kind, score }: Match): Origin | undefined {
  switch (kind) {
    case 'context':
      return 'context-match';
    case 'exact':
      return score >= SERVED_SCORE ? 'exact' : undefined;
    case 'repaired':
      return score >= REPAIRED_SCORE ? 'repaired' : undefined;
    case 'previous-version':
    case 'fuzzy':
      return undefined;
  }
}

/** What a machine has changed nobody has reviewed yet. */
function cappedReview(review: Review): Review {
  return review === 'reviewed' || review === 'approved' ? 'translated' : review;
}

function unservedReason(matches: readonly Match[]): string {
  return matches.length === 0 ? 'no-match' : 'fuzzy-below-threshold';
}

const NOT_BLANK = new RegExp(`[^\\s${PLACEHOLDER}]`, 'u');

function isBlank(text: string): boolean {
  return !NOT_BLANK.test(text);
}
