import type { CodedText } from '../../../../shared/document/inline-code.ts';
import { languageOf } from '../../../../shared/document/locale.ts';
import type { CheckedPair } from '../../../../shared/quality/checked-pair.ts';
import { calendarWordsIn } from '../../../../shared/quality/months-in-text.ts';
import { plantName } from './plant-names.ts';
import { type Choices, type Planted, planted } from './planted.ts';

/** One kind of error: how it is put into a good translation, and the rules that should find it. */
export interface PlantedKind {
  readonly kind: string;
  readonly rules: readonly string[];
  /** The pair before and after; undefined where the text gives no occasion. */
  readonly plant: (pair: CheckedPair, choices: Choices) => Planted | undefined;
}

/** Every kind of error that the checks are to find. */
export const PLANTED_KINDS: readonly PlantedKind[] = [
  { kind: 'number: a digit changed', rules: ['number-missing'], plant: changeNumber },
  { kind: 'date: another month or day', rules: ['date-month', 'date-weekday'], plant: changeMonth },
  { kind: 'name: another name', rules: ['name-wrong'], plant: plantName },
  { kind: 'address: a letter changed', rules: ['address-missing'], plant: changeAddress },
  { kind: 'code: one lost', rules: ['code-missing'], plant: dropCode },
  { kind: 'end: mark lost', rules: ['end-punctuation'], plant: dropEnd },
  { kind: 'bracket: one lost', rules: ['bracket-unpaired'], plant: dropBracket },
  { kind: 'space: one doubled', rules: ['double-space'], plant: doubleSpace },
  { kind: 'length: first quarter alone', rules: ['length-short'], plant: cutOff },
  { kind: 'length: said three times', rules: ['length-long', 'length-repeated'], plant: repeat },
  { kind: 'script: another script', rules: ['script'], plant: otherScript },
  { kind: 'untranslated: the source', rules: ['untranslated', 'script'], plant: copySource },
  { kind: 'character: U+FFFD, control', rules: ['character-forbidden'], plant: breakCharacter },
  { kind: 'case: small first letter', rules: ['case-start'], plant: lowerStart },
];

/** The last digit of a number above twelve that stands in both texts, one higher. */
function changeNumber(pair: CheckedPair): Planted | undefined {
  const number = /(?<![\p{N}.,:/-])(?:1[3-9]|[2-9]\d|\d{3,})(?![\p{N}.,:/-])/u.exec(pair.source)?.[0];
  if (number === undefined || pair.target.split(number).length !== 2) {
    return undefined;
  }
  const changed = number.slice(0, -1) + String((Number(number.slice(-1)) + 1) % 10);
  return pair.source.includes(changed) ? undefined : planted(pair, pair.target.replace(number, changed));
}

/** The name of a month or weekday of the source becomes that of the one after, wherever it stands. */
function changeMonth(pair: CheckedPair): Planted | undefined {
  const language = languageOf(pair.locale);
  const wanted = new Set(calendarWordsIn(pair.source, languageOf(pair.sourceLocale)).map(({ key }) => key));
  const word = calendarWordsIn(pair.target, language).find(({ key }) => wanted.has(key));
  const next = word === undefined ? undefined : nameAfter(word.key, pair);
  if (word === undefined || next === undefined) {
    return undefined;
  }
  const text = pair.target.slice(word.start, word.end);
  const key = calendarWordsIn(next, language)[0]?.key;
  return key === undefined || wanted.has(key) ? undefined : planted(pair, pair.target.replaceAll(text, next));
}

function nameAfter(key: string, { locale }: CheckedPair): string {
  const number = Number(key.slice(1));
  const isMonth = key.startsWith('m');
  const at = isMonth ? Date.UTC(2024, number % 12, 5) : Date.UTC(2024, 0, number + 1);
  const fields = isMonth ? ({ month: 'long', day: 'numeric' } as const) : ({ weekday: 'long' } as const);
  const format = new Intl.DateTimeFormat(locale, { ...fields, timeZone: 'UTC', calendar: 'gregory' });
  return format.formatToParts(at).find(({ type }) => type === (isMonth ? 'month' : 'weekday'))?.value ?? '';
}

const ADDRESS = 'https://example.org/news/ferry-timetable';

/** Few texts of the corpora have addresses: both get one, then the target's changes. */
function changeAddress(pair: CheckedPair): Planted {
  const good = { ...pair, source: `${pair.source} ${ADDRESS}`, target: `${pair.target} ${ADDRESS}` };
  return { good, bad: { ...good, target: `${pair.target} ${ADDRESS.replace('ferry', 'fery')}` } };
}

function dropCode(pair: CheckedPair): Planted | undefined {
  const lost = pair.codes?.target.find(({ canDelete }) => !canDelete);
  if (lost === undefined || pair.codes === undefined) {
    return undefined;
  }
  const target: CodedText['codes'] = pair.codes.target.filter(({ id }) => id !== lost.id);
  return { good: pair, bad: { ...pair, codes: { ...pair.codes, target } } };
}

function dropEnd(pair: CheckedPair): Planted | undefined {
  return /\s.*[\p{L}\p{N}][.?!]$/u.test(pair.source) && !['th'].includes(pair.locale)
    ? planted(pair, pair.target.replace(/[.。।?？؟!！]$/u, ''))
    : undefined;
}

function dropBracket(pair: CheckedPair): Planted | undefined {
  return planted(pair, pair.target.replace(/[)）\]］》]/u, ''));
}

function doubleSpace(pair: CheckedPair): Planted | undefined {
  return pair.locale === 'th' ? undefined : planted(pair, pair.target.replace(/(?<=\S) (?=\S)/u, '  '));
}

/** Texts that are long enough for a length to be expected. */
const LONG = 60;

function cutOff(pair: CheckedPair): Planted | undefined {
  const { source, target } = pair;
  return source.length < LONG ? undefined : planted(pair, target.slice(0, Math.floor(target.length / 4)));
}

function repeat(pair: CheckedPair): Planted | undefined {
  return pair.source.length < LONG ? undefined : planted(pair, Array(3).fill(pair.target).join(' '));
}

/** A sentence in Russian where the locale has another script, in Greek where it is Russian. */
function otherScript(pair: CheckedPair): Planted | undefined {
  return planted(pair, pair.locale === 'ru' ? 'Το πλοίο γύρισε στο λιμάνι.' : 'Паром вернулся в порт вчера.');
}

function copySource(pair: CheckedPair): Planted | undefined {
  return /(?:\s\p{Ll}+){4}/u.test(pair.source) ? planted(pair, pair.source) : undefined;
}

function breakCharacter(pair: CheckedPair): Planted | undefined {
  const at = Math.floor(pair.target.length / 2);
  const broken = pair.target.length % 2 === 0 ? '\uFFFD' : '\u0007';
  return planted(pair, pair.target.slice(0, at) + broken + pair.target.slice(at));
}

function lowerStart(pair: CheckedPair): Planted | undefined {
  const isSentence = /^\p{Lu}.*\s/u.test(pair.source) && /^\p{Lu}\p{Ll}+ /u.test(pair.target);
  const name = /^[\p{L}]+/u.exec(pair.target)?.[0] ?? '';
  return isSentence && !pair.source.includes(name)
    ? planted(pair, pair.target.charAt(0).toLocaleLowerCase(pair.locale) + pair.target.slice(1))
    : undefined;
}
