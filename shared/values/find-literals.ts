import type { EntityType } from '../document/entity-type.ts';
import type { Span } from '../document/span.ts';

/** What every address has. */
const HINT = /@|www\.|:\/\//iu;

/** Addresses and handles: the same in every language. Linear patterns: they meet hostile text. */
const RULES: readonly { readonly type: EntityType; readonly pattern: RegExp }[] = [
  { type: 'URL', pattern: /\bhttps?:\/\/[^\s\uFFFC<>"“”]+[^\s\uFFFC<>"“”.,;:!?'’)\]]/giu },
  {
    type: 'URL',
    pattern:
      /(?<![\p{L}\p{N}@.])www\.[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+(?:\/[^\s\uFFFC<>"“”]*[^\s\uFFFC<>"“”.,;:!?'’)\]])?/giu,
  },
  {
    type: 'EMAIL',
    pattern: /(?<![\p{L}\p{N}._+-])[\p{L}\p{N}._+-]{1,64}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63})+/gu,
  },
  { type: 'HANDLE', pattern: /(?<![\p{L}\p{N}@._/])@[A-Za-z_][A-Za-z0-9_]{1,29}\b/gu },
];

/** Addresses and handles in a text, by rule, in reading order within one. */
export function findLiterals(text: string): readonly (Span & { readonly type: EntityType })[] {
  return HINT.test(text)
    ? RULES.flatMap(({ type, pattern }) =>
        [...text.matchAll(pattern)].map(({ index, 0: { length } }) => ({
          type,
          start: index,
          end: index + length,
        })),
      )
    : [];
}
