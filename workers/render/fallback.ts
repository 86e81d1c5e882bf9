/** What stands in for a sentence that has no translation to show: its source text, or a mark. */
export type Fallback = 'source' | 'omit';
