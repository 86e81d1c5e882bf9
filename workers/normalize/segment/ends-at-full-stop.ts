import { endsAtAbbreviation } from './ends-at-abbreviation.ts';
import type { Place } from './place.ts';
import { readToken } from './stop-token.ts';

const CJK = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;

/** Korean sentences end with few syllables; after them a space is often forgotten. */
const KOREAN_END = /[다요죠까]/u;

/** Where a full stop is kept for abbreviations, only these words make it an end: English, long Thai ones. */
const ENDS_ANYWAY = /[a-z]{2}$|\p{Script=Thai}{6}$/u;

/** Whether a full stop ends the sentence, or belongs to an abbreviation, an initial or a number. */
export function endsAtFullStop(place: Place): boolean {
  const { text, candidate, following, rules, isAllLower } = place;
  if (candidate.next === candidate.end) {
    return isMissingSpace(place);
  }
  if (following.kind === 'nothing') {
    return false;
  }
  const token = readToken(text, candidate.at, place.sentenceStart);
  if (following.kind === 'lower' && !isAllLower) {
    return isLongWord(place, token.word);
  }
  if (token.word === '') {
    return true; // a bracket, a quote, a code or a mark stands there
  }
  if (rules.fullStop === 'abbreviates' && !ENDS_ANYWAY.test(token.word)) {
    return false;
  }
  if (token.startsSentence && isLabel(token.word)) {
    return false; // "1. Buy milk"
  }
  return endsAtAbbreviation(place, token) ?? true;
}

/** No abbreviation is so long: what follows only lost its capital, or never had one, as "npm". */
function isLongWord({ candidate, rules }: Place, word: string): boolean {
  return /^\p{Ll}{7,}$/u.test(word) && candidate.end === candidate.stopEnd && !rules.mayAbbreviate(word);
}

/** "today.The next": known words on both sides. */
function isMissingSpace({ text, candidate, following, rules }: Place): boolean {
  const { at, end } = candidate;
  const last = text.charAt(at - 1);
  const first = text.charAt(end);
  if (CJK.test(last)) {
    return CJK.test(first);
  }
  if (KOREAN_END.test(last)) {
    return /\p{Script=Hangul}/u.test(first) && end === at + 1;
  }
  if (following.lead !== '' || !/^\p{Lu}/u.test(following.word) || !rules.isStarter(following.word)) {
    return false;
  }
  const before = text.slice(Math.max(0, at - 30), at);
  const after = text.slice(end + following.word.length, end + following.word.length + 1);
  return /^[\s'’]$/u.test(after) && /(?:^|[\s"“(])(?:\p{Lu}?\p{Ll}{3,}|\d[\d,]*)$/u.test(before);
}

function isLabel(word: string): boolean {
  return /^(?:\p{N}{1,3}(?:\.\p{N}{1,3}){0,3}|\p{L}|[ivx]{2,5}|[IVX]{2,5})$/u.test(word);
}
