import { describe, expect, it } from 'vitest';
import { findWords } from '../../../../shared/memory/concordance.ts';

describe('findWords', () => {
  it.each<[string, 'words' | 'phrase', string, string[]]>([
    ['minister', 'words', 'The Minister met the minister.', ['Minister', 'minister']],
    ['trade law', 'words', 'A law on trade.', ['law', 'trade']],
    ['trade war', 'words', 'A law on trade.', []],
    [
      'translat*',
      'words',
      'Translated by translators of translations.',
      ['Translated', 'translators', 'translations'],
    ],
    ['mini', 'words', 'The minister', []],
    ['nicolas', 'words', 'Dijo Nicolás.', ['Nicolás']],
    ["it's", 'words', 'It’s late.', ['It’s']],
    ['law on trade', 'phrase', 'The law on trade; a trade on law.', ['law on trade']],
    ['Port Bell', 'phrase', 'In Port, Bell said. To Port Bell.', ['Port, Bell', 'Port Bell']],
    ['new law*', 'phrase', 'Two new laws', ['new laws']],
    ['经济', 'words', '世界经济论坛，经济合作', ['经济', '经济']],
    ['世界 合作', 'words', '世界经济论坛，经济合作', ['世界', '合作']],
    ['เศรษฐกิจ', 'phrase', 'สมาชิกของเศรษฐกิจโลก', ['เศรษฐกิจ']],
    ['...', 'words', 'Well...', []],
    ['7', 'words', 'On 7 May, 17 left.', ['7']],
  ])('finds %j (%s) in %j', (query, mode, text, expected) => {
    const [spans = []] = findWords(query, mode)([text]);
    expect(spans.map(({ start, end }) => text.slice(start, end))).toEqual(expected);
  });
});
