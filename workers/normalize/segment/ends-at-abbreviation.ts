import type { Place } from './place.ts';
import { forms, isOrdinaryWord, openingOf, type StopToken } from './stop-token.ts';

/**
 * Whether the sentence ends at the full stop after an abbreviation, an initial or a number; undefined
 * where `token` is none of them. What follows starts with a capital, a digit, or has no case.
 */
export function endsAtAbbreviation(place: Place, token: StopToken): boolean | undefined {
  const { following, rules } = place;
  const { word } = token;
  if (/^\p{L}{3,}$/u.test(word) && isOrdinaryWord(word) && !rules.mayAbbreviate(word)) {
    return undefined;
  }
  const own = forms(token, following);
  const starts = rules.isStarter(following.word);
  const goesOn =
    following.kind === 'digit' || following.kind === 'mark' || /^\s*\p{Pd}/u.test(following.lead);
  const isUnit = rules.isOne('units', own);
  if (rules.isOne('usually', own)) {
    return !goesOn;
  }
  if (isUnit && isCounted(place, token)) {
    return isYear(token) && opensWithYear(token) ? starts : !goesOn;
  }
  if (rules.isOne('never', own) || rules.isPair(word, following.word)) {
    return false;
  }
  if (rules.isOne('beforeNumber', own) && (following.kind === 'digit' || isRoman(following.word))) {
    return false;
  }
  if (rules.isOne('clock', own)) {
    return !rules.isStarter(openingOf(token)) && (starts || !(goesOn || rules.followsClock(following.word)));
  }
  if (/^\p{N}+$/u.test(word) || isRoman(word)) {
    return endsAtNumber(place, word);
  }
  if (rules.isLetterWord(word)) {
    return /(?:^|\s)\p{Ll}+$/u.test(token.before) || starts; // "you and I." but "Albert I. Jones"
  }
  if (isOrdinaryWord(word) && !rules.isOne('sometimes', own) && !isUnit) {
    return undefined;
  }
  const isForeign = following.kind === 'caseless' && /\p{Script=Latin}$/u.test(word); // "Inc." in Urdu
  return starts && !isForeign && !isNextInitial(place);
}

/** "50 руб.", "50 тыс. руб." */
function isCounted({ rules }: Place, { before }: StopToken): boolean {
  const last = /(?<word>[\p{L}.]*)$/u.exec(before)?.groups?.['word'] ?? '';
  return /[\p{N}%]$/u.test(before) || isRoman(last) || rules.isOne('units', [last.replace(/\.$/u, '')]);
}

/** "В мае 2010 г. Иванов", "1991 ж. Қазақстан" */
function opensWithYear(token: StopToken): boolean {
  return openingOf(token) !== '' || (token.isWhole && /^\P{L}*$/u.test(token.before));
}

function isYear({ before }: StopToken): boolean {
  return /(?:^|\s)(?:[12]\d{3}|[IVX]+)$/u.test(before);
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
