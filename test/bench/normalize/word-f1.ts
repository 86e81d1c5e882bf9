/** How the words of one text agree with those of another, as multisets. */
interface WordAgreement {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

/** The words of a text: runs of letters, marks left out, and digits, in lower case. */
export function wordsOf(text: string): string[] {
  return (
    text
      .normalize('NFC')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  );
}

/** Compares the words of `text` with those of `truth`; two empty texts agree. */
export function wordAgreement(text: string, truth: string): WordAgreement {
  const words = wordsOf(text);
  const expected = wordsOf(truth);
  if (words.length === 0 || expected.length === 0) {
    const equal = words.length === expected.length ? 1 : 0;
    return { precision: equal, recall: equal, f1: equal };
  }
  const left = new Map<string, number>();
  for (const word of expected) {
    left.set(word, (left.get(word) ?? 0) + 1);
  }
  let common = 0;
  for (const word of words) {
    const count = left.get(word) ?? 0;
    if (count > 0) {
      common += 1;
      left.set(word, count - 1);
    }
  }
  const precision = common / words.length;
  const recall = common / expected.length;
  return { precision, recall, f1: common === 0 ? 0 : (2 * precision * recall) / (precision + recall) };
}
