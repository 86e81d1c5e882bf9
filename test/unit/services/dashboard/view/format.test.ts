import { describe, expect, it } from 'vitest';
import { createFormat } from '../../../../../services/dashboard/view/format.ts';

describe('createFormat', () => {
  const format = createFormat('en');

  it.each([
    [0, 'now'],
    [59_000, '59 sec. ago'],
    [3_599_000, '59 min. ago'],
    [86_399_000, '23 hr. ago'],
    [86_400_000, 'yesterday'],
    [-5000, 'now'],
  ])('says an age of %i ms as "%s"', (ms, words) => {
    expect(format.age(1_000_000_000 - ms, 1_000_000_000)).toBe(words);
  });

  it.each([
    [0.4, '0 ms'],
    [999, '999 ms'],
    [1234, '1.2 sec'],
    [180_000, '3 min'],
    [9_000_000, '2.5 hr'],
  ])('says a duration of %d ms as "%s"', (ms, words) => {
    expect(format.duration(ms)).toBe(words);
  });

  it.each([
    [0, '0 byte'],
    [1_400_000, '1.4 MB'],
    [5_000_000_000_000, '5,000 GB'],
  ])('says %d bytes as "%s"', (bytes, words) => {
    expect(format.bytes(bytes)).toBe(words);
  });
});
