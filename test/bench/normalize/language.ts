import {
  createLanguageDetector,
  type DetectLanguage,
} from '../../../workers/normalize/locale/detect-language.ts';
import type { DataFolder } from '../data-folder.ts';
import { median, type Row } from '../report.ts';
import type { Measure } from './measure.ts';

const TEXTS = 'ntrex/ntrex.jsonl.gz';

/**
 * How often the language of a sentence is told, whole and cut to its first 20, 50 and 100 characters,
 * beside `eld` alone on the languages that it has. `ntrex/ntrex.jsonl.gz` holds lines of `{ [locale]: sentence }`; every member
 * whose name is a locale counts, Chinese with its script. The mean of the languages is taken, so that
 * a language with two locales counts once.
 */
export const language: Measure = { name: 'language', needs: [TEXTS], run: measureLanguage };

const LENGTHS = [20, 50, 100, Number.POSITIVE_INFINITY];
const GOALS: Readonly<Record<string, number>> = { 50: 0.985, Infinity: 0.995 };

interface Sample {
  readonly text: string;
  readonly expected: string;
}

async function measureLanguage(data: DataFolder): Promise<readonly Row[]> {
  const samples = data.lines(TEXTS).flatMap((line) => samplesOf(line));
  const detect = createLanguageDetector();
  const { detectAlone, has } = await eldAlone(samples);
  const rows: Row[] = [];
  for (const length of LENGTHS) {
    const cut = samples.map(({ text, expected }) => ({
      text: Number.isFinite(length) ? Array.from(text).slice(0, length).join('') : text,
      expected,
    }));
    const own = await shareRight(cut, detect);
    const eld = await shareRight(
      cut.filter(({ expected }) => has(expected)),
      detectAlone,
    );
    const goal = GOALS[String(length)];
    rows.push({
      measure: Number.isFinite(length) ? `language of ${length} characters` : 'language of a sentence',
      value: own,
      unit: 'right',
      samples: cut.length,
      baseline: { name: 'eld/medium on its languages', value: eld },
      ...(goal === undefined ? {} : { goal: `>= ${goal}`, ok: own >= goal }),
    });
  }
  return [...rows, await speed(samples)];
}

function samplesOf(line: unknown): Sample[] {
  return Object.entries(Object(line)).flatMap(([name, text]) =>
    /^[a-z]{2}(?:-[A-Z][A-Za-z]+)?$/u.test(name) && typeof text === 'string' && /\p{L}/u.test(text)
      ? [{ text, expected: expectedOf(name) }]
      : [],
  );
}

function expectedOf(name: string): string {
  const locale = new Intl.Locale(name).maximize();
  return locale.language === 'zh' ? `zh-${locale.script ?? ''}` : locale.language;
}

/** Mean over the languages of the share of samples that are told right. */
async function shareRight(samples: readonly Sample[], detect: DetectLanguage): Promise<number> {
  const counts = new Map<string, { right: number; all: number }>();
  for (const { text, expected } of samples) {
    const count = counts.get(expected) ?? { right: 0, all: 0 };
    const found = (await detect(text))?.locale;
    count.all += 1;
    count.right += found === expected || (found === 'zh' && expected.startsWith('zh-')) ? 1 : 0;
    counts.set(expected, count);
  }
  const shares = [...counts.values()].map(({ right, all }) => right / all);
  return shares.reduce((sum, share) => sum + share, 0) / shares.length;
}

interface EldAlone {
  readonly detectAlone: DetectLanguage;
  readonly has: (locale: string) => boolean;
}

/** `eld` with the languages of the corpus as its only candidates; it does not tell Chinese scripts apart. */
async function eldAlone(samples: readonly Sample[]): Promise<EldAlone> {
  const { eld } = await import('eld/medium');
  const languages = [...new Set(samples.map(({ expected }) => new Intl.Locale(expected).language))];
  const known = new Set(Object.values(eld.setLanguageSubset(languages)));
  eld.setLanguageSubset(false);
  return {
    detectAlone: (text) => {
      eld.setLanguageSubset(languages);
      const locale = eld.detect(text).language;
      eld.setLanguageSubset(false);
      return Promise.resolve(locale === '' ? undefined : { locale, certain: true, leadOver: () => 0 });
    },
    has: (locale) => known.has(new Intl.Locale(locale).language),
  };
}

async function speed(samples: readonly Sample[]): Promise<Row> {
  const detect = createLanguageDetector();
  const articles = Array.from({ length: 50 }, (_, index) =>
    samples
      .filter(({ expected }) => expected === 'en')
      .slice(index * 10, index * 10 + 20)
      .map(({ text }) => text)
      .join('\n'),
  );
  const times: number[] = [];
  for (const article of articles) {
    const start = performance.now();
    await detect(article);
    times.push(performance.now() - start);
  }
  const value = median(times);
  return {
    measure: 'language of an article of 20 sentences',
    value,
    unit: 'ms',
    samples: times.length,
    goal: '< 1',
    ok: value < 1,
  };
}
