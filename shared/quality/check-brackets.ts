import type { QaFinding } from '../document/rendition.ts';
import type { CheckedPair } from './checked-pair.ts';

const CLOSER: Readonly<Record<string, string>> = {
  '(': ')',
  '[': ']',
  '{': '}',
  '（': '）',
  '［': '］',
  '【': '】',
  '《': '》',
  '〈': '〉',
};
const OPENERS = new Set(Object.keys(CLOSER));
const CLOSERS = new Set(Object.values(CLOSER));
/** `a)`, `1)` in a list, `:)`: brackets that stand alone on purpose. */
const LONE = /(?<![\p{L}\p{N}])[\p{L}\p{N}]{1,2}[)）]|[:;]-?[)(]/gu;

/**
 * Finds brackets of the target without their partner, unless the source has such brackets too. Corner
 * brackets are quotation marks, and a quotation may run over several segments.
 */
export function findBrokenBrackets({ source, target }: CheckedPair): readonly QaFinding[] {
  const broken = loneBrackets(target);
  return broken.length === 0 || loneBrackets(source).length > 0
    ? []
    : broken.map((at) => ({
        rule: 'bracket-unpaired',
        severity: 'error',
        message: `The bracket ${target.charAt(at)} has no partner`,
        span: { start: at, end: at + 1 },
      }));
}

/** Offsets of brackets that nothing closes or opens; a half-width one may pair with a full-width one. */
function loneBrackets(text: string): readonly number[] {
  if (!/[()[\]{}（）［］【】《》〈〉]/u.test(text)) {
    return [];
  }
  const open: number[] = [];
  const lone: number[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const char = text.charAt(at);
    if (OPENERS.has(char)) {
      open.push(at);
    } else if (CLOSERS.has(char)) {
      const partner = open.findLastIndex((from) => narrow(CLOSER[text.charAt(from)] ?? '') === narrow(char));
      if (partner === -1) {
        lone.push(at);
      } else {
        lone.push(...open.splice(partner).slice(1));
      }
    }
  }
  const listed = new Set([...text.matchAll(LONE)].map(({ index, 0: { length } }) => index + length - 1));
  return [...lone, ...open].filter((at) => !listed.has(at)).toSorted((a, b) => a - b);
}

function narrow(bracket: string): string {
  return bracket.normalize('NFKC');
}
