import type { Document } from '../../shared/document/document.ts';
import { groupBy } from '../../shared/document/group-by.ts';
import { isLocale, type Locale } from '../../shared/document/locale.ts';
import type { Segment } from '../../shared/document/segment.ts';
import type { LocaleMatches, Match } from '../../shared/memory/match.ts';
import type { MemoryQuery } from '../../shared/memory/memory.ts';
import type { PreviousSegment } from '../../shared/memory/previous-version.ts';
import type { TmLookupDeps } from './deps.ts';
import { alignVersions, type Descent } from './previous/align-versions.ts';
import { stillServed } from './previous/still-served.ts';
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
        related: true,
      });
      segments.forEach(({ id, text, codes }, at) => {
        const query = { source: { text, codes }, sourceLocale, locale };
        const improved = improve(query, lists[at] ?? []);
        found.set(id, improved.filter(({ score }) => score >= minScore).slice(0, limit)); // others were for exchanging values
      });
    }
  }
  const previous = await readPrevious?.(document, locale);
  const descents = previous === undefined ? undefined : alignVersions(previous.segments, document.segments);
  const withdrawn = await findWithdrawn(descents ?? new Map());
  return document.segments.map((segment) => {
    const matches = found.get(segment.id);
    const descent = descents?.get(segment.id);
    if (
      matches === undefined ||
      previous === undefined ||
      descent === undefined ||
      withdrawn.has(descent.old)
    ) {
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

  /** Old sentences whose unit the memory had, and does not serve any more: only those that it did not just find. */
  async function findWithdrawn(of: ReadonlyMap<string, Descent>): Promise<ReadonlySet<PreviousSegment>> {
    const asked = document.segments.flatMap((segment) => {
      const descent = of.get(segment.id);
      const unitId = descent?.kind === 'changed' ? descent.old.unitId : undefined;
      const isFound = found.get(segment.id)?.some((match) => match.unitId === unitId) === true;
      return descent === undefined || unitId === undefined || isFound
        ? []
        : [{ old: descent.old, sourceLocale: localeOf(segment, document) }];
    });
    const served = await stillServed(memory, asked, { locale, tenant, minScore, limit });
    return new Set(asked.map(({ old }) => old).filter((old) => !served.has(old)));
  }
}

function localeOf(segment: Segment, document: Document): Locale {
  return isLocale(segment.locale) ? segment.locale : document.sourceLocale;
}

function queryOf({ text, codes, contextBefore, contextAfter, key }: Segment): MemoryQuery {
  return { source: { text, codes }, contextBefore, contextAfter, key };
}
