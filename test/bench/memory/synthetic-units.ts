import type { TranslationUnit } from '../../../shared/memory/translation-unit.ts';
import { seededRandom } from '../entities/seeded-random.ts';
import { plainUnit } from './real-units.ts';

/**
 * Fills real units up to `count`, the same for the same input.
 *
 * A made unit begins as a real source and ends as another one: it is cut at a word and goes on with
 * the other's end, so lengths and word frequencies stay real and no part of it is new. In one of
 * three, up to a fifth of its words are then replaced by words drawn from the real texts, frequent
 * ones often. Its target is the first one's.
 */
export function fillUnits(real: readonly TranslationUnit[], count: number): readonly TranslationUnit[] {
  const random = seededRandom(count);
  const units = real.slice(0, count);
  const seen = new Set(units.map(({ source }) => source.text));
  while (units.length < count) {
    const begin = pick(real, random);
    const [head, tail] = [begin, pick(real, random)].map(({ source }) => source.text.split(' '));
    const words = crossed(head ?? [], tail ?? [], random());
    if (random() < 1 / 3) {
      editWords(words, { random, share: 0.2, corpus: real });
    }
    const text = words.join(' ');
    if (words.length > 1 && !seen.has(text)) {
      seen.add(text);
      units.push(plainUnit(text, begin.target.text));
    }
  }
  return units;
}

export interface EditOptions {
  readonly random: () => number;
  /** Most words to change, as a share of all. */
  readonly share: number;
  /** Where new words come from. */
  readonly corpus: readonly TranslationUnit[];
}

/** Replaces, puts in or takes out words, in place. */
export function editWords(words: string[], { random, share, corpus }: EditOptions): void {
  for (let edits = Math.floor(random() * share * words.length); edits > 0; edits -= 1) {
    const kind = random();
    const other = pick(pick(corpus, random).source.text.split(' '), random);
    words.splice(
      Math.floor(random() * words.length),
      kind < 0.75 ? 1 : 0,
      ...(kind < 0.6 || kind >= 0.75 ? [other] : []),
    );
  }
}

export function pick<Item>(items: readonly Item[], random: () => number): Item {
  const item = items[Math.floor(random() * items.length)];
  if (item === undefined) {
    throw new RangeError('cannot pick from an empty list');
  }
  return item;
}

function crossed(head: readonly string[], tail: readonly string[], place: number): string[] {
  return [...head.slice(0, Math.ceil(head.length * place)), ...tail.slice(Math.ceil(tail.length * place))];
}
