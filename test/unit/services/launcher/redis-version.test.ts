import { expect, it } from 'vitest';
import { isOlder, OLDEST_REDIS } from '../../../../services/launcher/redis-version.ts';
import { MIN_REDIS_VERSION } from '../../../../shared/stores/redis.ts';

it.each([
  ['6.0.16', '6.2.0', true],
  ['6.2', '6.2.0', false],
  ['6.10.0', '6.2.0', false],
  ['7.0.15', '6.2.0', false],
  ['5.9.9', '6.2.0', true],
  ['6.2.0', '6.2.1', true],
])('knows whether %s comes before %s', (a, b, expected) => {
  expect(isOlder(a, b)).toBe(expected);
});

it('asks for the same version before the start as the processes do after it', () => {
  expect(OLDEST_REDIS).toBe(MIN_REDIS_VERSION);
});
