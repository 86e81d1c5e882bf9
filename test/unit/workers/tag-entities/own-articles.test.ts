import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { GoldText, type SpannedMention, tagText } from '../../../bench/entities/gold-text.ts';
import { f1Of, meansTheSame, scoreMentions, sumScores } from '../../../bench/entities/score-mentions.ts';
import { deps } from './tagged.ts';

const FOLDER = join(import.meta.dirname, '../../../fixtures/entities');
const articles = readdirSync(FOLDER)
  .toSorted()
  .map((name) => GoldText.parse(JSON.parse(readFileSync(join(FOLDER, name), 'utf8'))));

describe('articles of our own, in the manner of agencies and of careless typists', () => {
  it.each(articles.map((article) => ({ id: article.id, article })))(
    'are read almost without fault: $id',
    ({ article }) => {
      const faults = faultsIn(article);
      expect(faults.length, faults.join('\n')).toBeLessThanOrEqual(2);
    },
  );

  it('lose hardly a mention over all', () => {
    const total = sumScores(
      articles.map((article) => scoreMentions(goldOf(article), tagText(article, deps))),
    );
    expect(f1Of(total.meanings)).toBeGreaterThan(97);
  });
});

function goldOf({ entities }: GoldText): readonly SpannedMention[] {
  return entities.map(({ start, end, type, ref, value }) => ({
    start,
    end,
    type,
    ...(ref === undefined ? {} : { ref }),
    ...(value === undefined ? {} : { value }),
  }));
}

/** What is missed, found too much or understood wrongly, in words. */
function faultsIn(article: GoldText): readonly string[] {
  const found = tagText(article, deps);
  const gold = goldOf(article);
  return [
    ...gold.flatMap((each) => {
      const own = found.find((other) => sameSpan(each, other));
      return own !== undefined && meansTheSame(each, own)
        ? []
        : [faultOf(article, own === undefined ? 'missed' : 'misunderstood', each)];
    }),
    ...found
      .filter((each) => !gold.some((other) => sameSpan(each, other)))
      .map((each) => faultOf(article, 'too much', each)),
  ];
}

function faultOf({ text }: GoldText, what: string, { start, end, type }: SpannedMention): string {
  return `${what}: ${type} ${text.slice(start, end)}`;
}

function sameSpan(a: SpannedMention, b: SpannedMention): boolean {
  return a.start === b.start && a.end === b.end && a.type === b.type;
}
