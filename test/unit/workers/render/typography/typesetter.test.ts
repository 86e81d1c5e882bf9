import * as fc from 'fast-check';
import type { Root } from 'mdast';
import { describe, expect, it } from 'vitest';
import { LOCALES } from '../../../../../config/locales.ts';
import { createTypesetter } from '../../../../../workers/render/typography/typesetter.ts';
import { kitOf } from '../render-input.ts';

function set(locale: string, text: string): string {
  return kitOf(locale).typeset.text(text);
}

/** Paragraphs of plain text. */
function paragraphs(...texts: readonly string[]): Root {
  return {
    type: 'root',
    children: texts.map((value) => ({ type: 'paragraph', children: [{ type: 'text', value }] })),
  };
}

function setParagraphs(locale: string, ...texts: readonly string[]): readonly string[] {
  const root = paragraphs(...texts);
  kitOf(locale).typeset.tree(root);
  return root.children.map((node) =>
    'children' in node ? node.children.map((child) => ('value' in child ? child.value : '')).join('') : '',
  );
}

describe('quotation marks and apostrophes', () => {
  it.each([
    ['en', `He said "it's 'fine'"`, 'He said “it’s ‘fine’”'],
    ['en', `'She said "no" twice'`, '“She said ‘no’ twice”'],
    ['en', `rock 'n' roll of the '90s, a 6" pipe`, 'rock ’n’ roll of the ’90s, a 6" pipe'],
    ['fr', `"C'est "non"", dit-il`, '«\u00A0C’est “non”\u00A0», dit-il'],
    ['de', `Der "Tagesspiegel"-Bericht: "Ein 'Fall'"`, 'Der „Tagesspiegel“-Bericht: „Ein ‚Fall‘“'],
    ['de-CH', `"Nein", sagte er`, '«Nein», sagte er'],
    ['pl', `"Tak" i "nie"`, '„Tak” i\u00A0„nie”'],
    ['sv', `"Ja", sa hon`, '”Ja”, sa hon'],
    ['ru', `"Он сказал "да""`, '«Он сказал „да“»'],
    ['nl', `'s Avonds zei hij "ja"`, '’s Avonds zei hij “ja”'],
    ['tr', `Ankara'da 1930'larda "Times"ı okudu`, 'Ankara’da 1930’larda “Times”ı okudu'],
    ['uk', `п'ять "голосів"`, 'п’ять «голосів»'],
    ['he', `צה"ל אמר ב"הארץ" לג'נין`, 'צה״ל אמר ב”הארץ” לג׳נין'],
    ['ja', '彼は"こんにちは"と言った', '彼は「こんにちは」と言った'],
    ['zh-Hant', '他說“你好‘世界’”', '他說「你好『世界』」'],
    ['ko', `그는 "안녕"이라고 '보고'를 했다`, '그는 “안녕”이라고 ‘보고’를 했다'],
  ])('%s: %s', (locale, plain, expected) => {
    expect(set(locale, plain)).toBe(expected);
  });

  it('carries a quotation over paragraphs, with the mark that the locale repeats', () => {
    const texts = ['"Primero esto.', '"Luego "eso".', 'Y nada más", dijo.'];
    expect(setParagraphs('es', ...texts)).toEqual(['“Primero esto.', '”Luego ‘eso’.', 'Y nada más”, dijo.']);
    expect(setParagraphs('de', ...texts)).toEqual(['„Primero esto.', '„Luego ‚eso‘.', 'Y nada más“, dijo.']);
  });

  it('reads a line over inline nodes, and changes the text in them alone', () => {
    const root: Root = {
      type: 'root',
      children: [
        {
          type: 'paragraph',
          children: [
            { type: 'text', value: 'Il dit "' },
            { type: 'emphasis', children: [{ type: 'text', value: 'oui' }] },
            { type: 'text', value: '": ' },
            { type: 'inlineCode', value: `print("it's")` },
            { type: 'text', value: ' et "non"' },
          ],
        },
      ],
    };
    kitOf('fr').typeset.tree(root);
    expect(JSON.stringify(root)).toContain('Il dit «\u00A0');
    expect(JSON.stringify(root)).toContain('\u00A0»\u00A0: ');
    expect(JSON.stringify(root)).toContain(String.raw`print(\"it's\")`);
    expect(JSON.stringify(root)).toContain('«\u00A0non\u00A0»');
  });
});

