import { beforeAll, describe, expect, it } from 'vitest';
import { configPath } from '../../../../../config/project-root.ts';
import { readTables } from '../../../../../config/read-tables.ts';
import { Locale } from '../../../../../shared/document/locale.ts';
import { checkTerms } from '../../../../../shared/memory/terms/check-terms.ts';
import { createTermbase } from '../../../../../shared/memory/terms/find-terms.ts';
import { Inflection } from '../../../../../shared/memory/terms/inflection.ts';
import type { Term } from '../../../../../shared/memory/terms/term.ts';
import { createTermMatchers, type TermMatcher } from '../../../../../shared/memory/terms/term-matcher.ts';

let matcherFor: (locale: Locale) => TermMatcher;
beforeAll(async () => {
  matcherFor = createTermMatchers(await readTables(configPath('inflection'), Inflection));
});
const matcher = (tag: string): TermMatcher => matcherFor(Locale.parse(tag));

function term(source: string, target: string, status: Term['status'] = 'preferred'): Term {
  const [sourceLocale, locale] = [Locale.parse('en'), Locale.parse('fr')];
  return { id: `${source}=${target}`, sourceLocale, locale, source, target, status };
}

const find = (terms: readonly Term[], text: string): readonly string[] =>
  createTermbase(terms, matcher('en'))
    .find('s1', text)
    .map(({ span, source }) => `${text.slice(span.start, span.end)} <- ${source}`);

const check = (terms: readonly Term[], source: string, target: string, locale = 'fr') =>
  checkTerms(target, createTermbase(terms, matcher('en')).find('s1', source), matcher(locale)).map(
    ({ rule, span }) => (span === undefined ? rule : `${rule} ${target.slice(span.start, span.end)}`),
  );

describe('terms in sources', () => {
  it('finds every form of the words, once a place, the longest term first', () => {
    const terms = [term('vaccine', 'vaccin'), term('vaccine dose', 'dose de vaccin'), term('study', 'étude')];
    expect(find(terms, 'Vaccines and two vaccine doses; the studies, vaccine by vaccine.')).toEqual([
      'Vaccines <- vaccine',
      'vaccine doses <- vaccine dose',
      'studies <- study',
      'vaccine <- vaccine',
      'vaccine <- vaccine',
    ]);
  });

  it('takes abbreviations in capitals alone', () => {
    expect(find([term('WHO', 'OMS')], 'Those who know the WHO know it.')).toEqual(['WHO <- WHO']);
  });

  it('finds nothing where words only look alike', () => {
    expect(
      find([term('vaccine', 'vaccin'), term('ferry', 'ferry')], 'Vaccinology; a ferrous thing.'),
    ).toEqual([]);
  });

  it('finds terms of a language without spaces', () => {
    const text = '患者接受了疫苗接种。';
    const found = createTermbase([term('疫苗', 'vaccin')], matcher('zh-Hans')).find('s1', text);
    expect(found.map(({ span }) => text.slice(span.start, span.end))).toEqual(['疫苗']);
  });

  it('says all renderings of a source, the best first', () => {
    const [use] = createTermbase(
      [
        term('flu', 'influenza', 'forbidden'),
        term('flu', 'grippe'),
        term('flu', 'grippe saisonnière', 'admitted'),
      ],
      matcher('en'),
    ).find('s1', 'the flu');
    expect(use).toEqual({
      segmentId: 's1',
      span: { start: 4, end: 7 },
      termId: 'flu=grippe',
      status: 'preferred',
      source: 'flu',
      targets: [
        { text: 'grippe', status: 'preferred' },
        { text: 'grippe saisonnière', status: 'admitted' },
        { text: 'influenza', status: 'forbidden' },
      ],
    });
  });
});

describe('checkTerms', () => {
  const flu = [
    term('respiratory disease', 'maladie respiratoire'),
    term('respiratory disease', 'affection respiratoire', 'admitted'),
    term('respiratory disease', 'mal respiratoire', 'forbidden'),
    term('Kisumu Post', 'Kisumu Post', 'do-not-translate'),
  ];

  it.each([
    ['the preferred one', 'Les maladies respiratoires reculent.', []],
    ['it with a word between', 'Les maladies graves respiratoires reculent.', []],
    ['the admitted one', 'Ces affections respiratoires reculent.', []],
    ['none', 'Les problèmes de poumons reculent.', ['term-missing']],
    ['the forbidden one', 'Les mals respiratoires reculent.', ['term-forbidden mals respiratoires']],
  ])('reads a translation with %s', (_, target, rules) => {
    expect(check(flu, 'Respiratory diseases decline.', target)).toEqual(rules);
  });

  it('wants what is kept letter by letter', () => {
    expect(check(flu, 'As the Kisumu Post said.', 'Comme dit le Kisumu Post.')).toEqual([]);
    expect(check(flu, 'As the Kisumu Post said.', 'Comme dit le Courrier de Kisumu.')).toEqual([
      'term-changed',
    ]);
  });

  it('lets a forbidden word stand inside an allowed term', () => {
    const terms = [
      term('coronavirus', 'nouveau virus corona'),
      term('coronavirus', 'virus corona', 'forbidden'),
    ];
    expect(check(terms, 'the coronavirus', 'le nouveau virus corona')).toEqual([]);
    expect(check(terms, 'the coronavirus', 'le virus corona')).toEqual(['term-forbidden virus corona']);
  });

  it('says nothing of segments without terms, and each thing once', () => {
    expect(check(flu, 'Nothing here.', 'Rien ici.')).toEqual([]);
    expect(check(flu, 'A respiratory disease is a respiratory disease.', 'Rien.')).toEqual(['term-missing']);
  });

  it.each([
    ['de', 'Impfstoff', 'Die Impfstoffkandidaten wirken.', 'Der Stoff wirkt.'],
    ['ru', 'острый бронхит', 'Лечение острого бронхита.', 'Лечение острой боли.'],
    ['tr', 'aşı', 'Aşılarımızın etkisi.', 'Asıl etkisi.'],
    ['ar', 'لقاح', 'فعالية اللقاحات.', 'فعالية الدواء.'],
    ['he', 'חיסון', 'יעילות החיסונים.', 'יעילות התרופה.'],
    ['ja', 'ワクチン', '新型ワクチンの効果。', '薬の効果。'],
    ['ko', '백신', '백신의 효과.', '약의 효과.'],
    ['vi', 'vắc-xin', 'Hiệu quả của vắc-xin.', 'Hiệu quả của thuốc.'],
    ['pl', 'szczepionka', 'Skuteczność szczepionki.', 'Skuteczność leku.'],
    ['es', 'vacunación', 'Las vacunaciones avanzan.', 'Las vacas avanzan.'],
  ])('knows forms of %s words', (locale, rendering, good, bad) => {
    const terms = [term('vaccine', rendering)];
    expect(check(terms, 'the vaccine', good, locale)).toEqual([]);
    expect(check(terms, 'the vaccine', bad, locale)).toEqual(['term-missing']);
  });
});
