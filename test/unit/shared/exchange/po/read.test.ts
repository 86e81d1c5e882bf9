import { describe, expect, it } from 'vitest';
import { toLocale } from '../../../../../shared/document/locale.ts';
import { readPluralForms } from '../../../../../shared/exchange/po/plural-forms.ts';
import { readPo } from '../../../../../shared/exchange/po/read.ts';
import type { ReadUnitsOptions } from '../../../../../shared/exchange/unit-event.ts';
import { collect, pairsIn, piecesOf, refusalsIn, unitsIn } from '../events.ts';

const header = (...lines: readonly string[]): string =>
  `msgid ""\nmsgstr ""\n${['Language: es', ...lines].map((line) => `"${line}\\n"\n`).join('')}\n`;
const read = async (text: string, options: ReadUnitsOptions = {}) =>
  collect(readPo(piecesOf(text, 11), options));

describe('readPo', () => {
  it('reads pairs in several lines, with escapes, contexts and comments', async () => {
    const events = await read(`${header('PO-Revision-Date: 2026-01-13 09:00+0100')}
# For the dialog
#. extracted
#: app.c:10
#, c-format
msgctxt "menu"
msgid ""
"Open \\"file\\"\\n"
"now"
msgstr "Abrir \\"archivo\\"\\n"
"ya"
`);
    expect(unitsIn(events)).toEqual([
      {
        sourceLocale: 'en',
        locale: 'es',
        source: { text: 'Open "file"\nnow', codes: [] },
        target: { text: 'Abrir "archivo"\nya', codes: [] },
        key: 'menu',
        properties: [['note', 'For the dialog']],
        provenance: { origin: 'human', review: 'translated', changedAt: '2026-01-13T08:00:00.000Z' },
      },
    ]);
    expect(events[0]).toMatchObject({ line: 12, name: 'menu' });
  });

  it('takes what is fuzzy as a draft', async () => {
    const events = await read(`${header()}#, fuzzy\n#| msgid "Yep"\nmsgid "Yes"\nmsgstr "Sí"\n`);
    expect(unitsIn(events)[0]?.provenance).toEqual({ origin: 'fuzzy', review: 'draft' });
  });

  it('refuses obsolete and untranslated entries, each with its line', async () => {
    const events = await read(
      `${header()}msgid "Yes"\nmsgstr ""\n\n#~ msgctxt "a"\n#~ msgid "Old"\n#~ msgstr "Viejo"\n#~ msgid "Older"\n#~ msgstr "Más viejo"\n\nmsgid "No"\nmsgstr "No"\n`,
    );
    expect(refusalsIn(events)).toEqual(['5 target-empty', '9 obsolete', '11 obsolete']);
    expect(pairsIn(events)).toEqual(['No = No']);
  });

  it.each([
    ['no rule', '', 'es', 2, ['One = a', 'Many = b'], [undefined, undefined]],
    ['one form', 'nplurals=1; plural=0;', 'ja', 1, ['One = a', 'Many = a'], [undefined, undefined]],
    [
      'three forms',
      'nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2);',
      'ru',
      3,
      ['One = a', 'Many = c', 'Many = b'],
      [undefined, '[2]', '[1]'],
    ],
    [
      'the form of 1 that is not the first',
      'nplurals=6; plural=n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n%100>=3 && n%100<=10 ? 3 : n%100>=11 ? 4 : 5;',
      'ar',
      6,
      ['One = b', 'Many = a', 'Many = c', 'Many = d', 'Many = e', 'Many = f'],
      [undefined, '[0]', '[2]', '[3]', '[4]', '[5]'],
    ],
  ])('pairs plurals of %s', async (...[, rule, language, count, pairs, keys]) => {
    const forms = ['a', 'b', 'c', 'd', 'e', 'f']
      .slice(0, count)
      .map((text, form) => `msgstr[${form}] "${text}"\n`);
    const head = header(`Language: ${language}`, ...(rule === '' ? [] : [`Plural-Forms: ${rule}`]));
    const events = await read(
      `${head.replace('"Language: es\\n"\n', '')}msgid "One"\nmsgid_plural "Many"\n${forms.join('')}`,
    );
    expect(pairsIn(events)).toEqual(pairs);
    expect(unitsIn(events).map(({ key }) => key)).toEqual(keys);
  });

  it('asks for the language of a file that states none', async () => {
    const text = 'msgid "Yes"\nmsgstr "Sí"\n';
    await expect(read(text)).rejects.toThrow(/states no language that is known before line 1/u);
    const locale = toLocale('es');
    expect(unitsIn(await read(text, locale === undefined ? {} : { locale }))[0]).toMatchObject({ locale });
  });

  it.each([
    ['a line that is none', `${header()}what?\n`, /line 5, column 1: expected a comment/u],
    ['a text before any msgid', '"a"\n', /line 1, column 1: a text before any msgid/u],
    ['a quote in the text', 'msgid "a"b"\n', /line 1, column 1/u],
    ['an open quote', 'msgid "a\nmsgstr "b"\n', /line 1, column 1/u],
    ['a rule that is none', header('Plural-Forms: nplurals=2; plural=system(n);'), /has Plural-Forms/u],
  ])('stops at %s', async (_, text, message) => {
    await expect(read(text)).rejects.toThrow(message);
  });

  it('refuses an entry of endless lines, and a line that does not end', async () => {
    const long = `msgid "a"\nmsgstr ""\n${'"xxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"\n'.repeat(40_000)}\nmsgid "No"\nmsgstr "No"\n`;
    const events = await collect(readPo([header() + long]));
    expect(refusalsIn(events)).toEqual(['5 too-long']);
    expect(pairsIn(events)).toEqual(['No = No']);
    await expect(collect(readPo([header(), `msgid "${'x'.repeat(5_000_000)}`]))).rejects.toThrow(
      /^Line 5 is longer/u,
    );
  });
});

describe('readPluralForms', () => {
  it.each([
    ['nplurals=2; plural=(n != 1);', [1, 0, 1]],
    ['nplurals=2; plural=n>1;', [0, 0, 1]],
    ['nplurals=4; plural=(n%100==1 ? 1 : n%100==2 ? 2 : n%100==3 || n%100==4 ? 3 : 0);', [0, 1, 2]],
    ['nplurals=3; plural=n==1 ? 0 : !n ? 2 : 1;', [2, 0, 1]],
    ['nplurals=2; plural=n/0;', [0, 0, 0]],
  ])('reads %s', (rule, forms) => {
    expect([0, 1, 2].map((n) => readPluralForms(rule)?.formOf(n))).toEqual(forms);
  });

  it.each([
    'nplurals=2; plural=',
    'nplurals=0; plural=0;',
    'nplurals=99; plural=0;',
    'nplurals=2; plural=(n;',
    'nplurals=2; plural=n n;',
    'x',
  ])('answers nothing for %s', (rule) => {
    expect(readPluralForms(rule)).toBeUndefined();
  });
});
