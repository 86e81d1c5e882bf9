import type { CodedText } from '../../document/inline-code.ts';
import { tokenize } from '../../text/tokenize.ts';
import { sameCodes } from '../code-facts.ts';
import { collapse } from '../comparable.ts';
import { findFoldings } from '../find-foldings.ts';

/** A house style decides these anew whenever a target is served. */
const TYPOGRAPHY: ReadonlySet<string> = new Set(['apostrophes', 'quotes', 'dashes', 'ellipsis', 'spaces']);

/** Tells whether whoever looks for one source finds the other just as well: all but spaces and the form of apostrophes is equal. */
export function isSameSource(a: CodedText, b: CodedText): boolean {
  return sameCodes(a.codes, b.codes) && foldSource(a.text) === foldSource(b.text);
}

/** Tells whether two targets say the same with the same codes, but for their typography. */
export function isSameTarget(a: CodedText, b: CodedText): boolean {
  return sameCodes(a.codes, b.codes) && (a.text === b.text || isSameButForTypography(a.text, b.text));
}

function foldSource(text: string): string {
  return collapse(text).replaceAll(/[\u2019\u02BC]/gu, "'");
}

/** A space that parts two words is more than typography: `set up` is not `setup`. */
function isSameButForTypography(a: string, b: string): boolean {
  return (
    countWords(a) === countWords(b) &&
    findFoldings(a, b).every(({ kinds }) => kinds.every((kind) => TYPOGRAPHY.has(kind)))
  );
}

function countWords(text: string): number {
  return tokenize(text).filter(({ kind }) => kind === 'word' || kind === 'number').length;
}
