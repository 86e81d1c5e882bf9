import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { LOCALES } from '../../config/locales.ts';
import { configPath } from '../../config/project-root.ts';
import { findLabelProblems, LABELS } from '../../workers/render/label-contract.ts';
import { LocaleStyle } from '../../workers/render/locale-style.ts';

function read(folder: string, locale: string): Record<string, string> {
  return JSON.parse(readFileSync(configPath(folder, `${locale}.json`), 'utf8'));
}

/** `minRead_few` -> `minRead`. */
function labelOf(entry: string): string {
  return entry.replace(/_(?:zero|one|two|few|many|other)$/u, '');
}

/** Labels in the order of the file. */
function labelsOf(entries: object): readonly string[] {
  return [...new Set(Object.keys(entries).map((entry) => labelOf(entry)))];
}

const english = read('labels', 'en');

it.each(['labels', 'styles'])('config/%s has one file per configured locale and no other', (folder) => {
  const files = readdirSync(configPath(folder)).filter((name) => name.endsWith('.json'));
  expect(files.sort()).toEqual(LOCALES.map((locale) => `${locale}.json`).sort());
});

it('the contract names the labels that English has', () => {
  expect(new Set(Object.keys(english).map((entry) => labelOf(entry)))).toEqual(new Set(Object.keys(LABELS)));
});

describe.each(LOCALES.map((locale) => [locale]))('%s', (locale) => {
  const bundle = read('labels', locale);

  it('has the labels of English, in the same order', () => {
    expect(labelsOf(bundle)).toEqual(labelsOf(english));
  });

  it('has every plural category of its language, and uses the values of each label', () => {
    expect(findLabelProblems(locale, bundle)).toEqual([]);
  });

  it('has no text that English has too, but for words that both languages share', () => {
    const same = Object.keys(bundle).filter((entry) => locale !== 'en' && bundle[entry] === english[entry]);
    expect(same.filter((entry) => !SHARED_WORDS.includes(entry))).toEqual([]);
  });

  it('has a style that fits the schema', () => {
    expect(LocaleStyle.safeParse(read('styles', locale)).error).toBeUndefined();
  });

  it('is written in NFC without direction controls or stray white space', () => {
    for (const text of Object.values(bundle)) {
      expect(text).toBe(text.normalize('NFC').trim());
      expect(text).not.toMatch(/[\u202A-\u202E\u2066-\u2069]|\s{2}/u);
    }
  });
});

/** Photo, video and source are the same word in several of the languages. */
const SHARED_WORDS = ['photo', 'video', 'source'];

describe('French', () => {
  it('has a no-break space before every colon', () => {
    const texts = [...Object.values(read('labels', 'fr')), read('styles', 'fr')['creditPattern'] ?? ''];
    expect(texts.filter((text) => /(?<!\u00A0):/u.test(text))).toEqual([]);
  });
});

describe('a bundle with a hole', () => {
  it('is found', () => {
    const { minRead_other: _, ...holed } = english;
    expect(findLabelProblems('en', holed)).toEqual(['/minRead_other is missing or empty: "en" needs it']);
  });
});
