import { describe, expect, it } from 'vitest';
import { readNameList } from '../../../../../workers/normalize/case/read-name-list.ts';

const SECTIONS = ['places', 'acronyms'] as const;

describe('readNameList', () => {
  it('reads names below headings, without notes', () => {
    const lists = readNameList('# ours\n[places]\nParis, New York,\nRome\n[acronyms]\nEU\n', SECTIONS);
    expect(Object.fromEntries(lists)).toEqual({ places: ['Paris', 'New York', 'Rome'], acronyms: ['EU'] });
  });

  it.each([
    ['[cities]\nParis', 'line 1 has the heading "cities": expected one of places, acronyms'],
    ['Paris\n[places]', 'line 1 stands before the first heading'],
  ])('refuses %j', (text, message) => {
    expect(() => readNameList(text, SECTIONS)).toThrow(message);
  });
});
