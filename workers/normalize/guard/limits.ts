import { PipelineError } from '../../../shared/errors/errors.ts';

/**
 * How much markup an article may hold. Parsers of Markdown and HTML need time or stack that grows
 * faster than the input; real articles stay far below each of these (element depth of 990 news
 * pages: at most 42).
 */
export const LIMITS = {
  /** UTF-8 bytes of the content. */
  bytes: 2 * 1024 * 1024,
  /** Lines of Markdown and of plain text. */
  lines: 30_000,
  /** Quote, list and indentation levels that one Markdown line opens. */
  containersPerLine: 32,
  /** Length of a run of one delimiter, such as `*****`. */
  delimiterRun: 64,
  /** Length of one block, of Markdown before and of any format after it was parsed. */
  charactersPerBlock: 500_000,
  /** Characters in one block that may open a link, emphasis, code span or tag. */
  openersPerBlock: 1_000,
  /** Sum over blocks of openers squared: the work that the inline parser may have. */
  inlineWork: 4_000_000,
  /** Underlined headings that follow each other without a blank line. */
  underlinesPerBlock: 200,
  /** Link and footnote definitions. */
  definitions: 5_000,
  /** Cells of a table, or of all Markdown tables, each row as wide as the widest. */
  tableCells: 20_000,
  /** HTML elements inside each other. */
  elementDepth: 128,
  elements: 100_000,
  attributesPerElement: 64,
  /** Table cells that say they span more than 100 columns or rows; spans themselves are cut later. */
  wideCells: 100,
  /** Paragraphs, headings, items, cells and captions of any article. */
  blocks: 10_000,
  /** Ends of sentences in them, roughly. */
  sentences: 20_000,
} as const;

export type Limit = keyof typeof LIMITS;

/**
 * Refuses markup beyond a limit; `lineOf` is asked only then, and counts from 1.
 *
 * @throws {PipelineError} `SOURCE_TOO_COMPLEX`, which names limit, value and line.
 */
export function checkLimit(limit: Exclude<Limit, 'bytes'>, value: number, lineOf: () => number): void {
  if (value > LIMITS[limit]) {
    const line = lineOf();
    throw new PipelineError(
      'SOURCE_TOO_COMPLEX',
      `The markup in line ${line} reaches ${limit} ${value}: at most ${LIMITS[limit]} is read`,
      { details: { limit, value, allowed: LIMITS[limit], line } },
    );
  }
}
