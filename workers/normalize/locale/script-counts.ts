const SCRIPTS = [
  ['Latn', /\p{Script=Latin}/gu],
  ['Cyrl', /\p{Script=Cyrillic}/gu],
  ['Arab', /\p{Script=Arabic}/gu],
  ['Hebr', /\p{Script=Hebrew}/gu],
  ['Grek', /\p{Script=Greek}/gu],
  ['Deva', /\p{Script=Devanagari}/gu],
  ['Beng', /\p{Script=Bengali}/gu],
  ['Taml', /\p{Script=Tamil}/gu],
  ['Thai', /\p{Script=Thai}/gu],
  ['Hang', /\p{Script=Hangul}/gu],
  ['Kana', /[\p{Script=Hiragana}\p{Script=Katakana}]/gu],
  ['Hani', /\p{Script=Han}/gu],
  ['Geor', /\p{Script=Georgian}/gu],
  ['Armn', /\p{Script=Armenian}/gu],
] as const;

/** ISO 15924. */
export type ScriptCode = (typeof SCRIPTS)[number][0];

/** How many letters of a text belong to which script, most frequent first; absent scripts are left out. */
export function scriptCounts(text: string): readonly (readonly [ScriptCode, number])[] {
  const counts: [ScriptCode, number][] = [];
  for (const [script, pattern] of SCRIPTS) {
    const count = text.match(pattern)?.length ?? 0;
    if (count > 0) {
      counts.push([script, count]);
    }
  }
  return counts.toSorted((a, b) => b[1] - a[1]);
}
