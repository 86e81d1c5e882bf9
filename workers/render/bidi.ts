const FIRST_STRONG_ISOLATE = '\u2068';
const POP_DIRECTIONAL_ISOLATE = '\u2069';

const RTL_LETTER =
  /(?=\p{L})[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;
const LTR_LETTER =
  /(?=\p{L})[^\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;

/**
 * Removes embeddings, overrides and isolates (U+202A-202E, U+2066-2069), which would turn what
 * follows them when they are not closed. Marks (U+200E, U+200F) stay: they end with themselves.
 */
export function stripBidiControls(text: string): string {
  return DIRECTION_CONTROL.test(text) ? text.replaceAll(DIRECTION_CONTROLS, '') : text;
}

const DIRECTION_CONTROL = /[\u202A-\u202E\u2066-\u2069]/u;
const DIRECTION_CONTROLS = new RegExp(DIRECTION_CONTROL, 'gu');

/**
 * Tells whether a run in the middle of text of the other `direction` would be laid out wrongly
 * without isolation: it has letters of the opposite direction, and begins or ends with something
 * that takes its direction from the neighbours, such as a full stop or a digit.
 */
export function needsIsolation(text: string, direction: 'ltr' | 'rtl'): boolean {
  const [own, opposite] = direction === 'rtl' ? [RTL_LETTER, LTR_LETTER] : [LTR_LETTER, RTL_LETTER];
  const endsInLetters = /^\p{L}(?:.*\p{L})?$/su.test(text.trim());
  return opposite.test(text) && (own.test(text) || !endsInLetters);
}

/** Encloses a run so that it neither takes its direction from its neighbours nor lends them its own. */
export function isolated(text: string): string {
  return FIRST_STRONG_ISOLATE + text + POP_DIRECTIONAL_ISOLATE;
}

/** The marks that `isolated` puts around a run, for runs that are more than text. */
export const ISOLATE_MARKS: readonly [open: string, close: string] = [
  FIRST_STRONG_ISOLATE,
  POP_DIRECTIONAL_ISOLATE,
];

/**
 * Closes isolates at the end of each line, where they end for every reader, and opens them again in
 * the next one: each line is balanced.
 */
export function balanceIsolates(text: string): string {
  let open = 0;
  return text
    .split('\n')
    .map((line) => {
      const reopened = FIRST_STRONG_ISOLATE.repeat(open) + line;
      for (const char of line) {
        open += char === FIRST_STRONG_ISOLATE ? 1 : char === POP_DIRECTIONAL_ISOLATE ? -1 : 0;
      }
      return reopened + POP_DIRECTIONAL_ISOLATE.repeat(open);
    })
    .join('\n');
}
