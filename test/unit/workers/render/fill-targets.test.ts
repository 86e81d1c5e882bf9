import { describe, expect, it } from 'vitest';
import { fillTargets } from '../../../../workers/render/fill-targets.ts';
import { documentOf } from '../../../support/builders.ts';
import { matchesOf, matchOf } from './render-input.ts';

const TEXT = 'The ferry is back.';
const document = documentOf([TEXT]);

function fillOne(
  ...answers: readonly ReturnType<typeof matchOf>[]
): ReturnType<typeof fillTargets>[number] | undefined {
  return fillTargets(document, matchesOf(document, 'es', { [TEXT]: answers }))[0];
}

describe('fillTargets', () => {
  it.each([
    ['context', 102, 'context-match'],
    ['context', 101, 'context-match'],
    ['exact', 100, 'exact'],
    ['repaired', 99, 'repaired'],
  ] as const)('serves a %s match of %i', (kind, score, origin) => {
    expect(fillOne(matchOf('Vuelve.', { kind, score }))).toMatchObject({
      target: { text: 'Vuelve.' },
      origin,
    });
  });

  it.each([
    ['fuzzy', 99],
    ['fuzzy', 70],
    ['exact', 99],
    ['repaired', 98],
  ] as const)('offers a %s match of %i, but does not serve it', (kind, score) => {
    const filled = fillOne(matchOf('Vuelve.', { kind, score }));
    expect(filled).toMatchObject({ origin: 'none', review: 'empty', reasons: ['fuzzy-below-threshold'] });
    expect(filled?.target).toBeUndefined();
    expect(filled?.suggestions).toHaveLength(1);
  });

  it('says so where the memory has nothing', () => {
    expect(fillOne()).toMatchObject({ origin: 'none', reasons: ['no-match'], suggestions: [] });
  });

  it.each([
    ['approved', []],
    ['reviewed', []],
    ['translated', ['unreviewed']],
    ['draft', ['unreviewed']],
  ] as const)('keeps the review of the unit: %s', (review, reasons) => {
    expect(fillOne(matchOf('Vuelve.', { review }))).toMatchObject({ review, reasons });
  });

  it('never calls reviewed what a machine has changed', () => {
    expect(fillOne(matchOf('Vuelve.', { kind: 'repaired', score: 99, review: 'approved' }))).toMatchObject({
      review: 'translated',
      reasons: ['placeables-repaired', 'unreviewed'],
    });
  });

  it('serves no target with an alarm, and leaves it as a suggestion', () => {
    const alarms = [{ kind: 'negation', wanted: ['not'], stored: [] }] as const;
    const match = matchOf('Vuelve.', { kind: 'repaired', score: 99, alarms });
    expect(fillOne(match)).toMatchObject({
      origin: 'none',
      reasons: ['meaning-alarm'],
      suggestions: [match],
    });
  });

  it.each([
    ['a rejected one', matchOf('Malo.', { review: 'rejected' }), 'rejected'],
    ['an empty one', matchOf('  '), 'empty-target'],
    ['one with a foreign code', matchOf({ text: 'Malo\uFFFC', codes: [] }), 'codes-mismatch'],
  ])('passes over %s and takes the next', (_, bad, reason) => {
    expect(fillOne(bad, matchOf('Vuelve.'))).toMatchObject({ target: { text: 'Vuelve.' } });
    expect(fillOne(bad)).toMatchObject({ origin: 'none', reasons: [reason] });
  });

  it.each(['2026', '\uFFFC', '—', 'https://example.org/a', 'desk@example.org'])(
    'takes %j over, because it has no language',
    (text) => {
      const short = documentOf([[text]]);
      expect(fillTargets(short, matchesOf(short, 'es', {}))[0]).toMatchObject({
        target: { text },
        origin: 'source-copy',
        review: 'approved',
        reasons: ['nothing-to-translate'],
      });
    },
  );

  it.each(['1,234.5', '97%', '$5', '120000', 'AFP'])(
    'does not take %j over: locales write it differently',
    (text) => {
      const short = documentOf([[text]]);
      expect(fillTargets(short, matchesOf(short, 'fr', {}))[0]).toMatchObject({ origin: 'none' });
    },
  );

  it.each([
    ['en', 'en', true],
    ['en', 'en-GB', true],
    ['en-US', 'en-GB', false],
    ['pt-PT', 'pt-BR', false],
    ['zh', 'zh-Hans', true],
    ['zh-Hans', 'zh-Hant', false],
  ])('shows %s text to readers of %s as it is: %s', (sourceLocale, locale, expected) => {
    const own = documentOf([TEXT], { sourceLocale });
    const [filled] = fillTargets(own, matchesOf(own, locale, {}));
    expect(filled?.origin === 'source-copy').toBe(expected);
  });
});
