/** Texts kept at most; then the memo starts anew. */
const MOST_TEXTS = 40_000;
/** Longer texts hardly come again, and would hold on to what they are part of. */
const LONGEST_TEXT = 60;

/** `read`, but each text is read once: the words of a language come again and again. `read` must be pure. */
export function remembered<Value>(read: (text: string) => Value): (text: string) => Value {
  const memo = new Map<string, Value>();
  return (text) => {
    const known = memo.get(text);
    if (known !== undefined) {
      return known;
    }
    const value = read(text);
    if (text.length <= LONGEST_TEXT) {
      if (memo.size >= MOST_TEXTS) {
        memo.clear();
      }
      memo.set(text, value);
    }
    return value;
  };
}
