import type { Root } from 'mdast';
import { visit } from 'unist-util-visit';

const SPACE = '[\\u00A0\\u202F\\u2009]';

/** Each typographic mark and what stands for it on a plain keyboard, in order. */
const FOLDS: readonly (readonly [RegExp, string])[] = [
  [/(?<=[«‹])[ \u00A0\u202F\u2009]+|[ \u00A0\u202F\u2009]+(?=[»›])/gu, ''],
  [new RegExp(`${SPACE}+(?=[:;!?%‰])`, 'gu'), ''],
  [/[\u00A0\u202F\u2009]/gu, ' '],
  [/[“”„‟«»「」״]/gu, '"'],
  [/[‘’‚‛‹›『』׳]/gu, "'"],
  [/《/gu, '<<'],
  [/》/gu, '>>'],
  [/…+/gu, '...'],
  [/ ?[–—―]{1,2} ?(?=$|\s)/gu, ' -'],
  [/(?<=\s)[–—―]{1,2}(?=\s|[^\s])/gu, '-'],
  [/(?<=\p{Nd})[–](?=\p{Nd})/gu, '-'],
  [/[—―]{1,2}/gu, '--'],
  [/–/gu, '-'],
  [/،/gu, ','],
  [/؛/gu, ';'],
  [/؟/gu, '?'],
  [/٪/gu, '%'],
  [/٫/gu, '.'],
  [/٬/gu, ','],
  [/，/gu, ','],
  [/。/gu, '.'],
  [/：/gu, ':'],
  [/；/gu, ';'],
  [/！/gu, '!'],
  [/？/gu, '?'],
  [/（/gu, '('],
  [/）/gu, ')'],
  [/’/gu, "'"],
];

/**
 * Writes a text as on a plain keyboard: straight quotation marks, hyphens, no spaces that do not
 * break, half-width punctuation, Latin digits. The enumeration comma folds in Japanese alone, where
 * it is the only comma; in Chinese nobody could tell which of two it was.
 */
export function foldMarks(text: string, locale: string): string {
  const folded = FOLDS.reduce((result, [pattern, plain]) => result.replaceAll(pattern, plain), text);
  const commas = locale === 'ja' ? folded.replaceAll('、', ',') : folded;
  return commas.replaceAll(/[۰-۹]/gu, (digit) => String((digit.codePointAt(0) ?? 0) - 0x6f0));
}

/** Folds the text nodes of a tree in place; code and addresses stay. */
export function foldTree(root: Root, locale: string): Root {
  visit(root, 'text', (node) => {
    node.value = foldMarks(node.value, locale);
  });
  return root;
}
