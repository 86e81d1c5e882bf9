import { describe, expect, it } from 'vitest';
import { flagsOf, LEXICON, phraseHash } from '../../../../../../workers/tag-entities/model/lexicon.ts';
import { compileLexicon } from '../../../../../../workers/tag-entities/model/train/compile-lexicon.ts';
import { nameTokens } from '../../../../../../workers/tag-entities/name-tokens.ts';

const source = (content: string): { name: string; content: string } => ({ name: 'test', content });

function flags(language: string, form: string, content: { lists?: string; gazetteer?: string }): number {
  const lexicon = compileLexicon(
    {
      gazetteers: content.gazetteer === undefined ? [] : [source(content.gazetteer)],
      lists: content.lists === undefined ? [] : [source(content.lists)],
      names: [],
      texts: [],
    },
    language,
  );
  return flagsOf(lexicon, phraseHash(nameTokens(form, language).map(({ text }) => text)));
}

describe('compileLexicon', () => {
  it('takes surnames for words that many people are named by', () => {
    const found = flags('en', 'Wanjiru', { lists: 'surname\tOkafor, Wanjiru' });
    expect(found & LEXICON.name).not.toBe(0);
    expect(found & LEXICON.commonName).not.toBe(0);
    expect(found & LEXICON.given).toBe(0);
  });

  it('knows a family name of one Han letter, and no single letter elsewhere', () => {
    expect(flags('zh', '王', { lists: 'surname\t王, 欧阳' }) & LEXICON.name).not.toBe(0);
    expect(flags('en', 'W', { lists: 'surname\tW' }) & LEXICON.name).toBe(0);
  });

  it('reads the forms of a language in all its scripts, and English ones only where there are none', () => {
    const gazetteer = [
      '{"id":"Q1","type":"LOC","names":{"en":["Warsaw"],"zh":["华沙"],"zh-Hant":["華沙"]}}',
      '{"id":"Q2","type":"LOC","names":{"en":["Radom"]}}',
    ].join('\n');
    for (const form of ['华沙', '華沙', 'Radom']) {
      expect(flags('zh', form, { gazetteer }) & LEXICON.place).not.toBe(0);
    }
    expect(flags('zh', 'Warsaw', { gazetteer }) & LEXICON.place).toBe(0);
  });
});
