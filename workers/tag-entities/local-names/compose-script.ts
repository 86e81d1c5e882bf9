import type { NamingTable } from './naming-table.ts';
import type { Sound } from './read-sounds.ts';

/** Joins the sounds of a word to letters as the script does. */
export function composeScript(sounds: readonly Sound[], script: NamingTable['script']): string {
  switch (script) {
    case 'alphabet':
      return sounds.join('');
    case 'devanagari':
      return composeDevanagari(sounds);
    case 'thai':
      return composeThai(sounds);
    case 'hangul':
      return composeHangul(sounds);
    default:
      return script satisfies never;
  }
}

const VIRAMA = '\u094D';
const ANUSVARA = '\u0902';

/** A vowel is written `independent/sign`; consonants in a row are joined, a nasal before one is a dot. */
function composeDevanagari(sounds: readonly Sound[]): string {
  let text = '';
  let isOpen = false;
  for (const sound of sounds.filter((each) => each !== '')) {
    const [independent = '', sign] = sound.split('/');
    if (sign !== undefined) {
      text += isOpen ? sign : independent;
      isOpen = false;
      continue;
    }
    const isNasal = isOpen && /(?<=[^\u094D])[नम]$/u.test(text);
    text = isNasal ? `${text.slice(0, -1)}${ANUSVARA}${sound}` : text + (isOpen ? VIRAMA : '') + sound;
    isOpen = true;
  }
  return text;
}

/** A vowel is written around its consonant, `-`: `open|closed` where both differ. */
function composeThai(sounds: readonly Sound[]): string {
  const parts = sounds.filter((each) => each !== '');
  let text = '';
  let consonants: string[] = [];
  for (const [at, sound] of parts.entries()) {
    if (!sound.includes('-')) {
      consonants.push(sound);
      continue;
    }
    const isCluster = text === '' || isLiquid(consonants.at(-1));
    const onset = consonants.splice(isCluster && consonants.length > 1 ? -2 : -1).join('');
    const [open = '', closed = open] = sound.split('|');
    const [next, second, third] = parts.slice(at + 1, at + 4);
    const isClosed = isConsonant(next) && !isVowel(second) && !(isLiquid(second) && isVowel(third));
    text += consonants.join('') + (isClosed ? closed : open).replace('-', onset === '' ? 'อ' : onset);
    consonants = [];
  }
  return text + consonants.join('');
}

/** Stands behind another consonant in one syllable. */
function isLiquid(sound: string | undefined): boolean {
  return sound !== undefined && /^[รลว]$/u.test(sound);
}

function isVowel(sound: string | undefined): boolean {
  return sound?.includes('-') === true;
}

function isConsonant(sound: string | undefined): boolean {
  return sound !== undefined && !isVowel(sound);
}

const INITIALS = 'ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ';
const VOWELS = 'ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ';
const FINALS = ' ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ';
/** Consonants that close a syllable of a foreign name. */
const CLOSING = 'ㄱㄴㄹㅁㅂㅇ';

/** Letters become syllables: a consonant that opens none and closes none gets the vowel ㅡ. */
function composeHangul(sounds: readonly Sound[]): string {
  const letters = Array.from(sounds.join(''));
  let text = '';
  let at = 0;
  while (at < letters.length) {
    const letter = letters[at] ?? '';
    const isOnset = !VOWELS.includes(letter);
    const following = letters[at + 1] ?? '';
    const vowel = isOnset ? (VOWELS.includes(following) && following !== '' ? following : 'ㅡ') : letter;
    at += isOnset && vowel === following ? 2 : 1;
    const next = letters[at] ?? '';
    const afterNext = letters[at + 1] ?? '';
    const closes = next !== '' && CLOSING.includes(next) && (afterNext === '' || !VOWELS.includes(afterNext));
    const isFiller = isOnset && vowel !== following;
    const isDoubled = next === 'ㄹ' && afterNext === 'ㄹ';
    const final = closes && (!isFiller || isDoubled) ? next : '';
    at += final === '' ? 0 : 1;
    text += syllable(isOnset ? letter : 'ㅇ', vowel, final);
  }
  return text;
}

function syllable(initial: string, vowel: string, final: string): string {
  const code = (INITIALS.indexOf(initial) * 21 + VOWELS.indexOf(vowel)) * 28;
  return String.fromCharCode(0xac_00 + code + (final === '' ? 0 : FINALS.indexOf(final)));
}
