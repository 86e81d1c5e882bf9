import { describe, expect, it } from 'vitest';
import { configPath } from '../../../../../config/project-root.ts';
import { readTables } from '../../../../../config/read-tables.ts';
import { NamingTable } from '../../../../../workers/tag-entities/local-names/naming-table.ts';
import { transliterate } from '../../../../../workers/tag-entities/local-names/transliterate.ts';

const tables = await readTables(configPath('names'), NamingTable);

function spell(language: string, name: string): string | undefined {
  const table = tables.get(language);
  return table === undefined ? undefined : transliterate(name, table);
}

describe('transliterate', () => {
  it.each([
    ['ru', 'Miriam Kiplora', 'Мириям Киплора'],
    ['ru', 'Jean-Pierre Moreno', 'Жан-Пьер Морено'],
    ['uk', 'Fred Smith', 'Фред Сміт'],
    ['ar', 'Mark Thompson', 'مارك تومسون'],
    ['he', 'Lena Hartman', 'לנה הרטמן'],
    ['fa', 'Lena Smith', 'لنا اسمیت'],
    ['hi', 'Fred Clinton', 'फ़्रेड क्लिंटोन'],
    ['th', 'Fred Smith', 'เฟร็ด สมิธ'],
    ['ja', 'Hannah Becker', 'ハンナ・ベッカー'],
    ['ko', 'Miriam Kiplora', '미리암 키플로라'],
    ['zh', 'Mark Thompson', '马克·汤普森'],
  ])('spells in %s %s as %s', (language, name, expected) => {
    expect(spell(language, name)).toBe(expected);
  });

  it.each([
    ['ja', 'Kenji Tanaka', 'タナカ・ケンジ'],
    ['ja', 'Laszlo Becker', 'ベッカー・ラースロー'],
    ['hu', 'Laszlo Becker', 'Becker Laszlo'],
    ['ru', 'Kenji Tanaka', 'Кэндзи Танака'],
  ])('in %s puts the words of %s in the order %s', (language, name, expected) => {
    expect(spell(language, name)).toBe(expected);
  });

  it.each([
    ['zh', 'Mark Kiplora', 'a word is not known and there are no rules'],
    ['hu', 'Mark Thompson', 'nothing would change'],
    ['ru', 'Марк Томпсон', 'it is not Latin'],
    ['ru', 'the minister', 'it has no capital'],
    ['ru', 'Agent 007', 'it has a number'],
    ['ja', 'Æther ƣ', 'a letter has no rule'],
  ])('answers in %s nothing for "%s": %s', (language, name) => {
    expect(spell(language, name)).toBeUndefined();
  });

  it('keeps initials as letters', () => {
    expect(spell('ja', 'J. K. Smith')).toBe('J・K・スミス');
  });

  it('writes whole words in one script', () => {
    const names = [
      'Wanjiru Otieno',
      'Xochitl Vázquez',
      'Łukasz Żak',
      'Siobhán O\u2019Shea',
      'Quentin Whyte',
      'Ng Jie',
    ];
    for (const [language, table] of tables) {
      for (const name of names) {
        const spelled = transliterate(name, table) ?? '';
        expect(language === 'hu' ? '' : spelled, `${language} ${name}`).not.toMatch(/\p{Script=Latin}/u);
      }
    }
  });
});
