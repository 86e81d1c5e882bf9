import { type Locale, languageOf, scriptOf } from '../document/locale.ts';

interface LengthRatio {
  /** Characters of a translation per character of English: geometric mean. */
  readonly ratio: number;
  /** Standard deviation of its logarithm, of sentences of 40 characters and more. */
  readonly spread: number;
}

/** Measured on human translations of English news (NTREX, CC BY-SA 4.0): the figures alone are kept. */
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
  ja: { ratio: 0.44, spread: 0.21 },
  'zh-Hans': { ratio: 0.35, spread: 0.25 },
  'zh-Hant': { ratio: 0.38, spread: 0.27 },
  ko: { ratio: 0.55, spread: 0.21 },
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

function ratioOf(locale: Locale): LengthRatio {
  const language = languageOf(locale);
  return MEASURED[language] ?? MEASURED[`${language}-${scriptOf(locale)}`] ?? UNMEASURED;
}
