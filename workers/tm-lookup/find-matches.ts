import type { Document } from '../../shared/document/document.ts';
import { groupBy } from '../../shared/document/group-by.ts';
import { isLocale, type Locale } from '../../shared/document/locale.ts';
import type { Segment } from '../../shared/document/segment.ts';
import type { LocaleMatches, Match } from '../../shared/memory/match.ts';
import type { MemoryQuery } from '../../shared/memory/memory.ts';
import type { TmLookupDeps } from './deps.ts';
import { alignVersions } from './previous/align-versions.ts';
import { usePrevious } from './previous/use-previous.ts';

/** A segment with a match of this score is not searched for similar texts. */
const EQUAL_TEXT = 100;

/** Into which locale a document is translated, and for whom. */
export interface LookupTarget {
  readonly locale: Locale;
  /** Whose memories are looked into; absent: those of every tenant. */
  readonly tenant?: string | undefined;
}

/**
 * Looks all segments up at once and lists their matches in the document's order.
 *
 * One lookup per source locale: a segment in another language than its document is looked up in its
 * own. A segment that is in the target locale already has no match. Where the text is not found as
 * it is, values that alone differ are exchanged, and words that turn the meaning round are named. The
 * version before adds its translations of sentences that were changed.
 *
 * @throws {PipelineError} `TM_STORE_UNAVAILABLE`, retryable.
 */
export async function findMatches(
  document: Document,
  { locale, tenant }: LookupTarget,
  { memory, minScore, limit, improve, readPrevious }: TmLookupDeps,
): Promise<LocaleMatches['segments']> {
  const found = new Map<string, readonly Match[]>();
  for (const [sourceLocale, segments] of groupBy(document.segments, (each) => localeOf(each, document))) {
    if (sourceLocale !== locale) {
      const lists = await memory.lookup({
        sourceLocale,
        locale,
        tenant,
        queries: segments.map(queryOf),
        minScore,
        limit,
        enough: EQUAL_TEXT,
      });
      segments.forEach(({ id, text, codes }, at) => {
        const query = { source: { text, codes }, sourceLocale, locale };
        found.set(id, improve(query, lists[at] ?? []));
      });
    }
  }
  const previous = await readPrevious?.(document, locale);
  const descents = previous === undefined ? undefined : alignVersions(previous.segments, document.segments);
  return document.segments.map((segment) => {
    const matches = found.get(segment.id);
    const descent = descents?.get(segment.id);
    if (matches === undefined || previous === undefined || descent === undefined) {
      return { segmentId: segment.id, matches: matches ?? [] };
    }
    const { text, codes } = segment;
    const query = { source: { text, codes }, sourceLocale: localeOf(segment, document), locale };
    const improveOne = (match: Match): Match => improve(query, [match])[0] ?? match;
    return {
      segmentId: segment.id,
      matches: usePrevious(matches, { descent, previous, text, improve: improveOne }),
    };
  });
}

function localeOf(segment: Segment, document: Document): Locale {
  return isLocale(segment.locale) ? segment.locale : document.sourceLocale;
}

function queryOf({ text, codes, contextBefore, contextAfter, key }: Segment): MemoryQuery {
  return { source: { text, codes }, contextBefore, contextAfter, key };
}
