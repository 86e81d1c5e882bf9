import type { Match } from './match.ts';

const WORDS: Readonly<Record<string, string>> = {
  case: 'case differs',
  punctuation: 'punctuation differs',
  spacing: 'spacing differs',
  codes: 'markup differs',
  ambiguous: 'another target exists for the same text',
  stale: 'another target was approved later',
  memory: 'memory of lower rank',
  variant: 'other variant of the locale',
  unreviewed: 'target not reviewed',
  'context-neighbours': 'same neighbours',
  'context-key': 'same key',
  'context-version': 'same place in the version before',
};

/**
 * Says in one line why a match has its score, for people.
 *
 * @example
 * `'101: same text (+1 same neighbours)'`, `'85: 86 by words (-1 markup differs)'`
 */
export function describeMatch({ score, parts }: Pick<Match, 'score' | 'parts'>): string {
  const words = parts.base === 100 ? 'same words' : `${parts.base} by words`;
  const start = parts.base === 100 && score >= 100 ? 'same text' : words;
  if (parts.deductions.length === 0) {
    return `${score}: ${start}`;
  }
  const reasons = parts.deductions.map(
    ({ name, points }) => `${points > 0 ? `-${points}` : `+${-points}`} ${WORDS[name] ?? name}`,
  );
  return `${score}: ${start} (${reasons.join(', ')})`;
}
