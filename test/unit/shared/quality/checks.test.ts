import { describe, expect, it } from 'vitest';
import { Locale } from '../../../../shared/document/locale.ts';
import type { QaFinding } from '../../../../shared/document/rendition.ts';
import { checkPair } from '../../../../shared/quality/check-pair.ts';
import type { CheckedPair } from '../../../../shared/quality/checked-pair.ts';
import { createRenderDeps } from '../../../../workers/render/deps.ts';

function pair(source: string, target: string, locale = 'es', more: Partial<CheckedPair> = {}): CheckedPair {
  return {
    source,
    target,
    sourceLocale: Locale.parse('en'),
    locale: Locale.parse(locale),
    mentions: [],
    ...more,
  };
}

function rulesOf(findings: readonly QaFinding[]): readonly string[] {
  return findings.map(({ rule }) => rule);
}

const kampala = { id: 'Q3894', text: 'Kampala', forms: ['Кампала', 'Kampala'], type: 'LOC' } as const;
const { nameReader: reader } = await createRenderDeps();
const emphasis = { id: 1, kind: 'emphasis', start: 0, end: 2, canDelete: false, canReorder: true } as const;

describe('checkPair', () => {
  it.each([
    ['a converted measure', pair('The pier is 40 miles away.', 'El muelle está a 64 km.')],
    ['a century in Roman digits', pair('It is a 19th-century pier.', 'Es un muelle del siglo XIX.')],
    ['a decade without its century', pair('It closed in the 1980s.', '它在80年代关闭。', 'zh-Hans')],
    ['a month in digits', pair('It left on 3 March.', 'Salió el 3/3.')],
    [
      'a declined name',
      pair('The ferry left Kampala.', 'Паром вышел из Кампалы.', 'ru', { names: [kampala], reader }),
    ],
    ['an address of the other language', pair('See https://a.org/en-us/b.', 'Vea https://a.org/es-es/b.')],
    ['cents that are none', pair('It costs $1,210.00 and 0.50 more.', 'Cuesta 1210 USD y 0,5 más.')],
    ['a year without its century', pair("It closed in May '19.", 'Cerró en mayo de 2019.')],
    ['a mark of direction in a number', pair('It costs 250 shillings.', 'Cuesta 25\u200E0 chelines.')],
    ['a character by its number', pair('The captain&#39;s pier is old.', 'El muelle del capitán es viejo.')],
    [
      'the largest whole number',
      pair('At most 9,223,372,036,854,775,807.', 'Máximo 9 223 372 036 854 775 807.'),
    ],
    [
      'an ending after the bracket of an address',
      pair('See (https://a.org/b).', 'Bakın (https://a.org/b)’nden.', 'tr'),
    ],
    ['a full stop of the script', pair('It is late.', 'देर हो चुकी है।', 'hi')],
    ['a Greek question mark', pair('Is it late at all?', 'Είναι αργά;', 'el')],
    ['Thai without a full stop', pair('It is late now.', 'สายแล้ว', 'th')],
    ['a question that a Japanese word tells', pair('Is it late now?', 'もう遅いですか。', 'ja')],
    ['brackets of two widths', pair('It (the pier) is old.', '它（码头)很旧。', 'zh-Hans')],
    ['a quotation that goes on', pair('He said: "It is late.', '彼は言った。「もう遅い。', 'ja')],
    ['a quotation without a stop', pair('"It is late."', '«Es tarde»')],
    ['a quotation told in other words', pair('He asked: "Is it late?"', 'Preguntó si era tarde.')],
    ['a question without a mark in Thai', pair('Why is it late now?', 'ทำไมถึงสาย', 'th')],
    [
      'names in Latin letters',
      pair('BBC Scotland has Alasdair Lamont.', 'BBC Scotland 的 Alasdair Lamont。', 'zh-Hans'),
    ],
    ['a name that begins in lower case', pair('The iPhone is late.', 'iPhone llega tarde.')],
    [
      'abbreviations in a script without capitals',
      pair('CBS, NBC, MSNBC and ABC agree.', 'CBS、NBC、MSNBC、ABCが同意。', 'ja'),
    ],
    ['a zero-width space in Thai', pair('It is late now.', 'สาย\u200Bแล้ว', 'th')],
  ])('is silent for %s', (_, good) => {
    expect(checkPair(good)).toEqual([]);
  });

  it.each([
    ['number-missing', pair('The 89th minute came.', 'Llegó el minuto 80.')],
    ['number-missing', pair('The pier is 40 miles away.', 'El muelle está a 90 km.')],
    ['number-missing', pair('It costs $1,210.50 now.', 'Cuesta 1210 USD ahora.')],
    ['number-missing', pair("It closed in May '19.", 'Cerró en mayo de 2018.')],
    ['date-month', pair('It left on 3 March.', 'Salió el 3 de junio.')],
    ['date-weekday', pair('It left on Monday.', 'Il est parti vendredi.', 'fr')],
    [
      'name-wrong',
      pair('The ferry left Kampala.', 'Паром вышел из Найроби.', 'ru', { names: [kampala], reader }),
    ],
    ['end-punctuation', pair('It is late now.', 'Es tarde')],
    ['end-punctuation', pair('Is it late now?', 'Es tarde ahora.')],
    ['bracket-unpaired', pair('It (the pier) is old.', 'Es (el muelle viejo.')],
    ['script', pair('The ferry is late.', 'Паром опаздывает.')],
    ['script-mixed', pair('The ferry is late.', 'El ferry llega tаrde.')],
    ['character-forbidden', pair('It is late.', 'Es t\uFFFDrde.')],
    ['character-misread', pair('It is a garden.', 'Es un jardÃ\u00ADn.')],
    ['character-unseen', pair('It is late.', 'Es ta\u200Brde.')],
    ['case-start', pair('The ferry is late.', 'el ferry llega tarde.')],
    ['case-capitals', pair('The ferry is late.', 'EL FERRY LLEGA TARDE.')],
  ])('finds %s', (rule, bad) => {
    expect(rulesOf(checkPair(bad))).toContain(rule);
  });

  it('names what stands in the place of a name, with its span', () => {
    const wrong = pair('The ferry left Kampala.', 'Паром вышел из Найроби.', 'ru', {
      names: [kampala],
      reader,
    });
    expect(checkPair(wrong)).toEqual([
      {
        rule: 'name-wrong',
        severity: 'error',
        message: '“Найроби” stands where the name Kampala is expected: Кампала',
        span: { start: 15, end: 22 },
      },
    ]);
  });

  it.each([
    ['left out', 'The ferry left Kampala.', 'Паром отошёл.'],
    ['told by its country', 'The ferry left Kampala.', 'Паром вышел из Уганды.'],
    ['spelled otherwise beside a new name', 'The ferry left Kampala.', 'Паром вышел из Камполы в Найроби.'],
    ['there beside a name that its source has', 'Kampala and Nairobi met.', 'Найроби принял гостей.'],
  ])('says nothing of a name that is %s', (_, source, target) => {
    expect(checkPair(pair(source, target, 'ru', { names: [kampala], reader }))).toEqual([]);
  });

  it('gives both sides of a changed address, the wrong one with its span', () => {
    const findings = checkPair(pair('Ask a@b.org now.', 'Pregunte a a@c.org ahora.'));
    expect(findings).toMatchObject([
      { rule: 'address-missing', severity: 'error' },
      { rule: 'address-added', severity: 'error', span: { start: 11, end: 18 } },
    ]);
  });

  it('finds a target that is a fragment of what is expected, and one that says it over and over', () => {
    const source = 'The ferry between the two towns will start again in the spring of next year.';
    const target = 'El ferry entre las dos ciudades volverá a funcionar en la primavera del próximo año.';
    expect(checkPair(pair(source, target))).toEqual([]);
    expect(rulesOf(checkPair(pair(source, 'El ferry.')))).toEqual(['length-short']);
    expect(rulesOf(checkPair(pair(source, `${target} Además, ${target} En fin, ${target}`)))).toEqual([
      'length-long',
    ]);
    expect(rulesOf(checkPair(pair(source, `${target} ${target}`)))).toEqual(['length-repeated']);
  });

  it.each([
    ['code-missing', []],
    ['code-added', [emphasis, { ...emphasis, id: 2 }]],
    ['code-misplaced', [{ ...emphasis, end: 99 }]],
  ])('finds %s', (rule, target) => {
    const checked = pair('It is late.', 'Es tarde.', 'es', { codes: { source: [emphasis], target } });
    expect(rulesOf(checkPair(checked))).toEqual([rule]);
  });

  it('runs the checks of the caller after its own', () => {
    const term: QaFinding = { rule: 'term', severity: 'error', message: 'The term pier is Mole' };
    expect(checkPair(pair('It is late now.', 'Es tarde'), [() => [term]])).toMatchObject([
      { rule: 'end-punctuation' },
      term,
    ]);
  });
});
