import { describe, expect, it } from 'vitest';
import { Locale } from '../../../../shared/document/locale.ts';
import { createRenderDeps } from '../../../../workers/render/deps.ts';

const { nameReader } = await createRenderDeps();

function idsIn(text: string, locale: string): readonly string[] {
  return nameReader
    .read(text, Locale.parse(locale))
    .map(({ start, end, entries }) => `${text.slice(start, end)} ${entries[0]?.id ?? ''}`);
}

describe('createNameReader', () => {
  it.each([
    ['ru', 'Паром вышел из Кампалы.', ['Кампалы Q3894']],
    ['ar', 'غادرت العبارة لكامبالا.', ['لكامبالا Q3894']],
    ['tr', 'Feribot Kenya’dan ayrıldı.', ['Kenya Q114']],
    ['zh-Hans', '渡轮离开坎帕拉。', ['坎帕拉 Q3894']],
    ['es', 'El ferry salió de Kampala hacia Kenia.', ['Kampala Q3894', 'Kenia Q114']],
    ['ru', 'Это сказал Трамп.', ['Трамп Q22686']],
    ['ru', 'Париж ждёт. Паром вышел из Пары.', ['Париж Q90', 'Пары Q39517']],
    ['de', 'Die Fähre ist alt.', []],
  ])('reads in %s: %s', (locale, text, names) => {
    expect(idsIn(text, locale)).toEqual(names);
  });

  it('gives everything that has the same name', () => {
    const [georgia] = nameReader.read('They met in Georgia.', Locale.parse('en'));
    expect(georgia?.entries.map(({ subtype }) => subtype).toSorted()).toEqual(['country', 'state']);
  });

  it('tells the words for people of a place from its name', () => {
    const read = nameReader.read('The Kenyan ferry left Kenya.', Locale.parse('en'));
    expect(read.map(({ isDemonym }) => isDemonym)).toEqual([true, false]);
  });
});