describe('marks, spaces, numbers', () => {
  it.each([
    [
      'fr',
      'Vraiment? Oui: 50% de 26 750 $ à 12:30!',
      'Vraiment\u202F? Oui\u00A0: 50\u202F% de 26\u202F750\u00A0$ à 12:30\u202F!',
    ],
    ['fr-CA', 'Vraiment? Oui: 50%', 'Vraiment? Oui\u00A0: 50\u00A0%'],
    [
      'de',
      'Er ging - spät - heim... 1941-45 und 10-20 km, 100%ig',
      'Er ging\u00A0– spät\u00A0– heim… 1941–45 und 10–20\u00A0km, 100%ig',
    ],
    ['de', 'Tel. 030-555-1234, Ergebnis 3-1, A4-10', 'Tel. 030-555-1234, Ergebnis 3-1, A4-10'],
    ['de', '1,234.5 und 1,234 und 1,234,567', '1.234,5 und 1,234 und 1.234.567'],
    ['es', '1o de mayo, 2.a edición, 5a', '1º de mayo, 2.ª edición, 5a'],
    ['zh-Hans', '他说:你好,世界.(走了)!看Node.js 3.5版...', '他说：你好，世界。（走了）！看Node.js 3.5版……'],
    ['zh-Hans', '读<<红楼梦>>--真的', '读《红楼梦》——真的'],
    ['ja', '東京,大阪.3,000人', '東京、大阪。3,000人'],
    ['ar', 'نعم, ثم ذهب; أليس كذلك?', 'نعم، ثم ذهب؛ أليس كذلك؟'],
    ['fa', 'در سال 2018, با 2.53 (14%) و F-16 ساعت 12:30', 'در سال ۲۰۱۸، با ۲٫۵۳ (۱۴٪) و F-16 ساعت ۱۲:۳۰'],
    ['el', 'Τι κάνεις?', 'Τι κάνεις;'],
    ['ru', 'В 1941-1945 гг. - война', 'В\u00A01941–1945\u00A0гг.\u00A0— война'],
    ['cs', 'Byl v Praze', 'Byl v\u00A0Praze'],
  ])('%s: %s', (locale, plain, expected) => {
    expect(set(locale, plain)).toBe(expected);
  });

  it.each([
    ['El hombre - dijo - salió.', 'El hombre —dijo— salió.'],
    ['El hombre--según dijo--salió.', 'El hombre —según dijo— salió.'],
    ['Salió — según dijo —, y volvió — tarde.', 'Salió — según dijo —, y volvió — tarde.'],
    [
      'Salió (y volvió) – según dijo –. Madrid – 12 de enero.',
      'Salió (y volvió) —según dijo—. Madrid — 12 de enero.',
    ],
    ['El hombre —dijo— salió.', 'El hombre —dijo— salió.'],
    ['Ganó 3 - 1 y - por fin - descansó.', 'Ganó 3 - 1 y —por fin— descansó.'],
  ])('writes Spanish dashes onto the insertion that they enclose: %s', (plain, expected) => {
    expect(set('es', plain)).toBe(expected);
    expect(set('es', expected)).toBe(expected);
  });

  it('tells who speaks behind an opening dash in Spanish', () => {
    expect(setParagraphs('es', '- Hola - dijo ella.', '- Hola - dijo ella -. ¿Qué tal?')).toEqual([
      '—Hola —dijo ella.',
      '—Hola —dijo ella—. ¿Qué tal?',
    ]);
  });

  it('begins speech with the dash of the locale, in paragraphs alone', () => {
    expect(setParagraphs('es', '- Hola')).toEqual(['—Hola']);
    expect(set('es', '- Hola')).toBe('- Hola');
  });

  it.each([
    'https://example.org/a?b=1:2;c',
    'anna@example.org',
    '@anna_b',
    'C:\\a\\b',
    'docs/x-y.md',
    '{{name}}',
  ])('leaves %s alone', (kept) => {
    for (const locale of LOCALES) {
      expect(set(locale, kept)).toBe(kept);
      expect(set(locale, `xx ${kept}`)).toContain(kept);
    }
  });

  it('leaves to a rule what it is switched off for', () => {
    const { style, locale } = kitOf('fr');
    const off = createTypesetter(
      locale,
      { ...style.typography, off: ['percent', 'apostrophes'] },
      style.quotes,
    );
    expect(off.text(`l'an 50% "ici"`)).toBe(`l'an 50% «\u00A0ici\u00A0»`);
  });
});

/** Letters, marks and values of digits: what a text says. */
function wordsOf(text: string): string {
  return text
    .normalize('NFKC')
    .replaceAll(/[٠-٩]/gu, (digit) => String((digit.codePointAt(0) ?? 0) - 0x660))
    .replaceAll(/[۰-۹]/gu, (digit) => String((digit.codePointAt(0) ?? 0) - 0x6f0))
    .replaceAll(/[^\p{L}\p{M}\p{N}]/gu, '');
}

describe('any text', () => {
  const word = fc.constantFrom(
    'mot',
    "l'an",
    'в',
    'ответ',
    'سلام',
    'שלום',
    '世界',
    'です',
    'ไทย',
    'Å',
    '12',
    '1,234.5',
    '90',
    '3-5',
    '1o',
    'a@b.co',
    'https://x.org/?a',
  );
  const mark = fc.constantFrom(
    ...Array.from(`"'“”„«»‘’‚‹›「」『』-–—.,:;!?%$€()<> \u00A0\u202F…،؟、。`),
    '...',
    ' - ',
    '--',
    ' ',
    ' ',
    "''",
    '<<',
    '>>',
    '\uFFFC',
  );
  const text = fc.array(fc.oneof(word, mark), { maxLength: 14 }).map((parts) => parts.join(''));

  it.each(LOCALES.map((locale) => [locale]))(
    '%s: set twice is as set once, and no word or number changes',
    (locale) => {
      fc.assert(
        fc.property(text, (plain) => {
          const once = set(locale, plain);
          expect(set(locale, once)).toBe(once);
          expect(wordsOf(once)).toBe(wordsOf(plain));
        }),
        { numRuns: 300 },
      );
    },
  );
});
