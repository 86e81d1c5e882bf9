import type { Span } from '../../../shared/document/span.ts';

/** Fewest characters of a quotation whose language is looked at. */
const MIN_LENGTH = 40;

/** Marks that open a quotation, and those that close it. */
const PAIRS: Readonly<Record<string, string>> = {
  '“': '”',
  '„': '“”',
  '«': '»',
  '»': '«',
  '「': '」',
  '『': '』',
  '"': '"',
};

const OPENING = /[“„«»「『"]/u;

/** The insides of the quotations of at least 40 characters in a text, outer ones only, left to right. */
export function findQuotations(text: string): Span[] {
  const found: Span[] = [];
  if (!OPENING.test(text)) {
    return found;
  }
  let open = -1;
  let closers = '';
  for (let index = 0; index < text.length; index += 1) {
    const character = text.charAt(index);
    if (open >= 0 && closers.includes(character)) {
      if (index - open >= MIN_LENGTH) {
        found.push({ start: open, end: index });
      }
      open = -1;
    } else if (open < 0) {
      closers = PAIRS[character] ?? '';
      open = closers === '' ? -1 : index + 1;
    }
  }
  return found;
}
