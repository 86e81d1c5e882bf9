import { describe, expect, it } from 'vitest';
import { configPath } from '../../../../config/project-root.ts';
import { readTables } from '../../../../config/read-tables.ts';
import { AlarmWords, findAlarms } from '../../../../shared/memory/alarms.ts';

const tables = await readTables(configPath('alarms'), AlarmWords);

function alarms(language: string, wanted: string, stored: string): readonly string[] {
  const words = tables.get(language);
  return words === undefined
    ? ['no table']
    : findAlarms(wanted, stored, words).map(
        ({ kind, wanted: a, stored: b }) => `${kind}: ${a.join(', ')} | ${b.join(', ')}`,
      );
}

describe('findAlarms', () => {
  it.each([
    ['en', 'They will accept it.', 'They will not accept it.', ['negation:  | not']],
    ['en', 'They can’t wait.', 'They can wait.', ["negation: n't | "]],
    ['en', 'Only members may vote.', 'Members may vote.', ['quantity: only | ']],
    ['en', 'At least 5 died.', 'At most 5 died.', ['quantity: at least | at most']],
    ['en', 'Prices rose by 5%.', 'Prices fell by 5%.', ['direction: rose | fell']],
    ['en', 'It was -5 degrees.', 'It was 5 degrees.', ['sign: - | ']],
    ['en', 'It was −5 degrees.', 'It was -5 degrees.', []],
    ['en', 'A 10-15 minute walk.', 'A 10 15 minute walk.', []],
    ['en', 'The not-for-profit group met.', 'The group met.', ['negation: not | ']],
    ['en', 'A note on notation.', 'A knot.', []],
    ['fr', 'Il n’est pas parti.', 'Il est parti.', ["negation: pas, n' | "]],
    ['de', 'Er hat keine Zeit.', 'Er hat Zeit.', ['negation: keine | ']],
    ['es', 'Nunca llegó.', 'Llegó.', ['negation: nunca | ']],
    ['ru', 'Он не пришёл.', 'Он пришёл.', ['negation: не | ']],
    ['vi', 'Ông không đến.', 'Ông đến.', ['negation: không | ']],
    ['zh', '他没有去。', '他去了。', ['negation: 没有 | ']],
    ['ar', 'لم يصل الوزير.', 'وصل الوزير.', ['negation: لم | ']],
  ])('%s: %s / %s', (language, wanted, stored, expected) => {
    expect(alarms(language, wanted, stored)).toEqual(expected);
  });

  it('counts words as often as they stand there', () => {
    expect(alarms('en', 'Not today, not tomorrow.', 'Not today, tomorrow.')).toEqual(['negation: not | ']);
  });

  it('finds nothing between a text and itself, in every language', () => {
    for (const [language, { negation, quantity, direction }] of tables) {
      const text = [...negation, ...quantity, ...direction.up, ...direction.down].join(' ');
      expect(alarms(language, text, text)).toEqual([]);
    }
  });

  it('finds each word of a table where the other text lacks it', () => {
    for (const [language, { negation, quantity, direction }] of tables) {
      for (const word of [...negation, ...quantity, ...direction.up, ...direction.down]) {
        const text = word.endsWith("'") ? `${word}est` : word === "n't" ? 'have n’t' : word;
        expect(alarms(language, `x ${text}`, 'x'), `${language}: ${word}`).not.toEqual([]);
      }
    }
  });
});
