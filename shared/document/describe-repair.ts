import type { Repair } from './overlay.ts';

const MAX_QUOTED = 80;

/**
 * One line for people: what a repair changed, by which rule and how sure it was.
 *
 * @example `month-case: "january" became "January" (99 %)`
 */
export function describeRepair(repair: Repair): string {
  return `${repair.rule}: ${changeOf(repair)} (${Math.round(repair.confidence * 100)} %)`;
}

function changeOf({ before, after }: Repair): string {
  if (after === '') {
    return `removed ${quote(before)}`;
  }
  return before === '' ? `added ${quote(after)}` : `${quote(before)} became ${quote(after)}`;
}

/** Characters that cannot be seen are named by their code point. */
function quote(text: string): string {
  const visible = text
    .replaceAll('\n', '↵')
    .replaceAll(/[\p{Cf}\p{Cc}\u00A0\u2000-\u200A\u202F\uFFFC]/gu, (character) => {
      const code = character.codePointAt(0) ?? 0;
      return `[U+${code.toString(16).toUpperCase().padStart(4, '0')}]`;
    });
  return `"${visible.length > MAX_QUOTED ? `${visible.slice(0, MAX_QUOTED - 1)}…` : visible}"`;
}
