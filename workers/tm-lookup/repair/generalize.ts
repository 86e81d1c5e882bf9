import { tokenize } from '../../../shared/text/tokenize.ts';
import { classOf, type Placeable } from './placeable.ts';

/**
 * The tokens of a text with each placeable as its class: two texts with the same key differ in
 * nothing but values of the same kinds in the same order.
 *
 * Words count without case, and with one form of the apostrophe, as in the score. A number that no
 * placeable covers stays a word. A token that a placeable covers in part belongs to it whole.
 */
export function generalKey(text: string, placeables: readonly Placeable[]): string {
  const parts: string[] = [];
  let next = 0;
  let open: Placeable | undefined;
  for (const { start, end, text: word } of tokenize(text)) {
    while (placeables[next] !== undefined && (placeables[next]?.end ?? 0) <= start) {
      next += 1;
    }
    const covering = placeables[next];
    if (covering === undefined || covering.start >= end) {
      parts.push(word.replaceAll(/[\u2019\u02BC]/gu, "'").toLowerCase());
    } else if (covering !== open) {
      open = covering;
      parts.push(`\u0001${classOf(covering)}`);
    }
  }
  return parts.join('\u0000');
}
