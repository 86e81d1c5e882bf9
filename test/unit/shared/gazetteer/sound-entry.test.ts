import { describe, expect, it } from 'vitest';
import { configPath } from '../../../../config/project-root.ts';
import { readFiles } from '../../../../config/read-files.ts';
import { GazetteerEntry } from '../../../../shared/document/gazetteer-entry.ts';
import { isSoundEntry } from '../../../../shared/gazetteer/sound-entry.ts';

const files = await readFiles(configPath('gazetteers'), '.jsonl');
const values = files
  .filter(({ name }) => name !== 'countries.jsonl' && name !== 'offices.jsonl')
  .flatMap(({ text }) => text.split('\n').filter((line) => line.trim() !== ''))
  .map((line): unknown => JSON.parse(line));

describe('isSoundEntry', () => {
  it('takes most of what ships, and only what the schema gives back as it is', () => {
    const sound = values.filter((value) => isSoundEntry(value));
    expect(sound.length).toBeGreaterThan(0.9 * values.length);
    for (const value of sound) {
      expect(GazetteerEntry.parse(value)).toEqual(value);
    }
  });

  it.each([
    [undefined],
    ['Q90'],
    [{ id: 'Q90', type: 'LOC' }],
    [{ id: 'paris', type: 'LOC', names: { en: ['Paris'] } }],
    [{ id: 'Q90', type: 'CITY', names: { en: ['Paris'] } }],
    [{ id: 'Q90', type: 'LOC', names: { en: [] } }],
    [{ id: 'Q90', type: 'LOC', names: { en: [''] } }],
    [{ id: 'Q90', type: 'LOC', names: [['Paris']] }],
    [{ id: 'Q90', type: 'LOC', names: { en: ['Paris'] }, short: [1] }],
    [{ id: 'Q90', type: 'LOC', names: { en: ['Paris'] }, colour: 'blue' }],
  ])('leaves %j to the schema, which refuses it', (value) => {
    expect(isSoundEntry(value)).toBe(false);
    expect(GazetteerEntry.safeParse(value).success).toBe(false);
  });
});
