import type { Locale } from '../document/locale.ts';
import type { Origin } from '../document/rendition.ts';
import type { Span } from '../document/span.ts';
import { MAIN_MEMORY, type MemorySettings, servesTenant } from '../memory/memory-settings.ts';
import type { StoredUnit } from '../memory/stored-unit.ts';
import { readUnitsOf, type ScannedPage, type ScannedSource, scanSources } from './memory-scan.ts';
import type { RedisClient } from './redis.ts';

/** Which units are wanted. */
export interface ConcordanceFilter {
  readonly side: 'source' | 'target';
  readonly locale?: Locale | undefined;
  readonly origin?: Origin | undefined;
  /** Id of an article inside the service. */
  readonly articleId?: string | undefined;
  readonly memory?: string | undefined;
  /** Milliseconds since the epoch: changed at or after it, and before it. */
  readonly since?: number | undefined;
  readonly until?: number | undefined;
}

export interface ConcordanceRequest {
  readonly sourceLocale: Locale;
  /** Where the query stands in each text. */
  readonly find: (
    texts: readonly string[],
  ) => Promise<readonly (readonly Span[])[]> | readonly (readonly Span[])[];
  readonly filter: ConcordanceFilter;
  readonly settings: MemorySettings;
  readonly tenant: string;
  /** About how many hits to answer: those of one text come together. */
  readonly limit: number;
  /** From where in the memory to search; 0: its beginning. */
  readonly from: number;
  /** When to stop, by `performance.now()`. */
  readonly deadline: number;
}

export interface ConcordanceHit {
  readonly stored: StoredUnit;
  /** In the text of the side that was searched. */
  readonly spans: readonly Span[];
}

export interface ConcordanceAnswer {
  readonly hits: readonly ConcordanceHit[];
  /** Where to go on; undefined: everything was searched. */
  readonly next: number | undefined;
  /** Share of the memory that was searched from its beginning, 0..1. */
  readonly searched: number;
}

/**
 * Searches the memory of one source locale in the order in which it was filled, until there are enough
 * hits or the time is up; reads each unit once, so that its time grows with the memory.
 */
export async function searchConcordance(
  client: RedisClient,
  request: ConcordanceRequest,
): Promise<ConcordanceAnswer> {
  const hits: ConcordanceHit[] = [];
  for await (const page of scanSources(client, request.sourceLocale, request.from)) {
    for (const { source, found } of await searchPage(client, page, request)) {
      hits.push(...found);
      if (hits.length >= request.limit) {
        return answerOf(hits, source.end, page);
      }
    }
    if (performance.now() >= request.deadline) {
      return answerOf(hits, page.end, page);
    }
  }
  return { hits, next: undefined, searched: 1 };
}

function answerOf(hits: readonly ConcordanceHit[], end: number, { length }: ScannedPage): ConcordanceAnswer {
  return { hits, next: end >= length ? undefined : end, searched: end / length };
}

interface FoundInSource {
  readonly source: ScannedSource;
  readonly found: readonly ConcordanceHit[];
}

async function searchPage(
  client: RedisClient,
  { sources }: ScannedPage,
  request: ConcordanceRequest,
): Promise<readonly FoundInSource[]> {
  const { sourceLocale, filter, find } = request;
  const bySource = filter.side === 'source' ? await spansBySource(sources, find) : undefined;
  const wanted = bySource === undefined ? sources : sources.filter(({ id }) => bySource.has(id));
  const units = await readUnitsOf(client, sourceLocale, wanted);
  const accepted = units.map((ofSource) => ofSource.filter((stored) => isWanted(stored, request)));
  const inTargets =
    bySource === undefined ? await find(accepted.flat().map(({ unit }) => unit.target.text)) : [];
  let at = 0;
  return wanted.map((source, index) => {
    const found = (accepted[index] ?? []).flatMap((stored): readonly ConcordanceHit[] => {
      const spans =
        bySource === undefined
          ? (inTargets[at++] ?? [])
          : (bySource.get(source.id)?.get(stored.unit.source.text) ?? []);
      return spans.length === 0 ? [] : [{ stored, spans }];
    });
    return { source, found };
  });
}

/** By id, then by text: where the query stands in the texts that have it. */
async function spansBySource(
  sources: readonly ScannedSource[],
  find: ConcordanceRequest['find'],
): Promise<ReadonlyMap<string, ReadonlyMap<string, readonly Span[]>>> {
  const texts = sources.flatMap(({ id, texts: lines }) =>
    lines.flatMap((line) => (line === undefined ? [] : [{ id, text: line.text }])),
  );
  const found = await find(texts.map(({ text }) => text));
  const spans = new Map<string, Map<string, readonly Span[]>>();
  for (const [at, { id, text }] of texts.entries()) {
    const places = found[at] ?? [];
    if (places.length > 0) {
      spans.set(id, (spans.get(id) ?? new Map<string, readonly Span[]>()).set(text, places));
    }
  }
  return spans;
}

function isWanted(
  { unit, onlyFrom = [] }: StoredUnit,
  { filter, settings, tenant }: ConcordanceRequest,
): boolean {
  const { locale, origin, articleId, memory, since = -Infinity, until = Infinity } = filter;
  const { provenance, memory: name = MAIN_MEMORY } = unit;
  const changedAt = Date.parse(provenance.changedAt ?? '');
  const isDated = filter.since === undefined && filter.until === undefined;
  return (
    (locale === undefined || unit.locale === locale) &&
    (origin === undefined || provenance.origin === origin) &&
    (articleId === undefined || provenance.articleId === articleId || onlyFrom.includes(articleId)) &&
    (memory === undefined || name === memory) &&
    (isDated || (changedAt >= since && changedAt < until)) &&
    settings.memories.some((setting) => setting.name === name && servesTenant(setting, tenant))
  );
}
