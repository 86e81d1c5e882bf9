import { describe, expect, it } from 'vitest';
import { typed } from '../tagged.ts';

const options = { sourceLocale: 'zh-Hans' };

describe('names in Chinese', () => {
  it('are read by the tagger where no gazetteer has them', () => {
    expect(typed([['张丽华说，南昌大学将合作。']], options)).toEqual(['PER 张丽华', 'ORG 南昌大学']);
    expect(typed([['市长李建国在苏州会见了陈志强。']], options)).toEqual([
      'PER 李建国',
      'LOC 苏州',
      'PER 陈志强',
    ]);
  });

  it('are none in a sentence without names', () => {
    expect(typed([['这次会议讨论了很多问题。']], options)).toEqual([]);
  });
});
