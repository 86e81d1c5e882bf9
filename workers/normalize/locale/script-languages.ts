import { hanScriptOf } from './han-variants.ts';
import { isJapaneseHan } from './japanese-han.ts';
import type { ScriptCode } from './script-counts.ts';

/** Languages that alone, among those we expect, are written in a script. */
const BY_SCRIPT: Readonly<Partial<Record<ScriptCode, string>>> = {
  Hebr: 'he',
  Grek: 'el',
  Thai: 'th',
  Laoo: 'lo',
  Khmr: 'km',
  Mymr: 'my',
  Hang: 'ko',
  Beng: 'bn',
  Guru: 'pa',
  Gujr: 'gu',
  Orya: 'or',
  Taml: 'ta',
  Telu: 'te',
  Knda: 'kn',
  Mlym: 'ml',
  Sinh: 'si',
  Geor: 'ka',
  Armn: 'hy',
  Ethi: 'am',
};

/** Share of kana among Japanese characters from which a text is not a Chinese one with a Japanese name. */
const JAPANESE_KANA = 0.05;

/** The language that a script alone tells, Chinese with its script; undefined where several share it. */
export function languageOfScript(
  script: ScriptCode,
  counts: readonly (readonly [ScriptCode, number])[],
  sample: string,
): string | undefined {
  if (script !== 'Hani' && script !== 'Kana') {
    return BY_SCRIPT[script];
  }
  const countOf = (wanted: ScriptCode): number => counts.find(([code]) => code === wanted)?.[1] ?? 0;
  const kana = countOf('Kana');
  const isJapanese = kana > 0 ? kana / (kana + countOf('Hani')) > JAPANESE_KANA : isJapaneseHan(sample);
  return isJapanese ? 'ja' : `zh-${hanScriptOf(sample)}`;
}

/** Languages that share a script, the frequent ones first: those that an article may be written in. */
export const LANGUAGES_OF_SCRIPT: Readonly<Partial<Record<ScriptCode, readonly string[]>>> = {
  Latn: 'en es fr de pt it nl pl tr vi id sw ro cs sk hu fi sv da no hr sl ca ms'.split(' '),
  Cyrl: 'ru uk bg sr be'.split(' '),
  Arab: 'ar fa ur'.split(' '),
  Deva: 'hi mr'.split(' '),
};
