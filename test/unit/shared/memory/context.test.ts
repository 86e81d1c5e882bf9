import { describe, expect, it } from 'vitest';
import { compareContext } from '../../../../shared/memory/context.ts';

describe('compareContext', () => {
  it.each([
    [
      'both neighbours equal',
      { contextBefore: 'A', contextAfter: 'B' },
      { contextBefore: 'A', contextAfter: 'B' },
      true,
    ],
    [
      'white space in a neighbour',
      { contextBefore: 'A  b', contextAfter: 'B' },
      { contextBefore: 'A b ', contextAfter: 'B' },
      true,
    ],
    ['a side that both lack, with the other equal', { contextAfter: 'B' }, { contextAfter: 'B' }, true],
    ['a side that one lacks', { contextBefore: 'A', contextAfter: 'B' }, { contextAfter: 'B' }, false],
    [
      'one side different',
      { contextBefore: 'A', contextAfter: 'B' },
      { contextBefore: 'A', contextAfter: 'C' },
      false,
    ],
    ['no neighbour on either side of either text', {}, {}, false],
    ['case in a neighbour', { contextAfter: 'b' }, { contextAfter: 'B' }, false],
  ])('neighbours: %s', (_, a, b, neighbours) => {
    expect(compareContext(a, b).neighbours).toBe(neighbours);
    expect(compareContext(b, a).neighbours).toBe(neighbours);
  });

  it.each([
    ['equal', 'title', 'title', true],
    ['different', 'title', 'body', false],
    ['missing on one side', 'title', undefined, false],
    ['missing on both sides', undefined, undefined, false],
  ])('key: %s', (_, a, b, key) => {
    expect(compareContext({ key: a }, { key: b }).key).toBe(key);
  });
});
