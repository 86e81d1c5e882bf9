/** A run of lines that differs between two texts. Line numbers count from 1. */
export interface LineDiff {
  readonly firstLine: number;
  readonly removed: readonly string[];
  readonly added: readonly string[];
}

/** Lines and characters of a line that a summary shows. */
const MAX_LINES = 3;
const MAX_CHARACTERS = 100;

/**
 * The run between the first and the last line that differ; undefined for equal texts. One run, not
 * the shortest edit: it tells a person at a glance which text the service holds.
 */
export function diffLines(before: string, after: string): LineDiff | undefined {
  if (before === after) {
    return undefined;
  }
  const [old, fresh] = [before.split('\n'), after.split('\n')];
  const shortest = Math.min(old.length, fresh.length);
  let head = 0;
  while (head < shortest && old[head] === fresh[head]) {
    head += 1;
  }
  let tail = 0;
  while (tail < shortest - head && old.at(-1 - tail) === fresh.at(-1 - tail)) {
    tail += 1;
  }
  return {
    firstLine: head + 1,
    removed: old.slice(head, old.length - tail),
    added: fresh.slice(head, fresh.length - tail),
  };
}

/** A diff in one sentence, long runs cut: `line 3: "- 12 May" is here, "- 13 May" was sent`. */
export function summarizeDiff({ firstLine, removed, added }: LineDiff): string {
  return `line ${firstLine}: ${linesOf(removed)} is here, ${linesOf(added)} was sent`;
}

function linesOf(lines: readonly string[]): string {
  if (lines.length === 0) {
    return 'nothing';
  }
  const shown = lines.slice(0, MAX_LINES).map((line) => cut(line));
  const more = lines.length > MAX_LINES ? ` and ${lines.length - MAX_LINES} more lines` : '';
  return `"${shown.join('\\n')}"${more}`;
}

function cut(line: string): string {
  return line.length > MAX_CHARACTERS ? `${line.slice(0, MAX_CHARACTERS)}...` : line;
}
