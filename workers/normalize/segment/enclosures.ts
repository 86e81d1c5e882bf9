/** A pair of brackets or quotes; `open` and `close` are the positions of its two marks. */
export interface Enclosure {
  readonly kind: 'bracket' | 'quote';
  readonly open: number;
  readonly close: number;
}

const MARKS = /[()[\]（）［］【】《》〈〉"“”„«»‹›「」『』]/gu;

/** What closes each opening mark. */
const CLOSES: Readonly<Record<string, string>> = {
  '(': ')',
  '[': ']',
  '（': '）',
  '［': '］',
  '【': '】',
  '《': '》',
  '〈': '〉',
  '「': '」',
  '『': '』',
  '“': '”',
  '„': '“”',
  '«': '»',
  '»': '«',
  '‹': '›',
  '"': '"',
  '”': '”',
};

const QUOTES = new Set('"“”„«»‹›「」『』');

/** Marks that are still open; deeper ones are not looked for, so that the time stays linear. */
const MAX_OPEN = 8;

/**
 * The pairs of brackets and quotes of a text by their opening mark. Marks without a partner are left
 * out. Which guillemet opens is told by the first one: Danish and German print both ways.
 */
export function findEnclosures(text: string): Enclosure[] {
  const found: Enclosure[] = [];
  const open: { readonly mark: string; readonly at: number }[] = [];
  const isReversed = /[«»]/u.exec(text)?.[0] === '»';
  for (const { 0: mark, index: at } of text.matchAll(MARKS)) {
    const level = open.findLastIndex((one) => (CLOSES[one.mark] ?? '').includes(mark));
    const isAmbiguous = mark === '"' || mark === '”';
    if (level !== -1 && !(isAmbiguous && canOnlyOpen(text, at))) {
      const [pair] = open.splice(level);
      if (pair !== undefined) {
        found.push({ kind: QUOTES.has(mark) ? 'quote' : 'bracket', open: pair.at, close: at });
      }
    } else if (opens(text, at, mark, isReversed)) {
      open.push({ mark, at });
      open.splice(0, open.length - MAX_OPEN);
    }
  }
  return found.toSorted((a, b) => a.open - b.open || b.close - a.close);
}

function opens(text: string, at: number, mark: string, isReversed: boolean): boolean {
  switch (mark) {
    case '"':
    case '”':
      return !/[\p{L}\p{N}.,!?]/u.test(text.charAt(at - 1)) && !/^\s?$/u.test(text.charAt(at + 1));
    case '»':
      return isReversed;
    case '«':
      return !isReversed;
    default:
      return CLOSES[mark] !== undefined;
  }
}

/** A straight quote after a space and before a word opens, whatever is open already. */
function canOnlyOpen(text: string, at: number): boolean {
  return /^[\s(]?$/u.test(text.charAt(at - 1)) && /[\p{L}\p{N}]/u.test(text.charAt(at + 1));
}
