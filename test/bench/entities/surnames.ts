import { z } from 'zod';
import { createTagEntitiesDeps } from '../../../workers/tag-entities/deps.ts';
import type { TagEntitiesDeps } from '../../../workers/tag-entities/tag-entities.ts';
import type { Row } from '../report.ts';
import { tagText } from './gold-text.ts';
import type { Measure } from './measure.ts';

const FILE = 'entities/gum.jsonl.gz';

/** A document whose noun phrases are joined to chains of what they mean. */
const ChainedText = z.object({
  id: z.string(),
  genre: z.string(),
  text: z.string(),
  published: z.string().optional(),
  entities: z.array(
    z.object({
      start: z.int(),
      end: z.int(),
      type: z.string(),
      cluster: z.string(),
      named: z.literal(1).optional(),
      pron: z.literal(1).optional(),
    }),
  ),
});
type ChainedText = Readonly<z.infer<typeof ChainedText>>;

/**
 * People named again by one word after their full name. Right: of those that we join to a full name, the
 * share that is joined to the right one; found: of all, the share that we join rightly. `entities/gum.jsonl.gz`
 * holds a text with coreference chains a line.
 */
export const surnames: Measure = {
  name: 'surnames',
  needs: [FILE],
  run: async (data) => {
    const deps = await createTagEntitiesDeps();
    const texts = data.lines(FILE).map((line) => ChainedText.parse(line));
    const news = texts.filter(({ genre }) => genre === 'news');
    return [...rowsOf('news', news, deps, true), ...rowsOf('all genres', texts, deps, false)];
  },
};

function rowsOf(
  name: string,
  texts: readonly ChainedText[],
  deps: TagEntitiesDeps,
  isGoal: boolean,
): readonly Row[] {
  const outcomes = texts.flatMap((text) => outcomesOf(text, deps));
  const known = outcomes.filter(({ isNamedBefore }) => isNamedBefore);
  const joined = outcomes.filter(({ verdict }) => verdict !== 'left');
  const right = joined.filter(({ verdict }) => verdict === 'right');
  const found = known.filter(({ verdict }) => verdict === 'right');
  const row = (measure: string, value: number, samples: number, goal: number): Row => ({
    measure: `surnames, ${name}: ${measure}`,
    value,
    unit: '%',
    samples,
    ...(isGoal ? { goal: `>= ${goal}`, ok: value >= goal } : {}),
  });
  return [
    row('right', percent(right.length, joined.length), joined.length, 98),
    row('found', percent(found.length, known.length), known.length, 95),
  ];
}

/** What became of one word that names a person. */
interface SurnameOutcome {
  readonly word: string;
  readonly start: number;
  /** The chain has the full name before. */
  readonly isNamedBefore: boolean;
  readonly verdict: 'right' | 'wrong' | 'left';
}

/** Judges every mention of a person by one word in a text. */
function outcomesOf(text: ChainedText, deps: TagEntitiesDeps): readonly SurnameOutcome[] {
  const ours = tagText({ text: text.text, lang: 'en', published: text.published }, deps).filter(
    ({ type }) => type === 'PER',
  );
  const people = text.entities
    .filter(({ type, pron }) => type === 'person' && pron === undefined)
    .map((each) => ({ ...each, words: nameOf(text.text.slice(each.start, each.end)) }));
  return people
    .filter(({ words }) => /^\p{Lu}[\p{L}\p{M}'’-]+$/u.test(words))
    .flatMap(({ start, words, cluster, named }): readonly SurnameOutcome[] => {
      const full = people.filter(
        (other) => other.cluster === cluster && other.start < start && isFullName(other.words, words),
      );
      if (full.length === 0 && named === undefined) {
        return [];
      }
      const own = ours.find((mention) => mention.start === start && mention.end === start + words.length);
      const before =
        own &&
        ours.filter(
          (each) => each.id === own.id && each.start < start && each.end - each.start > words.length,
        );
      const isJoined = before?.some(({ start: at, end }) => /\s/u.test(text.text.slice(at, end))) === true;
      const isRight = before?.some((each) => full.some((other) => isWithin(each, other))) === true;
      const verdict = !isJoined ? 'left' : isRight ? 'right' : 'wrong';
      return [{ word: words, start, isNamedBefore: full.length > 0, verdict }];
    });
}

/** Without a possessive, which the corpus sets apart. */
function nameOf(phrase: string): string {
  return phrase.replace(/\s?['’]s$/u, '');
}

function isFullName(phrase: string, word: string): boolean {
  const words = phrase.split(/[\s-]+/u);
  return words.length > 1 && words.includes(word) && words.filter((each) => /^\p{Lu}/u.test(each)).length > 1;
}

interface Place {
  readonly start: number;
  readonly end: number;
}

function isWithin(inner: Place, outer: Place): boolean {
  return inner.start >= outer.start && inner.end <= outer.end;
}

function percent(part: number, whole: number): number {
  return whole === 0 ? 0 : (100 * part) / whole;
}
