import { countMatches } from './count-matches.ts';
import { checkLimit, LIMITS } from './limits.ts';
import { scanLines } from './scan-lines.ts';

const CONTAINER = /[ \t]*(?:>|[-*+](?=[ \t]|$)|\d{1,9}[.)](?=[ \t]|$))/uy;
const OPENERS = /[[*_<`~@&\\]|https?:|www\./giu;
const RUN = /([*_~[\]()<>`!])\1{64,}/u;
const ONLY_RUN = /^\s*([*_~`])\1*\s*$/u;
const STARTS_BLOCK = /^ {0,3}(?:[-*+]|#{1,6})[ \t]+\S/u;
const DELIMITER_ROW = /^ {0,3}\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$/u;
const FENCE = /^ {0,3}(`{3,}|~{3,})([^`]*)$/u;
/** Starts an HTML block that lasts until a blank line (CommonMark 4.6, condition 6): no inline markup in it. */
const HTML_BLOCK =
  /^ {0,3}<\/?(?:address|article|aside|blockquote|center|dd|details|div|dl|dt|fieldset|figcaption|figure|footer|form|h[1-6]|header|hr|iframe|li|main|nav|ol|p|section|summary|table|tbody|td|tfoot|th|thead|tr|ul)(?:[\s/>]|$)/iu;
const UNDERLINE = /^ {0,3}(?:=+|-+)[ \t]*$/u;
const DEFINITION = /^[ \t>]*\[[^\]]{1,999}\]:/u;
const RAW_BLOCK = /^ {0,3}<(?:[!?]|pre|script|style|textarea)/imu;

/**
 * Looks at Markdown line by line, before any parser does, for the shapes whose parsing takes
 * quadratic time or deep recursion.
 *
 * @throws {PipelineError} `SOURCE_TOO_COMPLEX`
 */
export function scanMarkdown(content: string): void {
  const scan: Scan = {
    openers: 0,
    characters: 0,
    cells: 0,
    underlines: 0,
    definitions: 0,
    work: 0,
    linesOfBlock: 0,
    firstLine: '',
    inTable: false,
    fence: undefined,
  };
  const fencesCount = !RAW_BLOCK.test(content); // a fence inside raw HTML is no fence
  let number = 0;
  const lineOf = (): number => number;
  scanLines(content);
  for (const line of content.split(/\r\n?|\n/u)) {
    number += 1;
    checkLimit('containersPerLine', countContainers(line), lineOf);
    checkLimit('delimiterRun', longestRun(line), lineOf);
    if (fencesCount && insideFence(scan, line)) {
      continue;
    }
    scanBlockLine(scan, line, lineOf);
    checkLimit('underlinesPerBlock', scan.underlines, lineOf);
    checkLimit('definitions', scan.definitions, lineOf);
    checkLimit('openersPerBlock', scan.openers, lineOf);
    checkLimit('inlineWork', scan.work, lineOf);
    checkLimit('tableCells', scan.cells, lineOf);
  }
}

interface Scan {
  openers: number;
  characters: number;
  /** Of all tables together. */
  cells: number;
  /** Of headings, since the last blank line. */
  underlines: number;
  definitions: number;
  work: number;
  linesOfBlock: number;
  firstLine: string;
  inTable: boolean;
  fence: string | undefined;
}

function insideFence(scan: Scan, line: string): boolean {
  const mark = FENCE.exec(line);
  if (scan.fence === undefined) {
    scan.fence = mark?.[1];
    return mark !== null;
  }
  if (mark?.[1]?.startsWith(scan.fence) && mark[2]?.trim() === '') {
    scan.fence = undefined;
    startBlock(scan);
  }
  return true;
}

function scanBlockLine(scan: Scan, line: string, lineOf: () => number): void {
  const blank = line.trim() === '';
  if (blank || STARTS_BLOCK.test(line)) {
    startBlock(scan);
  }
  scan.characters += line.length;
  checkLimit('charactersPerBlock', scan.characters, lineOf);
  scan.linesOfBlock += blank ? 0 : 1;
  scan.underlines = blank ? 0 : scan.underlines + (UNDERLINE.test(line) ? 1 : 0);
  scan.definitions += DEFINITION.test(line) ? 1 : 0;
  if (scan.linesOfBlock === 1) {
    scan.firstLine = line;
  }
  // a delimiter row makes a table only below a header with as many cells
  scan.inTable ||=
    scan.linesOfBlock === 2 && DELIMITER_ROW.test(line) && cellCount(scan.firstLine) === cellCount(line);
  if (scan.inTable) {
    scan.openers = 0;
    scan.cells += cellCount(scan.firstLine); // shorter rows are filled up
  }
  if (HTML_BLOCK.test(scan.firstLine)) {
    return;
  }
  const added = countMatches(line, OPENERS, LIMITS.openersPerBlock + 1);
  scan.openers += added;
  scan.work += added * scan.openers;
}

/** Inline markup does not reach over the end of a block. */
function startBlock(scan: Scan): void {
  scan.openers = 0;
  scan.characters = 0;
  scan.linesOfBlock = 0;
  scan.firstLine = '';
  scan.inTable = false;
}

function cellCount(row: string): number {
  const inner = row.trim().replace(/^\|/u, '').replace(/\|$/u, '');
  return inner.replaceAll(/\\./gu, '').split('|').length;
}

/** Quote and list marks at the line's start, and the levels that its indentation may continue. */
function countContainers(line: string): number {
  let count = 0;
  CONTAINER.lastIndex = 0;
  while (count <= LIMITS.containersPerLine && CONTAINER.test(line)) {
    count += 1;
  }
  const indent = /^[ \t]*/u.exec(line)?.[0].replaceAll('\t', '    ') ?? '';
  return count === 0 ? 0 : count + Math.floor(indent.length / 4);
}

function longestRun(line: string): number {
  const run = RUN.exec(line);
  return run === null || ONLY_RUN.test(line) ? 0 : run[0].length;
}
