/** How often a global pattern matches, counted up to `most`. */
export function countMatches(text: string, pattern: RegExp, most: number): number {
  const matcher = pattern;
  matcher.lastIndex = 0;
  let count = 0;
  while (count < most && matcher.test(text)) {
    count += 1;
  }
  return count;
}
