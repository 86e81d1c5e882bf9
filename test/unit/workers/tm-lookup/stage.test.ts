import { describe, expect, it } from 'vitest';
import { Locale } from '../../../../shared/document/locale.ts';
import type { Match } from '../../../../shared/memory/match.ts';
import type { LookupRequest } from '../../../../shared/memory/memory.ts';
import { createTmLookupDeps, type TmLookupDeps } from '../../../../workers/tm-lookup/deps.ts';
import { findMatches } from '../../../../workers/tm-lookup/find-matches.ts';
import { leverageReport } from '../../../../workers/tm-lookup/leverage-report.ts';
import { tmLookupStage } from '../../../../workers/tm-lookup/stage.ts';
import { documentOf } from '../../../support/builders.ts';

const es = Locale.parse('es');
const document = documentOf(['One sentence here. Another one there.', 'A third.'], { headline: 'News' });

describe('tm-lookup', () => {
  it('asks once for all segments, in order, with their places', async () => {
    const { deps, requests } = memoryWith({});
    await findMatches(document, { locale: es }, deps);
    expect(requests).toHaveLength(1);
    expect(requests[0]).toMatchObject({ sourceLocale: 'en', locale: 'es', minScore: 70, limit: 3 });
    expect(requests[0]?.queries).toEqual([
      { source: { text: 'News', codes: [] }, contextAfter: 'One sentence here.' },
      {
        source: { text: 'One sentence here.', codes: [] },
        contextBefore: 'News',
        contextAfter: 'Another one there.',
      },
      {
        source: { text: 'Another one there.', codes: [] },
        contextBefore: 'One sentence here.',
        contextAfter: 'A third.',
      },
      { source: { text: 'A third.', codes: [] }, contextBefore: 'Another one there.' },
    ]);
  });

  it('looks a foreign segment up in its own language, and not at all in the target’s', async () => {
    const { deps, requests } = memoryWith({ 'Another one there.': 88 });
    const locales = [undefined, 'fr', 'es', undefined];
    const segments = document.segments.map((segment, at) => ({ ...segment, locale: locales[at] }));
    const mixed = { ...document, segments };
    const found = await findMatches(mixed, { locale: es }, deps);
    expect(requests.map(({ sourceLocale, queries }) => [sourceLocale, queries.length])).toEqual([
      ['en', 2],
      ['fr', 1],
    ]);
    expect(found.map(({ segmentId }) => segmentId)).toEqual(document.segments.map(({ id }) => id));
    expect(found[2]?.matches).toEqual([]);
  });

  it('counts each segment by its best match', async () => {
    const { deps } = memoryWith({ News: 101, 'One sentence here.': 100, 'Another one there.': 72 });
    const leverage = leverageReport(document, await findMatches(document, { locale: es }, deps));
    expect(leverage['101']).toEqual({ segments: 1, words: 1 });
    expect(leverage['100']).toEqual({ segments: 1, words: 3 });
    expect(leverage['70-74']).toEqual({ segments: 1, words: 3 });
    expect(leverage.new).toEqual({ segments: 1, words: 2 });
  });

  it('delivers matches and leverage that fit the stage’s contract', async () => {
    const { deps } = memoryWith({ News: 100 });
    const input = {
      normalize: document,
      'tag-entities': { mentions: [], entities: [] },
      locale: es,
      targets: [es],
    };
    const output = await tmLookupStage.run(input, deps, new AbortController().signal);
    expect(tmLookupStage.output.parse(output)).toEqual(output);
    expect(output.segments.map(({ matches }) => matches.length)).toEqual([1, 0, 0, 0]);
    expect(tmLookupStage.summary?.(output)).toEqual({ leverage: output.leverage });
  });

  describe('the version before', () => {
    const before = documentOf(['The harbour opens on Monday.']);
    const after = documentOf(['The old harbour opens again on Monday.']);
    const [old] = before.segments;
    const previousFrom = (unitId: string | undefined): TmLookupDeps['readPrevious'] => {
      const target = { text: 'El puerto abre el lunes.', codes: [] };
      const source = { text: old?.text ?? '', codes: [] };
      const segment = {
        id: old?.id ?? '',
        source,
        target,
        origin: 'exact',
        review: 'approved',
        unitId,
      } as const;
      return async () => ({ articleId: before.id, version: 1, segments: [segment] });
    };
    const suggested = async (scores: Record<string, number>, unitId?: string): Promise<readonly string[]> => {
      const { deps } = memoryWith(scores);
      const readPrevious = previousFrom(unitId);
      const [segment] = await findMatches(after, { locale: es }, { ...deps, readPrevious });
      return (segment?.matches ?? []).map(({ kind, target }) => `${kind} ${target.text}`);
    };
    const fromVersion = ['previous-version El puerto abre el lunes.'];

    it('suggests what it had where the memory still serves it, or never had it', async () => {
      const text = old?.text ?? '';
      expect(await suggested({ [text]: 100 }, `u-${text.length}`)).toEqual(fromVersion);
      expect(await suggested({})).toEqual(fromVersion);
    });

    it('brings nothing back that the memory has withdrawn since', async () => {
      expect(await suggested({}, 'u-gone')).toEqual([]);
      expect(await suggested({ [old?.text ?? '']: 100 }, 'u-gone')).toEqual([]);
    });
  });

  it.each([
    [{ minScore: 101 }, 'lowest fuzzy score is 101'],
    [{ minScore: 69.5 }, 'lowest fuzzy score is 69.5'],
    [{ limit: 0 }, 'matches per segment is 0'],
  ])('refuses settings out of range: %j', (settings, problem) => {
    const { deps } = memoryWith({});
    expect(() => createTmLookupDeps({ ...deps, ...settings })).toThrow(problem);
    expect(() => createTmLookupDeps({ ...deps, ...settings })).toThrow(
      expect.objectContaining({ code: 'CONFIG_INVALID' }),
    );
  });
});

/** A memory that has one match for each of the texts, with the given score. */
function memoryWith(scores: Readonly<Record<string, number>>): {
  deps: TmLookupDeps;
  requests: LookupRequest[];
} {
  const requests: LookupRequest[] = [];
  const memory: TmLookupDeps['memory'] = {
    lookup: async (request) => {
      requests.push(request);
      return request.queries.map(({ source }) => {
        const score = scores[source.text];
        return score === undefined ? [] : [matchOf(source.text, score)];
      });
    },
  };
  return {
    deps: createTmLookupDeps({ memory, minScore: 70, limit: 3, improve: (_query, matches) => matches }),
    requests,
  };
}

function matchOf(text: string, score: number): Match {
  return {
    kind: score > 100 ? 'context' : score === 100 ? 'exact' : 'fuzzy',
    score,
    unitId: `u-${text.length}`,
    source: { text, codes: [] },
    target: { text: 'x', codes: [] },
    parts: { base: Math.min(100, score), deductions: [], formula: 'f' },
    review: 'translated',
  };
}
