import type { Document } from '../../../shared/document/document.ts';
import type { Terminal } from '../terminal/terminal.ts';
import { groupBy } from './group-by.ts';

const MAX_TEXT = 64;

/** Prints what normalization changed in the source: by rule, each change once with how often it was made. */
export function printRepairs({ overlays }: Document, { print, style }: Terminal): void {
  const { repairs } = overlays;
  if (repairs.length === 0) {
    print('Nothing had to be repaired in the source.');
    return;
  }
  const byRule = groupBy(repairs, ({ rule }) => rule);
  const rules = byRule.size === 1 ? '1 rule' : `${byRule.size} rules`;
  print(style.bold(`Repaired in the source: ${repairs.length} by ${rules}`));
  for (const [rule, found] of byRule) {
    print(`  ${rule}`);
    const changes = groupBy(
      found,
      ({ before, after }) => `${show(before)} ${style.dim('->')} ${show(after)}`,
    );
    for (const [change, times] of changes) {
      print(`    ${change}${times.length > 1 ? style.dim(`  x${times.length}`) : ''}`);
    }
  }
}

/**
 * A text on one line: line breaks and invisible characters shown, an image as `[image]`, long ones
 * cut in the middle, nothing as `(nothing)`.
 */
function show(text: string): string {
  if (text === '') {
    return '(nothing)';
  }
  const line = text
    .replaceAll('\n', '⏎')
    .replaceAll('\u{fffc}', '[image]')
    .replaceAll(/[\p{Cc}\p{Cf}\u{a0}\u{202f}]/gu, codePointName)
    .replaceAll(/^ +| +$/gu, (spaces) => '·'.repeat(spaces.length));
  const half = Math.floor(MAX_TEXT / 2) - 1;
  return line.length <= MAX_TEXT ? line : `${line.slice(0, half)} … ${line.slice(-half)}`;
}

function codePointName(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}
