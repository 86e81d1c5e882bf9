import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { configPath } from '../../../config/project-root.ts';
import { GazetteerEntry } from '../../../shared/document/gazetteer-entry.ts';
import { renderedName } from '../../../shared/gazetteer/gazetteer-entry.ts';

const LOCALES = 'es fr de pt ru uk ar he fa hi th vi ja ko zh-Hans zh-Hant'.split(' ');

const people = read('people');
const places = read('places');
const organizations = read('organizations');
const agencies = read('agencies');
const all = [...people, ...places, ...organizations, ...agencies, ...read('events')];

function read(name: string): readonly GazetteerEntry[] {
  return readFileSync(configPath('gazetteers', `${name}.jsonl`), 'utf8')
    .trim()
    .split('\n')
    .map((line) => GazetteerEntry.parse(JSON.parse(line)));
}

/** Letters of a script that its neighbours write, and the script that a form is written in unless it is Latin. */
const SCRIPTS: Readonly<Record<string, { readonly own: RegExp; readonly foreign?: RegExp }>> = {
  ru: { own: /\p{Script=Cyrillic}/u, foreign: /[іїєґ]/iu },
  uk: { own: /\p{Script=Cyrillic}/u, foreign: /[ыэъё]/iu },
  ar: { own: /\p{Script=Arabic}/u, foreign: /[پچگژکی]/u },
  fa: { own: /\p{Script=Arabic}/u, foreign: /[يكة]/u },
  he: { own: /\p{Script=Hebrew}/u },
  hi: { own: /\p{Script=Devanagari}/u },
  th: { own: /\p{Script=Thai}/u },
  ko: { own: /\p{Script=Hangul}/u },
  ja: { own: /[\p{Script=Han}\p{Script=Katakana}]/u },
  'zh-Hans': {
    own: /\p{Script=Han}/u,
    foreign:
      /[亞馬聖羅蘭東維倫來達爾魯盧納萊頓華門龍遼蘇貴圖灣區島國會聯約機構際發議體經濟書張韋賽喬歷紐吳鄭鄧連鳳橋]/u,
  },
  'zh-Hant': {
    own: /\p{Script=Han}/u,
    foreign:
      /[亚马圣罗兰东维伦来达尔鲁卢纳莱顿华门龙辽苏贵图湾区岛国会联约构际发议体经济书张韦赛乔历纽吴郑邓连凤桥]/u,
  },
};

describe('config/gazetteers', () => {
  it('has an id for each thing once, a QID or one of its own', () => {
    const ids = all.map(({ id }) => id);
    expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([]);
    expect(
      ids.filter((id) => !/^(?:Q[1-9]\d{0,9}|local:(?:per|org|loc|event):[a-z0-9-]+)$/u.test(id)),
    ).toEqual([]);
  });

  it('says of each entry where its facts come from', () => {
    expect(all.filter(({ source }) => source === undefined).map(({ id }) => id)).toEqual([]);
  });

  it('knows the bodies, agencies, cities and people that news names', () => {
    expect(organizations.length).toBeGreaterThanOrEqual(150);
    expect(agencies.length).toBeGreaterThanOrEqual(35);
    expect(places.filter(({ subtype }) => subtype === 'city').length).toBeGreaterThanOrEqual(500);
    expect(people.length).toBeGreaterThanOrEqual(300);
  });

  it('has a form of nearly every name in sixteen locales', () => {
    const missing = all.flatMap((entry) =>
      LOCALES.filter((locale) => renderedName(entry, locale) === undefined),
    );
    expect(missing.length / (all.length * LOCALES.length)).toBeLessThan(0.05);
  });

  it.each(Object.entries(SCRIPTS))(
    'writes %s in its own script, or keeps the Latin name',
    (locale, { own, foreign }) => {
      const wrong = all.flatMap(({ names, id }) =>
        (names[locale] ?? [])
          .filter(
            (form) =>
              foreign?.test(form) === true ||
              !(own.test(form) || /^[\p{Script=Latin}\d .&'’-]+$/u.test(form)),
          )
          .map((form) => `${id} ${form}`),
      );
      expect(wrong).toEqual([]);
    },
  );

  it('leaves no notes, and no letters of two scripts in one word', () => {
    const forms = all.flatMap(({ names }) => Object.values(names).flat());
    expect(forms.filter((form) => /[()（）]|^\s|\s$|\s{2}/u.test(form))).toEqual([]);
    const words = forms.flatMap((form) => form.split(/[\s·・-]+/u));
    const mixed =
      /\p{Script=Latin}[^\s]*[\p{Script=Cyrillic}\p{Script=Arabic}\p{Script=Hebrew}]|[\p{Script=Cyrillic}\p{Script=Arabic}\p{Script=Hebrew}][^\s]*\p{Script=Latin}/u;
    expect(words.filter((word) => mixed.test(word))).toEqual([]);
  });
});
