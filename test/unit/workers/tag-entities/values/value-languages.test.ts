import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tagEntities } from '../../../../../workers/tag-entities/tag-entities.ts';
import { documentOf } from '../../../../support/builders.ts';
import { deps, valued } from '../tagged.ts';

/** A Tuesday. */
const publishedAt = '2026-01-13';
const read = (sourceLocale: string, sentence: string): readonly string[] =>
  valued([[sentence]], { sourceLocale, publishedAt });

describe('recognizeValues', () => {
  it.each([
    ['es', 'Se reunieron el 3 de enero de 2026.', ['3 de enero de 2026 = 2026-01-03']],
    [
      'es',
      'Llegó la semana pasada, hace tres días.',
      ['semana pasada = 2026-W02', 'hace tres días = 2026-01-10'],
    ],
    ['es', 'Empieza a las 8 de la tarde.', ['8 de la tarde = 20:00']],
    [
      'es',
      'Costó 2,5 millones de euros, un 15 % más.',
      ['2,5 millones de euros = EUR 2500000', '15 % = 15%'],
    ],
    ['es', 'Nació en los años noventa.', ['los años noventa = 199']],
    ['fr', 'Il est arrivé lundi dernier à 14h30.', ['lundi dernier à 14h30 = 2026-01-12T14:30']],
    ['fr', 'Le sommet du 5 au 7 mai 2025.', ['du 5 au 7 mai 2025 = 2025-05-05/2025-05-07']],
    ['fr', 'Un budget de 1,2 milliard d’euros.', ['1,2 milliard d’euros = EUR 1200000000']],
    ['de', 'Er kam am 3. Mai 2025 um 21 Uhr.', ['3. Mai 2025 um 21 Uhr = 2025-05-03T21:00']],
    [
      'de',
      'Vor zwei Jahren kostete es 25 Mio. Euro.',
      ['Vor zwei Jahren = 2024', '25 Mio. Euro = EUR 25000000'],
    ],
    ['de', 'Sie sprach am Montagnachmittag.', ['Montagnachmittag = 2026-01-12TAF']],
    [
      'de',
      'Es waren einundzwanzig Tage und 1.234,5 Kilometer.',
      ['einundzwanzig Tage = P21D', '1.234,5 Kilometer = 1234.5 kilometer'],
    ],
    [
      'pt',
      'O acordo saiu ontem, sexta-feira passada não.',
      ['ontem = 2026-01-12', 'sexta-feira passada = 2026-01-09'],
    ],
    ['pt', 'Custou R$ 3,5 milhões em 2019.', ['R$ 3,5 milhões = BRL 3500000', '2019 = 2019']],
    [
      'it',
      'È nato il 2 giugno 1946, due giorni fa lo ha detto.',
      ['2 giugno 1946 = 1946-06-02', 'due giorni fa = 2026-01-11'],
    ],
    ['nl', 'Hij kwam vorige week, op 3 maart 2025.', ['vorige week = 2026-W02', '3 maart 2025 = 2025-03-03']],
    [
      'nl',
      'Zij sprak dinsdag van 14.00 tot 14.30.',
      ['dinsdag van 14.00 tot 14.30 = 2026-01-13T14:00/2026-01-13T14:30'],
    ],
    ['zh', '展览于二〇一五年二月一日开幕。', ['二〇一五年二月一日 = 2015-02-01']],
    ['zh', '零八年举办。', ['零八年 = 2008']],
    ['zh', '他在18年10月1日到19年2月3日之间任职。', ['在18年10月1日到19年2月3日 = 2018-10-01/2019-02-03']],
    ['zh', '会议从一月十日到十二日举行。', ['从一月十日到十二日 = 2026-01-10/2026-01-12']],
    ['zh', '工程历时三年半。', ['三年半 = P3.5Y']],
    ['zh', '他用了三四年。', ['四年 = P4Y']],
    ['zh', '计划在2021年的第一周公布。', ['2021年的第一周 = 2021-W01']],
    ['zh', '结果十分重要。', []],
    ['ja', '平成30年10月に開いた。', ['平成30年10月 = 2018-10']],
    ['ja', '令和元年5月1日に即位した。', ['令和元年5月1日 = 2019-05-01']],
    ['ja', '今月10日に発表した。', ['今月10日 = 2026-01-10']],
    ['ja', '午後7時56分30秒に始まった。', ['午後7時56分30秒 = 19:56:30']],
    ['ja', '2015年11月18日から12月19日まで続いた。', ['2015年11月18日から12月19日 = 2015-11-18/2015-12-19']],
    ['ja', '会議は1時間半だった。', ['1時間半 = PT1H30M']],
    ['ja', '説明は十分だった。', []],
    ['vi', 'Ông đến ngày 5 tháng 1 năm 2026.', ['ngày 5 tháng 1 năm 2026 = 2026-01-05']],
    ['en', 'It closed at 9 p.m. ET on Friday.', ['9 p.m. ET on Friday = 2026-01-09T21:00']],
    ['en', 'He served from May 3 to 5, 2025.', ['from May 3 to 5, 2025 = 2025-05-03/2025-05-05']],
    ['en', 'The war of 1914-1918.', ['1914-1918 = 1914/1918']],
    ['en', 'It rose in the last two years.', ['the last two years = P2Y']],
    ['en', 'They meet every Monday.', ['every Monday = XXXX-WXX-1']],
    ['en', 'It fell in the first week of December 2025.', ['first week of December 2025 = 2025-W49']],
    ['en', 'It cost Rs 500 crore.', ['Rs 500 crore = INR 5000000000']],
    ['en', 'It took two and a half hours.', ['two and a half hours = PT2H30M']],
    ['en', 'It was read in the 20th century.', ['20th century = 19']],
  ])('reads %s: "%s"', (sourceLocale, sentence, expected) => {
    expect(read(sourceLocale, sentence)).toEqual(expected);
  });

  it.each([
    ['en', 'It came on 3/5/2024.', '3/5/2024 = ?'],
    ['en', 'It came on 13/5/2024.', '13/5/2024 = 2024-05-13'],
    ['fr', 'C’était le 3/5/2024.', '3/5/2024 = 2024-05-03'],
  ])('takes digits for a day only where one can be meant: %s "%s"', (sourceLocale, sentence, expected) => {
    expect(read(sourceLocale, sentence)).toEqual([expected]);
  });

  it('keeps every span a slice of its segment, whatever the words around', () => {
    const piece = fc.oneof(
      fc.constantFrom(
        '3',
        'mai',
        'Montag',
        '14h30',
        '€',
        '2,5',
        'Millionen',
        '-',
        ' ',
        "l'",
        'año',
        '%',
        '2019',
        'à',
        'ngày',
        'US$',
        '👩‍👧',
        'e\u0301',
        '三',
        '.',
      ),
      fc.string({ unit: 'grapheme', maxLength: 5 }),
    );
    const text = fc.array(piece, { minLength: 1, maxLength: 16 }).map((pieces) => pieces.join(''));
    fc.assert(
      fc.property(
        text,
        fc.constantFrom('es', 'fr', 'de', 'pt', 'it', 'nl', 'vi', 'en'),
        (sentence, sourceLocale) => {
          fc.pre(sentence.trim() !== '');
          const document = documentOf([[sentence]], { sourceLocale, publishedAt });
          const whole = document.segments[0]?.text ?? '';
          for (const { span, text: mentioned } of tagEntities(document, deps).mentions) {
            expect(mentioned).toBe(whole.slice(span.start, span.end));
            expect(mentioned.length).toBeGreaterThan(0);
          }
        },
      ),
      { numRuns: 300 },
    );
  });

  it('never gives a date to come for a verb in the past', () => {
    const days = fc.constantFrom(
      'Monday',
      'Tuesday',
      'Sunday',
      'January 20',
      'May 3',
      'December 31',
      'yesterday',
      'last week',
    );
    const verbs = fc.constantFrom('met', 'announced it', 'was seen', 'resigned');
    fc.assert(
      fc.property(verbs, days, (verb, day) => {
        const [found = ''] = read('en', `She ${verb} on ${day}.`);
        expect(found.split(' = ')[1]?.slice(0, 10) ?? '').not.toMatch(
          /^2026-(?:01-(?:1[4-9]|[23]\d)|0[2-9]|1\d)/u,
        );
      }),
    );
  });
});
