import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createWordBuffer, foldName, scanWords } from '../../../../shared/gazetteer/scan-words.ts';

function scan(text: string): readonly { text: string; hash: string }[] {
  const words = createWordBuffer();
  scanWords(text, words);
  return Array.from({ length: words.count }, (_, at) => ({
    text: text.slice(words.starts[at], words.ends[at]),
    hash: `${words.hashA[at]} ${words.hashB[at]}`,
  }));
}

function hashes(text: string): readonly string[] {
  return scan(text).map(({ hash }) => hash);
}

const word = fc.constantFrom(
  'Lima',
  'São',
  'Sao',
  'STRASSE',
  'Straße',
  'e\u0301t',
  'Київ',
  'co\u00ADop',
  '𝔸b',
  '12',
);
const gap = fc.constantFrom(' ', '. ', ' – ', '\u00A0', '"', '👍 ', ',');

describe('words of a text', () => {
  it('have the same hashes wherever they stand', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(word, gap), { maxLength: 12 }), (pieces) => {
        const found = scan(pieces.flat().join(''));
        expect(found).toEqual(pieces.flatMap(([each]) => scan(each)));
        expect(found.map(({ text }) => text)).toEqual(pieces.map(([each]) => each));
      }),
    );
  });

  it('are the same without case and accents', () => {
    expect(hashes('São Paulo')).toEqual(hashes('SAO PAULO'));
    expect(hashes('Straße')).toEqual(hashes('STRASSE'));
    expect(hashes('co\u00ADop')).toEqual(hashes('Coop'));
    expect(hashes('Lima')).not.toEqual(hashes('Limas'));
    expect(foldName('São  PAULO!')).toBe('sao paulo');
  });

  it('are single letters where no spaces part them', () => {
    expect(scan('日本 and ไทย').map(({ text }) => text)).toEqual(['日', '本', 'and', 'ไ', 'ท', 'ย']);
  });
});
