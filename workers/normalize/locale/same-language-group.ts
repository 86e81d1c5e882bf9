import { type Locale, languageOf } from '../../../shared/document/locale.ts';

/** Codes that stand for one language, or for languages that no detector can be sure to tell apart. */
const GROUPS: Readonly<Record<string, string>> = {
  nb: 'no',
  nn: 'no',
  sr: 'hr',
  bs: 'hr',
  sh: 'hr',
  ms: 'id',
  prs: 'fa',
  cmn: 'zh',
  yue: 'zh',
  fil: 'tl',
};

/** Whether two locales are of languages that a finding must not tell apart. */
export function isSameGroup(a: Locale, b: Locale): boolean {
  return groupOf(a) === groupOf(b);
}

function groupOf(locale: Locale): string {
  const language = languageOf(locale);
  return GROUPS[language] ?? language;
}
