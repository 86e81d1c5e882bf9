import type { Place } from './place.ts';

const MAX_ITEM = 50;

/** Longer lines are taken to be wrapped. */
const WRAPPED = 60;

const MARKER = /^\s*(?:[•‣◦⁃▪●○♦◆■□∙*–—-]\s?\S|\(?(?:\p{N}{1,3}|\p{L}|[ivx]{2,4})[.)]{1,2}\s)/u;

/** Whether a line break inside a block ends a segment: where it does not cut a sentence. */
export function endsAtLine({ text, candidate, following, rules, sentenceStart, ...place }: Place): boolean {
  const { at, stop, next } = candidate;
  const line = text.slice(Math.max(sentenceStart, text.lastIndexOf('\n', at - 1) + 1, at - 200), at).trim();
  const rest = text.slice(at + stop.length, next + 12).replace(/^[^\S\n]+/u, '');
  if (line === '' || /^\s*$/u.test(text.slice(sentenceStart, at))) {
    return false;
  }
  if (stop.length > 1 || place.isListOfLines || rules.fullStop === 'abbreviates' || MARKER.test(rest)) {
    return true;
  }
  if (/[,;،、，\p{Pd}]$/u.test(line) || line.length > WRAPPED) {
    return false;
  }
  if (/[:：]$/u.test(line)) {
    return following.kind !== 'lower';
  }
  const last = /[\p{L}\p{M}]*$/u.exec(line)?.[0] ?? '';
  return (following.kind === 'upper' || following.kind === 'digit') && !rules.isStarter(last);
}

/** Three short lines or more that hold no sentence: a list without marks. */
export function isListOfLines(text: string): boolean {
  if (!text.includes('\n')) {
    return false;
  }
  const lines = text.trim().split(/\s*\n\s*/u);
  return (
    lines.length > 2 && lines.every((line) => line.length <= MAX_ITEM && !/[.,;:!?…。！？]$/u.test(line))
  );
}
