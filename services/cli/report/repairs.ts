import type { Document } from '../../../shared/document/document.ts';
import { groupBy } from '../../../shared/document/group-by.ts';
import type { Terminal } from '../terminal/terminal.ts';
import { describeChanges } from './describe-changes.ts';

/** Characters of a line; a single change that is longer has a line of its own. */
const LINE_WIDTH = 80;

/** Prints what normalization changed in the source: the rules in one column, their changes beside them. */
export function printRepairs({ overlays }: Document, { print, style }: Terminal): void {
  const { repairs } = overlays;
  if (repairs.length === 0) {
    print('Nothing had to be repaired in the source.');
    return;
  }
  const byRule = groupBy(repairs, ({ rule }) => rule);
  const rules = byRule.size === 1 ? '1 rule' : `${byRule.size} rules`;
  print(style.bold(`Repaired in the source: ${repairs.length} by ${rules}`));
  const width = Math.max(...[...byRule.keys()].map((rule) => rule.length));
  for (const [rule, found] of byRule) {
    const [first = '', ...others] = fillLines(describeChanges(rule, found), LINE_WIDTH - width - 4);
    print(`  ${style.dim(rule.padEnd(width))}  ${first}`);
    for (const line of others) {
      print(`  ${' '.repeat(width)}  ${line}`);
    }
  }
}

/** Puts as many changes on a line as fit, at least one. */
function fillLines(changes: readonly string[], width: number): readonly string[] {
  const lines: string[] = [];
  for (const change of changes) {
    const last = lines.at(-1);
    const longer = `${last}, ${change}`;
    if (last === undefined || longer.length > width) {
      lines.push(change);
    } else {
      lines[lines.length - 1] = longer;
    }
  }
  return lines;
}
