import type { Place } from './sentence-breaks.ts';
import { forms, isOrdinaryWord, readToken, type StopToken } from './stop-token.ts';

const CJK = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;

/** Korean sentences end with few syllables; after them a space is often forgotten. */
const KOREAN_END = /[다요죠까]/u;

/** Whether a full stop ends the sentence, or belongs to an abbreviation, an initial or a number. */
export function endsAtFullStop(place: Place): boolean {
  const { text, candidate, following, rules, isAllLower } = place;
  const { at, end, next } = candidate;
  if (following.kind === 'nothing') {
    return false;
  }
  if (next === end) {
    return isMissingSpace(place);
  }
  const token = readToken(text, at, place.sentenceStart);
  const { word } = token;
  if (word === '') {
    return following.kind !== 'lower' || isAllLower; // a bracket, a quote, a code or a mark stands there
  }
  if (following.kind === 'lower' && !isAllLower) {
    return false;
  }
  if (rules.fullStop === 'abbreviates' && !/[a-z]{2}$|\p{Script=Thai}{6}$/u.test(word)) {
    return false;
  }
  if (token.startsSentence && isLabel(word)) {
    return false; // "1. Buy milk"
  }
  const own = forms(token);
  const goesOn = following.kind === 'digit' || following.kind === 'mark';
  if (rules.isOne('usually', own)) {
    return !goesOn;
  }
  if (rules.isOne('never', own) || rules.isPair(word, following.word)) {
    return false;
  }
  if (rules.isOne('beforeNumber', own) && (following.kind === 'digit' || isRoman(following.word))) {
    return false;
  }
  const starts = rules.isStarter(following.word);
  if (rules.isOne('clock', own)) {
    return !rules.isStarter(token.opening) && (starts || !(goesOn || rules.followsClock(following.word)));
  }
  if (
    rules.isOne('units', own) &&
    (/[\p{N}%]$/u.test(token.before) || rules.isOne('units', [lastWord(token.before)]))
  ) {
    return isYear(token) && rules.isStarter(token.opening) ? starts : !goesOn;
  }
  if (/^\p{N}+$/u.test(word) || isRoman(word)) {
    return endsAtNumber(place, word);
  }
  if (rules.isLetterWord(word)) {
    return /(?:^|\s)\p{Ll}+$/u.test(token.before) || starts; // "you and I." but "Albert I. Jones"
  }
  if (isOrdinaryWord(word) && !rules.isOne('sometimes', own) && !rules.isOne('units', own)) {
    return true;
  }
  const isForeign = following.kind === 'caseless' && /\p{Script=Latin}$/u.test(word); // "Inc." in Urdu
  return starts && !isForeign && !isNextInitial(place);
}

/** Where numbers with a full stop are ordinals, only a typical first word tells the end. */
function endsAtNumber({ following, rules }: Place, word: string): boolean {
  if (!rules.ordinals) {
    return true;
  }
  if (following.kind === 'digit') {
    return false; // "5. 3. 2014"
  }
  return /^\p{N}{4,}$/u.test(word) || rules.isStarter(following.word);
}

function isYear({ before }: StopToken): boolean {
  return /(?:^|\s)(?:[12]\d{3}|[IVX]+)$/u.test(before);
}

function lastWord(phrase: string): string {
  return /[\p{L}.]*$/u.exec(phrase)?.[0].replace(/\.$/u, '') ?? '';
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
  return /^(?:\p{N}{1,3}|\p{N}{1,3}(?:\.\p{N}{1,3}){1,3}|\p{L}|[ivx]{2,5}|[IVX]{2,5})$/u.test(word);
}

function isRoman(word: string): boolean {
  return /^[IVXLC]{2,7}$/u.test(word);
}

/** "J. K. Rowling": an initial is followed by initials. */
function isNextInitial({ text, candidate, rules, following }: Place): boolean {
  return (
    /^\p{Lu}\.(?:\s*\p{Lu}|$)/u.test(text.slice(candidate.next, candidate.next + 6)) &&
    !rules.isLetterWord(following.word)
  );
}
