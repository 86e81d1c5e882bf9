import type { Place } from './place.ts';

const CJK = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}ー]/u;

/** What takes up a closed speech in Japanese: "「...。」と言った". */
const TAKES_UP = /^(?:と|って|っと|など|とか|は|が|を|に|の|も|で|や|へ|か|라|하|고|이)/u;

/** The same after a space, in Amharic and Korean. */
const TAKES_UP_SPACED = /^\s+(?:ብሎ|ብላ|ብለው|ሲል|በማለት|አለ|라고|하고|이라고)/u;

/** A Chinese speaker near the speech: "“...！”他说". */
const SPEAKER = /^[^。！？，、]{0,6}(?:说|說|道|问|問|喊|称|稱|表示|指出|答|叫|笑|写|寫)/u;

/** Stops that need no space after them: 。！？ ։ । ؟ and their kin. */
export function endsAtWideStop({ text, candidate, following, closed, rules, isAllLower }: Place): boolean {
  const { at, stopEnd, end, next } = candidate;
  const isClosed = end > stopEnd;
  const after = text.slice(end, end + 24);
  if (/^\s*[.,;:،؛、，；：。)\]]/u.test(after) || isBetween(text, at, next, /[A-Za-z0-9]/u)) {
    return false; // "Yahoo！JAPAN", "３．１４"
  }
  if (
    candidate.stop === '．' &&
    (isBetween(text, at, next, /\p{N}/u) || /[Ａ-Ｚａ-ｚ]/u.test(text.charAt(at - 1)))
  ) {
    return false; // "Ｄｒ．"
  }
  if (candidate.stop === '۔' && /(?:^|\s)\p{L}$/u.test(text.slice(Math.max(0, at - 2), at))) {
    return false; // an initial in Urdu
  }
  if (candidate.stop === '|' && !/[\p{Script=Devanagari}\s]/u.test(text.charAt(at - 1))) {
    return false;
  }
  const isSpeech = isClosed && isTagged(text, closed, at, rules.stops);
  if (next === end) {
    return !(isClosed && TAKES_UP.test(after)) && !(isSpeech && SPEAKER.test(after));
  }
  if (isClosed && following.kind === 'lower' && !isAllLower) {
    return false;
  }
  if (isClosed && TAKES_UP_SPACED.test(after)) {
    return false;
  }
  return !(isSpeech && following.kind === 'caseless');
}

/** "?", "!", and what a language adds. */
export function endsAtMark(place: Place): boolean {
  const { text, candidate, following, closed, rules } = place;
  const { at, stop, stopEnd, end, next } = candidate;
  if (next === end) {
    return (
      CJK.test(text.charAt(end)) &&
      (CJK.test(text.charAt(at - 1)) || rules.stops === '') &&
      endsAtWideStop(place)
    );
  }
  if (text.charAt(at - 1) === '(' && text.charAt(stopEnd) === ')') {
    return false; // a remark on a word: "his best (!) friend"
  }
  if (following.kind === 'lower' && !place.isAllLower) {
    return false; // "Why?" he asked
  }
  if (end > stopEnd && TAKES_UP_SPACED.test(text.slice(end, end + 24))) {
    return false;
  }
  if (rules.isMarkedName(`${lastWord(text, at)}${stop}`)) {
    return rules.isStarter(following.word);
  }
  return !(end > stopEnd && following.kind === 'caseless' && isTagged(text, closed, at, rules.stops));
}

/** "..." and "…": a sentence may pause, break off, or leave words out. */
export function endsAtEllipsis({ text, candidate, following, rules, isAllLower }: Place): boolean {
  const { at, stop, end, next, stopEnd } = candidate;
  if (next === end || (following.kind === 'lower' && !isAllLower)) {
    return false;
  }
  const dots = stop.replaceAll(/[^.…]/gu, '').replaceAll('…', '...').length;
  const isRemark = text.charAt(at - 1) === '[' || text.charAt(at - 1) === '(';
  if (isRemark && end > stopEnd) {
    return false; // "[...] The": words left out
  }
  if (dots > 3) {
    return following.kind !== 'mark';
  }
  if (following.kind !== 'upper' || rules.isLetterWord(following.word)) {
    return false;
  }
  const isSpaced = /\s/u.test(text.charAt(at - 1));
  return !isSpaced || rules.isStarter(following.word);
}

/** In scripts without capitals a speech that opens the sentence is taken to be followed by its speaker. */
function isTagged(text: string, closed: Place['closed'], at: number, stops: string): boolean {
  const speech = closed.find((pair) => pair.kind === 'quote');
  if (speech === undefined || stops.includes(text.charAt(at))) {
    return false;
  }
  const before = text.slice(Math.max(0, speech.open - 40), speech.open).trimEnd();
  return before === '' || /[.!?…。！？؟।۔]["”」»]?$/u.test(before);
}

function isBetween(text: string, at: number, next: number, kind: RegExp): boolean {
  return kind.test(text.charAt(at - 1)) && kind.test(text.charAt(next)) && next === at + 1;
}

function lastWord(text: string, at: number): string {
  return /[\p{L}\p{M}\p{N}'’]*$/u.exec(text.slice(Math.max(0, at - 30), at))?.[0] ?? '';
}
