/** A line width that editors, mail and converters wrap at is no larger. */
const MAX_WIDTH = 132;
const MIN_FULL = 0.8;

/**
 * Whether the lines of these paragraphs were broken at a width: each but the last of its paragraph is
 * so full that the next line's first word would not have fitted.
 */
export function isWrapped(paragraphs: readonly (readonly string[])[]): boolean {
  const inner = paragraphs.flatMap((lines) =>
    lines.slice(0, -1).map((line, index) => ({ line, next: lines[index + 1] ?? '' })),
  );
  if (inner.length === 0) {
    return false;
  }
  const width = widthOf(inner.map(({ line }) => line.length));
  const full = inner.filter(({ line, next }) => line.length + 1 + firstWord(next).length > width);
  return width <= MAX_WIDTH && full.length >= inner.length * MIN_FULL;
}

/** The longest line but for single ones that could not be broken. */
function widthOf(lengths: readonly number[]): number {
  const sorted = lengths.toSorted((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) * 0.95)] ?? 0;
}

function firstWord(line: string): string {
  return line.split(' ')[0] ?? '';
}
