interface Limits {
  /** Texts kept at most; then the memo starts anew. */
  readonly most: number;
  /** Letters of the longest text that is kept: longer ones hardly come again, and would hold on to what they are part of. */
  readonly longest: number;
}

/** What the words of a language need. */
const OF_WORDS: Limits = { most: 40_000, longest: 60 };

/** `read`, but each text is read once: the words of a language come again and again. `read` must be pure. */
export function remembered<Value>(
  read: (text: string) => Value,
  { most, longest }: Limits = OF_WORDS,
): (text: string) => Value {
  const memo = new Map<string, Value>();
  return (text) => {
    const known = memo.get(text);
    if (known !== undefined) {
      return known;
    }
    const value = read(text);
    if (text.length <= longest) {
      if (memo.size >= most) {
        memo.clear();
      }
      memo.set(text, value);
    }
    return value;
  };
}
