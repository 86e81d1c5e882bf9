export type CharClass = 'letter' | 'digit' | 'space' | 'apostrophe' | 'mark';

const CLASSES: readonly CharClass[] = ['letter', 'digit', 'space', 'apostrophe', 'mark'];

/** Classes of the code units met so far, plus one: a memo of a pure function, 64 KB. */
const known = new Uint8Array(0x1_00_00);

/** What a UTF-16 code unit is to the reader of values. Halves of surrogate pairs are marks. */
export function charClass(code: number): CharClass {
  const memo = known[code] ?? 0;
  if (memo > 0) {
    return CLASSES[memo - 1] ?? 'mark';
  }
  const found = classify(String.fromCharCode(code));
  known[code] = CLASSES.indexOf(found) + 1;
  return found;
}

/** One past the run of letters, or of digits, that begins at `start`; marks stand alone. */
export function endOfRun(text: string, start: number): number {
  const kind = charClass(text.charCodeAt(start));
  if (kind !== 'letter' && kind !== 'digit') {
    return Math.min(start + 1, text.length);
  }
  let end = start + 1;
  while (end < text.length && charClass(text.charCodeAt(end)) === kind) {
    end += 1;
  }
  return end;
}

function classify(char: string): CharClass {
  if (/[0-9０-９]/u.test(char)) {
    return 'digit';
  }
  if (/[\p{L}\p{M}_]/u.test(char)) {
    return 'letter';
  }
  if (/\s/u.test(char)) {
    return 'space';
  }
  return char === "'" || char === '\u2019' ? 'apostrophe' : 'mark';
}
