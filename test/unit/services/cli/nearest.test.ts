import { expect, it } from 'vitest';
import { nearest } from '../../../../services/cli/nearest.ts';

const WORDS = ['submit', 'status', 'start', 'pull', 'run', 'retry', 'memory import'];

it.each([
  ['submti', 'submit'],
  ['statsu', 'status'],
  ['pul', 'pull'],
  ['rum', 'run'],
  ['memory', 'memory import'],
  ['translate', undefined],
  ['xyz', undefined],
])('takes "%s" for %s', (word, expected) => {
  expect(nearest(word, WORDS)).toBe(expected);
});
