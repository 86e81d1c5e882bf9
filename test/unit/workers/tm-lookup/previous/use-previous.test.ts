import { describe, expect, it } from 'vitest';
import { Locale } from '../../../../../shared/document/locale.ts';
import type { Match } from '../../../../../shared/memory/match.ts';
import type { PreviousSegment } from '../../../../../shared/memory/previous-version.ts';
import { findMatches } from '../../../../../workers/tm-lookup/find-matches.ts';
import { documentOf } from '../../../../support/builders.ts';

const es = Locale.parse('es');
const OLD = 'The minister will come to the capital on Monday.';
const NEW = 'The minister will not come to the capital on Monday.';
const TARGET = 'El ministro vendrá a la capital el lunes.';

describe('a sentence that was changed', () => {
  it('gets the translation of the old one, and says what changed', async () => {
    const [match, ...others] = await matchesOf(NEW, { old: OLD });
    expect(match).toMatchObject({
      kind: 'previous-version',
      score: 90,
      source: { text: OLD },
      target: { text: TARGET },
      review: 'approved',
      version: 1,
      previous: {
        version: 1,
        diff: [
          { kind: 'same', text: 'The minister will ' },
          { kind: 'added', text: 'not ' },
          { kind: 'same', text: 'come to the capital on Monday.' },
        ],
      },
    });
    expect(others).toEqual([]);
  });

  it('says so in the match that the memory found, and does not repeat it', async () => {
    const found = matchOf({ source: OLD, score: 90 });
    const matches = await matchesOf(NEW, { old: OLD, found: [found] });
    expect(matches).toHaveLength(1);
    expect(matches[0]).toMatchObject({ kind: 'previous-version', unitId: 'u1', previous: { version: 1 } });
  });

  it('ranks before another translation of the same score', async () => {
    const found = matchOf({ source: 'Something of ours.', target: 'Algo.', score: 90, unitId: 'u0' });
    const matches = await matchesOf(NEW, { old: OLD, found: [found] });
    expect(matches.map(({ kind }) => kind)).toEqual(['previous-version', 'fuzzy']);
  });

  it('gets nothing from one that was never translated', async () => {
    expect(await matchesOf(NEW, { old: OLD, target: undefined })).toEqual([]);
  });

  it('goes through repair and alarms like any other', async () => {
    const [match] = await matchesOf(NEW, {
      old: OLD,
      improve: (matches) => matches.map((each) => ({ ...each, kind: 'repaired', score: 99 })),
    });
    expect(match).toMatchObject({ kind: 'repaired', score: 99, previous: { version: 1 } });
  });
});

describe('a sentence that stands where it stood', () => {
  const ambiguous = [{ name: 'ambiguous', points: 1 }];

  it('has context: 101, and is not ambiguous', async () => {
    const found = [
      matchOf({ source: OLD, target: 'Otra cosa.', score: 99, deductions: ambiguous, unitId: 'u0' }),
      matchOf({ source: OLD, score: 99, deductions: ambiguous }),
    ];
    expect((await matchesOf(OLD, { old: OLD, found })).map(summary)).toEqual([
      ['context', 101, TARGET, 'context-version'],
      ['fuzzy', 99, 'Otra cosa.', 'ambiguous'],
    ]);
  });

  it.each([
    ['key', 101, 102, 'context-key,context-version'],
    ['neighbours', 101, 101, 'context-neighbours'],
  ])('adds to its %s no more than neighbours would', async (name, score, expected, names) => {
    const found = [matchOf({ source: OLD, score, deductions: [{ name: `context-${name}`, points: -1 }] })];
    expect((await matchesOf(OLD, { old: OLD, found })).map(summary)).toEqual([
      ['context', expected, TARGET, names],
    ]);
  });

  it.each([
    ['a match that differs in case', { deductions: [{ name: 'case', points: 1 }], score: 99 }],
    ['a target that was not served', { target: 'Otra cosa.', score: 100 }],
    ['a stale target', { deductions: [{ name: 'stale', points: 1 }], score: 99, staleBy: 'u9' }],
  ])('lifts no %s', async (_, facts) => {
    const found = [matchOf({ source: OLD, ...facts })];
    expect((await matchesOf(OLD, { old: OLD, found }))[0]?.score).toBe(facts.score);
  });
});

interface MatchFacts extends Partial<Pick<Match, 'score' | 'unitId' | 'staleBy'>> {
  readonly source: string;
  readonly target?: string;
  readonly deductions?: Match['parts']['deductions'];
}

function matchOf({ source, target = TARGET, score = 100, deductions = [], ...facts }: MatchFacts): Match {
  const base = score + deductions.reduce((sum, { points }) => sum + points, 0);
  return {
    kind: score > 100 ? 'context' : score === 100 ? 'exact' : 'fuzzy',
    score,
    unitId: 'u1',
    source: { text: source, codes: [] },
    target: { text: target, codes: [] },
    parts: { base, deductions, formula: 'f' },
    review: 'approved',
    ...facts,
  };
}

function summary({ kind, score, target, parts }: Match): readonly unknown[] {
  return [kind, score, target.text, parts.deductions.map(({ name }) => name).join(',')];
}

interface Story {
  readonly old: string;
  readonly target?: string | undefined;
  readonly found?: readonly Match[];
  readonly improve?: (matches: readonly Match[]) => readonly Match[];
}

/** The matches of the one sentence of version 2, of which version 1 said `old`. */
async function matchesOf(text: string, story: Story): Promise<readonly Match[]> {
  const { old, found = [], improve = (matches) => matches } = story;
  const target = 'target' in story ? story.target : TARGET;
  const before = documentOf([[old]]);
  const segments = before.segments.map(
    ({ id }): PreviousSegment => ({
      id,
      source: { text: old, codes: [] },
      target: target === undefined ? undefined : { text: target, codes: [] },
      origin: 'exact',
      review: 'approved',
      unitId: 'u1',
    }),
  );
  const [result] = await findMatches(
    documentOf([[text]], { version: 2 }),
    { locale: es },
    {
      // The memory still has the unit that the old sentence was translated with.
      memory: {
        lookup: async ({ queries }) =>
          queries.map(({ source }) => (source.text === text ? found : [matchOf({ source: old })])),
      },
      minScore: 70,
      limit: 3,
      improve: (_, matches) => improve(matches),
      readPrevious: async () => ({ articleId: 'a1', version: 1, segments }),
    },
  );
  return result?.matches ?? [];
}
