import { remembered } from './remembered.ts';

/** Letters that Unicode does not decompose, as a keyboard without them writes them. */
const PLAIN: Readonly<Record<string, string>> = {
  ø: 'o',
  Ø: 'O',
  đ: 'd',
  Đ: 'D',
  ł: 'l',
  Ł: 'L',
  ı: 'i',
  ß: 'ss',
  æ: 'ae',
  Æ: 'AE',
};
const PLAIN_LETTERS = /[øØđĐłŁıßæÆ]/gu;

/** Drops accents and keeps case: "Nicolás" and "Nicolas" become one form. Non-Latin marks stay. */
export function stripAccents(text: string): string {
  if (isAscii(text)) {
    return text;
  }
  const base = text.normalize('NFD').replaceAll(/(?<=[A-Za-z])\p{Mn}+/gu, '');
  return base.normalize('NFC').replaceAll(PLAIN_LETTERS, (letter) => PLAIN[letter] ?? letter);
}

/** The form under which names are compared: without accents, lower case, straight apostrophes. */
export function fold(text: string): string {
  if (isAscii(text)) {
    return text.toLowerCase();
  }
  return stripAccents(text).toLowerCase().replaceAll('\u2019', "'");
}

/** A stable id part: folded letters and digits of any script, joined by "-". */
export function slugOf(text: string): string {
  return slug(text);
}

const slug = remembered((text) =>
  fold(text)
    .replaceAll(/[^\p{L}\p{M}\p{N}]+/gu, '-')
    .replaceAll(/^-|-$/gu, ''),
);

function isAscii(text: string): boolean {
  for (let at = 0; at < text.length; at += 1) {
    if (text.charCodeAt(at) > 0x7f) {
      return false;
    }
  }
  return true;
}
