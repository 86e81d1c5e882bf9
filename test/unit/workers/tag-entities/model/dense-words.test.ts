import { describe, expect, it } from 'vitest';
import { createTagger } from '../../../../../workers/tag-entities/model/tagger.ts';
import { taggerText } from '../../../../../workers/tag-entities/model/tagger-text.ts';
import { readCorpus } from '../../../../../workers/tag-entities/model/train/read-corpus.ts';
import { trainTagger } from '../../../../../workers/tag-entities/model/train/train-tagger.ts';
import { EDGE } from '../../../../../workers/tag-entities/model/word-form.ts';
import { nameTokens } from '../../../../../workers/tag-entities/name-tokens.ts';

const PEOPLE = ['王小明', '李建国', '张丽华', '刘德胜'];
const PLACES = ['苏州', '保定', '昆明', '南宁'];

const CORPUS = PEOPLE.flatMap((person) =>
  PLACES.map((place) => {
    const text = `市长${person}星期一在${place}表示，学校将关闭。`;
    const entities = [person, place].map((name, at) => ({
      start: text.indexOf(name),
      end: text.indexOf(name) + name.length,
      type: at === 0 ? 'PER' : 'LOC',
    }));
    return JSON.stringify({ text, entities });
  }),
).join('\n');

const segment = (text: string): { text: string; tokens: ReturnType<typeof nameTokens> } => ({
  text,
  tokens: nameTokens(text, 'zh'),
});

describe('words of scripts without spaces', () => {
  it('are told to every letter of them, and to no other token', () => {
    const read = taggerText([segment('In 北京大学 there')], () => EDGE);
    const words = Array.from(read.dense?.word ?? []);
    expect(words.filter((word) => word !== 0)).toHaveLength(4);
    expect(words[0]).toBe(0);
    const spans = words.map((_, at) => (read.dense?.to[at] ?? 0) - (read.dense?.from[at] ?? 0));
    expect(spans.reduce((sum, length) => sum + (length > 0 ? 1 : 0), 0)).toBe(4);
  });

  it('are absent where all words have spaces between them', () => {
    expect(taggerText([segment('Nothing dense here')], () => EDGE).dense).toBeUndefined();
  });

  it('teach a tagger names that it has never seen', () => {
    const documents = readCorpus('cities', CORPUS, 'zh');
    const lexicon = { gazetteers: [], lists: [], names: [], texts: [] };
    const model = trainTagger({ documents, lexicon }, { language: 'zh', passes: 4, seed: 1 });
    const text = '市长李德明星期一在兰州表示，学校将关闭。';
    expect(
      createTagger(model)([segment(text)]).map(({ start, end, type }) => `${type} ${text.slice(start, end)}`),
    ).toEqual(['PER 李德明', 'LOC 兰州']);
  });
});
