import { CODE_SHAPE, type CodedText, type InlineCode } from '../../shared/document/inline-code.ts';

/**
 * Finds for each code of a target the source code that it stands for.
 *
 * Codes belong together by id and kind; where that leaves codes over on both sides, by kind if each
 * side has exactly one left of it. A pair that the source does not have is dropped, since its words
 * stay; a standalone code that the source does not have cannot be judged.
 *
 * @returns The target with the source's codes at the target's positions, or undefined.
 */
export function pairCodes(
  source: readonly InlineCode[],
  target: CodedText,
): { readonly target: CodedText; readonly repaired: boolean } | undefined {
  const byId = new Map(source.map((code) => [code.id, code]));
  const sameId = (code: InlineCode): boolean => byId.get(code.id)?.kind === code.kind;
  const taken = new Set(target.codes.filter((code) => sameId(code)).map((code) => code.id));
  const free = source.filter((code) => !taken.has(code.id));
  const strays = target.codes.filter((code) => !sameId(code));
  const codes: InlineCode[] = [];
  for (const code of target.codes) {
    const own = sameId(code) ? byId.get(code.id) : onlyOfKind(code, free, strays);
    if (own !== undefined) {
      codes.push({ ...own, start: code.start, end: code.end });
    } else if (CODE_SHAPE[code.kind] === 'standalone') {
      return undefined;
    }
  }
  return { target: { text: target.text, codes }, repaired: strays.length > 0 };
}

function onlyOfKind(
  code: InlineCode,
  free: readonly InlineCode[],
  strays: readonly InlineCode[],
): InlineCode | undefined {
  const candidates = free.filter(({ kind }) => kind === code.kind);
  const rivals = strays.filter(({ kind }) => kind === code.kind);
  return candidates.length === 1 && rivals.length === 1 ? candidates[0] : undefined;
}
