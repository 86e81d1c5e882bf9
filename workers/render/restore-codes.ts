import {
  CODE_SHAPE,
  type CodedText,
  type InlineCode,
  PLACEHOLDER,
} from '../../shared/document/inline-code.ts';

/**
 * Puts back the source codes that a target lacks, where their place is certain: a pair around the
 * whole sentence goes around the whole target, a standalone code at either end of the sentence goes
 * to that end.
 *
 * @returns The target itself where nothing lacks; undefined where a place cannot be told.
 */
export function restoreCodes(source: CodedText, target: CodedText): CodedText | undefined {
  const present = new Set(target.codes.map((code) => code.id));
  const missing = source.codes.filter((code) => !present.has(code.id) && !code.canDelete);
  let restored = target;
  // The outermost pair is listed first and must be put around what the later ones add.
  for (const code of missing.toReversed()) {
    const next = restoreCode(code, source, restored);
    if (next === undefined) {
      return undefined;
    }
    restored = next;
  }
  return restored;
}

function restoreCode(code: InlineCode, source: CodedText, target: CodedText): CodedText | undefined {
  if (CODE_SHAPE[code.kind] === 'pair') {
    const coversAll = code.start === 0 && code.end === source.text.length;
    return coversAll
      ? { ...target, codes: [{ ...code, start: 0, end: target.text.length }, ...target.codes] }
      : undefined;
  }
  if (code.end === source.text.length) {
    const start = target.text.length;
    return {
      text: target.text + PLACEHOLDER,
      codes: [...target.codes, { ...code, start, end: start + 1 }],
    };
  }
  if (code.start === 0) {
    const shifted = target.codes.map((other) => ({ ...other, start: other.start + 1, end: other.end + 1 }));
    return { text: PLACEHOLDER + target.text, codes: [{ ...code, start: 0, end: 1 }, ...shifted] };
  }
  return undefined;
}
