import { fold } from '../../../shared/text/fold.ts';
import { remembered } from '../../../shared/text/remembered.ts';
import { composeScript } from './compose-script.ts';
import type { NamingTable } from './naming-table.ts';
import { orderedWords } from './person-order.ts';
import { readSounds } from './read-sounds.ts';

/** More words are no one's name. */
const MOST_WORDS = 6;
const LATIN_NAME = /^[\p{Script=Latin}\p{M}][\p{Script=Latin}\p{M}\s.'’‐‑-]*$/u;

/**
 * Spells a Latin name in the table's script: known words as they are usually written, others by the
 * rules. Undefined where it is no Latin name, or a word is not known and there are no rules for it;
 * nothing of a name is ever left out. The result is a guess that nobody has checked.
 */
export function transliterate(name: string, table: NamingTable): string | undefined {
  const text = name.normalize('NFC').trim();
  const words = text.split(/\s+/u);
  if (!LATIN_NAME.test(text) || !/\p{Lu}/u.test(text) || words.length > MOST_WORDS) {
    return undefined;
  }
  const ordered = orderedWords(words, table.familyFirst ?? []);
  if (Object.keys(table.rules).length === 0 && Object.keys(table.tokens).length === 0) {
    return ordered === words ? undefined : ordered.join(' '); // the same letters: the order alone differs
  }
  const spell = spellerOf(table);
  const spelled = ordered.map((word) => spell(word));
  return spelled.includes(undefined) ? undefined : spelled.join(table.between);
}

type Speller = (word: string) => string | undefined;

const spellers = new WeakMap<NamingTable, Speller>();

/** A memo of a pure function: the words of names come again and again. */
function spellerOf(table: NamingTable): Speller {
  const speller = spellers.get(table) ?? remembered((word) => spellWord(word, table));
  spellers.set(table, speller);
  return speller;
}

function spellWord(word: string, table: NamingTable): string | undefined {
  if (/^\p{Lu}\.?$/u.test(word)) {
    return table.between === ' ' ? word : word.charAt(0); // an initial says no sound
  }
  const whole = table.tokens[fold(word)];
  if (whole !== undefined) {
    return inCaseOf(word, whole);
  }
  const parts = word.split(/[-‐‑]/u).map((part) => spellPart(part.replace(/\.$/u, ''), table));
  return parts.includes(undefined) ? undefined : parts.join(table.hyphen);
}

function spellPart(part: string, { tokens, rules, script }: NamingTable): string | undefined {
  const known = tokens[fold(part)];
  if (known !== undefined) {
    return inCaseOf(part, known);
  }
  const sounds = part === '' ? undefined : readSounds(part, rules);
  const spelled = sounds && composeScript(sounds, script);
  return spelled === undefined || spelled === '' ? undefined : inCaseOf(part, spelled);
}

/** Scripts without case stay as they are. */
function inCaseOf(source: string, spelled: string): string {
  return /^\p{Lu}/u.test(source) ? spelled.charAt(0).toUpperCase() + spelled.slice(1) : spelled;
}
