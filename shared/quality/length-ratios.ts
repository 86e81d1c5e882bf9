import { type Locale, languageOf, scriptOf } from '../document/locale.ts';

interface LengthRatio {
  /** Characters of a translation, as `lengthIn` counts them, per character of English: geometric mean. */
  readonly ratio: number;
  /** Standard deviation of its logarithm, of sentences of 40 characters and more. */
  readonly spread: number;
}

/** Measured on human translations of English news and documentation (NTREX and others): the figures alone are kept. */
const MEASURED: Readonly<Record<string, LengthRatio>> = {
  en: { ratio: 1, spread: 0.1 },
  vi: { ratio: 1.09, spread: 0.15 },
  es: { ratio: 1.15, spread: 0.15 },
  fr: { ratio: 1.17, spread: 0.17 },
  de: { ratio: 1.19, spread: 0.14 },
  pt: { ratio: 1.1, spread: 0.13 },
  ar: { ratio: 0.93, spread: 0.18 },
  he: { ratio: 0.81, spread: 0.15 },
  fa: { ratio: 0.98, spread: 0.17 },
  ja: { ratio: 0.44, spread: 0.2 },
  'zh-Hans': { ratio: 0.31, spread: 0.19 },
  'zh-Hant': { ratio: 0.33, spread: 0.19 },
  ko: { ratio: 0.46, spread: 0.19 },
  ru: { ratio: 1.1, spread: 0.19 },
  hi: { ratio: 1.08, spread: 0.15 },
  th: { ratio: 0.95, spread: 0.2 },
  tr: { ratio: 1.07, spread: 0.17 },
  id: { ratio: 1.16, spread: 0.14 },
};
/** Of a language that was not measured: as far apart as alphabets are. */
const UNMEASURED: LengthRatio = { ratio: 1.08, spread: 0.25 };

/** How much longer a translation is expected to be than its source, and how far that varies. */
export function lengthRatio(from: Locale, to: Locale): LengthRatio {
  const [source, target] = [ratioOf(from), ratioOf(to)];
  return { ratio: target.ratio / source.ratio, spread: Math.max(source.spread, target.spread) };
}

/** Languages whose signs say more than letters do: one is a syllable or a word. */
const DENSE: ReadonlySet<string> = new Set(['zh', 'ja', 'ko']);
/** What a letter of an alphabet (a name that stays as it is) counts among such signs. */
const LETTER_AMONG_SIGNS = 0.4;
const LETTERS = /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{P}\p{N}\s]/gu;

/** The length of a text in characters, letters among signs as the part of a sign that they are worth. */
export function lengthIn(locale: Locale, text: string): number {
  const { length } = text.trim();
  return DENSE.has(languageOf(locale))
    ? length - (1 - LETTER_AMONG_SIGNS) * (text.trim().match(LETTERS)?.length ?? 0)
    : length;
}

function ratioOf(locale: Locale): LengthRatio {
  const language = languageOf(locale);
  return MEASURED[language] ?? MEASURED[`${language}-${scriptOf(locale)}`] ?? UNMEASURED;
}
