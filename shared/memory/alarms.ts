import { z } from 'zod';
import { tokenize } from '../text/tokenize.ts';
import type { Alarm } from './match.ts';

/** Words of a language that turn a meaning round: `config/alarms/<language>.json`, all in lower case. */
export const AlarmWords = z.strictObject({
  /** Words and phrases; "n't" and "n'" as they are written onto others. */
  negation: z.array(z.string().min(1)),
  quantity: z.array(z.string().min(1)),
  direction: z.strictObject({ up: z.array(z.string().min(1)), down: z.array(z.string().min(1)) }),
});
export type AlarmWords = Readonly<z.infer<typeof AlarmWords>>;

/**
 * Tells which words that turn a meaning round stand in one of two texts alone: "will accept" beside
 * "will not accept" scores high and says the opposite. Words count as often as they stand there.
 *
 * Directions alarm where one text has a word of the one kind that the other lacks. A sign counts
 * before a number: "-5 %" beside "5 %".
 */
export function findAlarms(wanted: string, stored: string, words: AlarmWords): readonly Alarm[] {
  const a = wordsOf(wanted);
  const b = wordsOf(stored);
  const { up, down } = words.direction;
  const found: Alarm[] = [
    { kind: 'negation', ...differing(a, b, words.negation) },
    { kind: 'quantity', ...differing(a, b, words.quantity) },
    { kind: 'direction', ...differing(a, b, [...up, ...down]) },
    { kind: 'sign', ...difference(signsOf(wanted), signsOf(stored)) },
  ];
  return found.filter((alarm) => alarm.wanted.length + alarm.stored.length > 0);
}

/** Lower case with spaces around each word, so that a phrase is a slice. */
function wordsOf(text: string): string {
  const parts = tokenize(
    text
      .normalize('NFC')
      .toLowerCase()
      .replaceAll(/[\u2019\u02BC]/gu, "'"),
  );
  const split = parts.map(({ text: part }) =>
    part.replace(/n't$/u, " n't").replace(/^(?:n|d|l)'(?=\p{L})/u, '$& '),
  );
  return ` ${split.join(' ')} `;
}

function differing(a: string, b: string, phrases: readonly string[]): Pick<Alarm, 'wanted' | 'stored'> {
  const longestFirst = phrases.toSorted((one, other) => other.length - one.length);
  return difference(takePhrases(a, longestFirst), takePhrases(b, longestFirst));
}

/** Each phrase as often as it stands in the text; what belongs to one belongs to no shorter one. */
function takePhrases(text: string, phrases: readonly string[]): readonly string[] {
  const found: string[] = [];
  let open = text;
  for (const phrase of phrases) {
    const sought = phrase.includes("'") ? ` ${phrase} ` : wordsOf(phrase);
    for (let at = open.indexOf(sought); at !== -1; at = open.indexOf(sought)) {
      found.push(phrase);
      open = `${open.slice(0, at)} \u0000 ${open.slice(at + sought.length)}`;
    }
  }
  return found;
}

function signsOf(text: string): readonly string[] {
  return Array.from(text.matchAll(/(?<![\p{L}\p{N}])[-−–+±](?=\p{N})/gu), ([sign]) =>
    sign.replace(/[−–]/u, '-'),
  );
}

/** What each list has more of than the other. */
function difference(a: readonly string[], b: readonly string[]): Pick<Alarm, 'wanted' | 'stored'> {
  return { wanted: without(a, b), stored: without(b, a) };
}

function without(from: readonly string[], taken: readonly string[]): readonly string[] {
  const left = [...taken];
  return from.filter((item) => {
    const at = left.indexOf(item);
    if (at !== -1) {
      left.splice(at, 1);
    }
    return at === -1;
  });
}
