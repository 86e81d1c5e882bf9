/** Whole percent of the segments that are served in the locale's language, rounded down; 100 of none. */
export function coverageOf(counts: { readonly segments: number; readonly translated: number }): number {
  return counts.segments === 0 ? 100 : Math.floor((100 * counts.translated) / counts.segments);
}
