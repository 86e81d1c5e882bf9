import { KIND, kindAt } from '../../../shared/text/character-kind.ts';

/** Tells whether two texts differ in case, punctuation and white space at most. */
export function isSameText(a: string, b: string): boolean {
  return textKey(a) === textKey(b);
}

/** Letters and digits alone, in lower case. */
export function textKey(text: string): string {
  const folded = text.normalize('NFKC').toLowerCase();
  let key = '';
  for (let start = 0; start < folded.length; ) {
    let end = start;
    while ((kindAt(folded, end) & (KIND.letter | KIND.number)) !== 0) {
      end += 1;
    }
    key += folded.slice(start, end);
    start = end + 1;
  }
  return key;
}
