import { countMatches } from './count-matches.ts';
import { checkLimit, LIMITS } from './limits.ts';

const LINE_END = /\r\n?|\n/gu;

/**
 * Counts lines.
 *
 * @throws {PipelineError} `SOURCE_TOO_COMPLEX`
 */
export function scanLines(content: string): void {
  const lines = 1 + countMatches(content, LINE_END, LIMITS.lines);
  checkLimit('lines', lines, () => lines);
}
