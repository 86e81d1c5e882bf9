import {
  CODE_SHAPE,
  type CodedText,
  type InlineCode,
  PLACEHOLDER,
} from '../../shared/document/inline-code.ts';
import { pairCodes } from './pair-codes.ts';
import { restoreCodes } from './restore-codes.ts';

/** A target whose codes are the segment's own. */
export interface FittedTarget {
  readonly target: CodedText;
  /** Whether a code had to be renumbered, dropped or put back. */
  readonly repaired: boolean;
}

/**
 * Gives a unit's target the codes of the segment that it is to serve.
 *
 * Positions come from the target, everything else (URLs, identifiers, code values) from the source
 * segment: a unit never brings a URL of its own into an article. Codes that the article may do
 * without may be missing. What does not fit is repaired only where there is one possible answer;
 * undefined: it cannot be told, and the target must not be served.
 */
export function fitCodes(source: CodedText, target: CodedText): FittedTarget | undefined {
  if (!isWellFormed(target)) {
    return undefined;
  }
  if (source.codes.length === 0 && target.codes.length === 0) {
    return { target, repaired: false };
  }
  const paired = pairCodes(source.codes, target);
  if (paired === undefined) {
    return undefined;
  }
  const restored = restoreCodes(source, paired.target);
  if (restored === undefined) {
    return undefined;
  }
  return { target: restored, repaired: paired.repaired || restored !== paired.target };
}

/** Every placeholder belongs to one standalone code, every span lies in the text, no two pairs cross. */
function isWellFormed({ text, codes }: CodedText): boolean {
  if (codes.length === 0) {
    return !text.includes(PLACEHOLDER);
  }
  const standalone = codes.filter((code) => CODE_SHAPE[code.kind] === 'standalone');
  const claimed = new Set(standalone.map((code) => code.start));
  const placeholders = [...text.matchAll(new RegExp(PLACEHOLDER, 'gu'))];
  return (
    new Set(codes.map((code) => code.id)).size === codes.length &&
    codes.every((code) => code.start < code.end && code.end <= text.length) &&
    standalone.every((code) => code.end === code.start + 1) &&
    claimed.size === standalone.length &&
    placeholders.length === standalone.length &&
    placeholders.every((match) => claimed.has(match.index)) &&
    !codes.some((code, at) => codes.slice(at + 1).some((other) => cross(code, other)))
  );
}

function cross(a: InlineCode, b: InlineCode): boolean {
  const [first, second] = a.start <= b.start ? [a, b] : [b, a];
  return first.start < second.start && second.start < first.end && first.end < second.end;
}
