import { type Comparable, toComparable } from '../../../shared/memory/comparable.ts';
import { scorerOf, scoreSources, totalOf } from '../../../shared/memory/score.ts';

/** Compares a text with every source there is. */
export interface Oracle {
  /** Score of each source that reaches `minScore`, by its text; white space is collapsed. */
  search(query: string, minScore: number): ReadonlyMap<string, number>;
}

export function createOracle(texts: Iterable<string>): Oracle {
  const sources: Comparable[] = [];
  for (const text of texts) {
    sources.push(toComparable({ text, codes: [] }));
  }
  return {
    search(query, minScore) {
      const scorer = scorerOf(toComparable({ text: query, codes: [] }));
      const found = new Map<string, number>();
      for (const source of sources) {
        const score = scoreSources(scorer, source, minScore);
        if (score !== undefined) {
          found.set(source.text, totalOf(score));
        }
      }
      return found;
    },
  };
}

/** How a memory's answers compare with the oracle's. */
export interface Recall {
  readonly expected: number;
  readonly found: number;
  /** Answers that the oracle does not have, or has with another score. */
  readonly extra: number;
}

/** Sums up one query's answers, given as score by source text. */
export function compareAnswers(
  expected: ReadonlyMap<string, number>,
  answers: ReadonlyMap<string, number>,
): Recall {
  const right = Array.from(answers).filter(([text, score]) => expected.get(text) === score).length;
  return { expected: expected.size, found: right, extra: answers.size - right };
}

export function sumRecall(parts: readonly Recall[]): Recall {
  const sum = (pick: (part: Recall) => number): number =>
    parts.reduce((total, part) => total + pick(part), 0);
  return {
    expected: sum((part) => part.expected),
    found: sum((part) => part.found),
    extra: sum((part) => part.extra),
  };
}
