import type { InlineCode, InlineCodeKind } from '../document/inline-code.ts';

/**
 * What a code says besides its kind: what it points to. Ids and references to other segments of its
 * article are left out. A new kind must answer.
 */
const POINTS_TO: {
  readonly [Kind in InlineCodeKind]: (code: Extract<InlineCode, { kind: Kind }>) => string;
} = {
  emphasis: () => '',
  strong: () => '',
  delete: () => '',
  break: () => '',
  link: ({ url }) => url,
  image: ({ url }) => url,
  code: ({ value }) => value,
  'footnote-reference': ({ identifier }) => identifier,
  span: ({ tag, lang, dir, dateTime }) => [tag, lang, dir, dateTime].join(' ').trim(),
  protected: ({ value }) => value,
};

/** A code's kind and what it points to, as one string; where it stands does not matter. */
export function codeFacts<Kind extends InlineCodeKind>(
  code: Extract<InlineCode, { kind: Kind }> & { kind: Kind },
): string {
  return `${code.kind} ${POINTS_TO[code.kind](code)}`;
}

/** Tells whether two lists hold the same codes in the same order, wherever they stand. */
export function sameCodes(a: readonly InlineCode[], b: readonly InlineCode[]): boolean {
  return a.length === b.length && a.every((code, at) => factsAt(b, at) === codeFacts(code));
}

/** Tells whether two lists hold the same codes at the same places of the same text. */
export function samePlacedCodes(a: readonly InlineCode[], b: readonly InlineCode[]): boolean {
  return sameCodes(a, b) && a.every((code, at) => code.start === b[at]?.start && code.end === b[at]?.end);
}

function factsAt(codes: readonly InlineCode[], at: number): string | undefined {
  const code = codes[at];
  return code === undefined ? undefined : codeFacts(code);
}
