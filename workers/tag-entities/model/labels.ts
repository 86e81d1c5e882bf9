/** Types of names that a tagger is trained for. */
export const NAME_TYPES = ['PER', 'LOC', 'ORG', 'MISC'] as const;
export type NameType = (typeof NAME_TYPES)[number];

/**
 * What a tagger may say of a token: 0 is no name; a name of type `t` has four labels from `1 + 4t`
 * on: its first word, an inner one, its last one, and its only one.
 */
export const LABEL_COUNT = 1 + 4 * NAME_TYPES.length;
export const OUTSIDE = 0;

const FIRST = 0;
const INNER = 1;
const LAST = 2;
const ONLY = 3;

/** Which part of a name a token is; undefined for the label of no name. */
function partOf(label: number): number | undefined {
  return label === OUTSIDE ? undefined : (label - 1) % 4;
}

/** The type of the name that a label belongs to; undefined for the label of no name. */
export function typeOfLabel(label: number): NameType | undefined {
  return label === OUTSIDE ? undefined : NAME_TYPES[(label - 1) >> 2];
}

/** Tells whether a name begins with a token of this label. */
export function beginsName(label: number): boolean {
  const part = partOf(label);
  return part === FIRST || part === ONLY;
}

/** Tells whether a name goes on behind a token of this label. */
export function staysOpen(label: number): boolean {
  const part = partOf(label);
  return part === FIRST || part === INNER;
}

/** Tells whether `after` may stand directly behind `before`. */
function mayFollow(before: number, after: number): boolean {
  const part = partOf(after);
  const goesOn = part === INNER || part === LAST;
  if (staysOpen(before)) {
    return goesOn && typeOfLabel(before) === typeOfLabel(after);
  }
  return !goesOn;
}

const LABELS = Array.from({ length: LABEL_COUNT }, (_, label) => label);

/** Labels that end a name: what may stand behind one of them is what may stand behind `OUTSIDE`. */
export const ENDS = Uint8Array.from(LABELS.filter((label) => label !== OUTSIDE && !staysOpen(label)));
/** Labels that may stand behind `OUTSIDE`, behind `ENDS` and at the beginning. */
export const OPENERS = Uint8Array.from(LABELS.filter((label) => mayFollow(OUTSIDE, label)));
/** Pairs of labels inside a name, flat: before, after. */
export const INNER_PAIRS = Uint8Array.from(
  LABELS.flatMap((after) =>
    LABELS.flatMap((before) => (staysOpen(before) && mayFollow(before, after) ? [before, after] : [])),
  ),
);

/** The labels of a name of `length` tokens, in order. */
export function labelsOfName(type: NameType, length: number): readonly number[] {
  const base = 1 + 4 * NAME_TYPES.indexOf(type);
  if (length === 1) {
    return [base + ONLY];
  }
  return Array.from({ length }, (_, at) => base + (at === 0 ? FIRST : at === length - 1 ? LAST : INNER));
}
