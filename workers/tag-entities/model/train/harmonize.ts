import { nameTokens } from '../../name-tokens.ts';
import { TITLES } from '../../names/name-words.ts';
import { flagsOf, LEXICON, type Lexicon, phraseHash } from '../lexicon.ts';
import type { MarkedName, MarkedSentence } from './corpus.ts';

/**
 * Brings the habits of different corpora to one: names without leading article, title and owner
 * ("US President Ana Ruiz", "Mecca's Grand Mosque"), whole where a corpus marks a part of them
 * ("United [States]"), countries as places, "White House" as who
 * sits there, and peoples as no names of their own.
 */
export function harmonize(sentence: MarkedSentence, lexicon: Lexicon): MarkedSentence {
  const names = sentence.names.flatMap((name) => {
    const own = withoutTitle(
      sentence.text,
      withoutOwner(sentence.text, withoutArticle(sentence.text, whole(sentence.text, name))),
    );
    const typed = own && retyped(sentence.text, own, lexicon);
    return typed === undefined ? [] : [typed];
  });
  return { ...sentence, names: withoutOverlaps(names) };
}

function whole(text: string, name: MarkedName): MarkedName {
  const opener = /\bUnited\s$/u.exec(text.slice(Math.max(0, name.start - 8), name.start));
  const isPart =
    opener !== null && /^(?:States|Nations|Kingdom|Arab Emirates)\b/u.test(text.slice(name.start, name.end));
  return isPart ? { ...name, start: name.start - opener[0].length } : name;
}

function withoutArticle(text: string, name: MarkedName): MarkedName {
  const article = /^(?:the|a|an)\s+/u.exec(text.slice(name.start, name.end));
  return article === null ? name : { ...name, start: name.start + article[0].length };
}

function withoutOwner(text: string, name: MarkedName): MarkedName {
  const slice = text.slice(name.start, name.end);
  const owner = /^.*\s?['’]s\s+(?=\p{Lu})/su.exec(slice)?.[0];
  const isName =
    name.type === 'ORG' || owner === undefined || /^(?:\S+\s?['’]s\s+){1}\p{Lu}\S*$/u.test(slice);
  return isName || owner === undefined ? name : { ...name, start: name.start + owner.length };
}

function withoutTitle(text: string, name: MarkedName): MarkedName | undefined {
  if (name.type !== 'PER') {
    return name;
  }
  const tokens = nameTokens(text.slice(name.start, name.end), 'en');
  let from = 0;
  for (const [at, { key }] of tokens.entries()) {
    const next = tokens[at + 1];
    if (TITLES.has(key) && next !== undefined) {
      if (next.key === 'of' || next.key === 'for') {
        return undefined; // an office, not who holds it
      }
      from = next.text === '.' ? at + 2 : at + 1;
    }
  }
  const first = tokens[from];
  return first === undefined ? name : { ...name, start: name.start + first.start };
}

function retyped(text: string, name: MarkedName, lexicon: Lexicon): MarkedName | undefined {
  const words = nameTokens(text.slice(name.start, name.end), 'en').map((token) => token.text);
  const flags = flagsOf(lexicon, phraseHash(words));
  if ((flags & LEXICON.demonym) !== 0 && (flags & LEXICON.place) === 0) {
    return undefined;
  }
  if ((flags & LEXICON.country) !== 0 && name.type !== 'PER') {
    return { ...name, type: 'LOC' };
  }
  const isHouse = (flags & LEXICON.organization) !== 0 && (flags & (LEXICON.place | LEXICON.town)) === 0;
  return isHouse && name.type === 'LOC' && words.length > 1 ? { ...name, type: 'ORG' } : name;
}

function withoutOverlaps(names: readonly MarkedName[]): readonly MarkedName[] {
  const kept: MarkedName[] = [];
  for (const name of names.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    if (name.start >= (kept.at(-1)?.end ?? 0) && name.end > name.start) {
      kept.push(name);
    }
  }
  return kept;
}
