import { fold } from '../../../shared/text/fold.ts';
import { type Candidate, RANK, type Recognizer } from '../candidate.ts';
import type { NameType } from '../model/labels.ts';
import type { Tagger } from '../model/tagger.ts';
import { TITLES } from './name-words.ts';

/** Below this a name is left to others: the gazetteer, or what the rest of the article says of it. */
const LEAST_CONFIDENCE = 0.55;
/** From here on a name of several words outweighs a shorter one of the gazetteer inside it. */
const SURE = 0.7;
/** The gazetteer, a cue beside the name and the article's own full name say more of the same span. */
const MOST_CONFIDENCE = 0.84;

const READ_AS: Readonly<Record<Exclude<NameType, 'MISC'>, string>> = {
  PER: 'The model reads it as a person',
  LOC: 'The model reads it as a place',
  ORG: 'The model reads it as an organization',
};

/** Small words behind the last capital are no part of a name that has capitals: "Kim rode". */
const SMALL_TAIL = /(?:\s+\p{Ll}[\p{L}'’-]*)+$/u;
/** What belongs to the person behind it: "von der Leyen". Other languages have such words everywhere. */
const PARTICLES_BEFORE =
  /(?<![\p{L}\p{M}'’-])(?:(?:von|van|der|den|de|del|della|di|da|dos|du|bin|ibn|al|el|ter)\s){1,3}$/iu;
const ONLY_PARTICLES = /^(?:(?:von|van|der|den|de|del|della|di|da|dos|du|bin|ibn|al|el|ter)\s?)+$/iu;
/** Several words, or as many letters of a script that puts no spaces between them. */
const SEVERAL_WORDS = /\s|^[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}]{4}/u;
/** No name is longer, in code units. */
const LONGEST_NAME = 150;

/** Words that with a title are one: they begin no name. */
const PARTS_OF_TITLES: ReadonlySet<string> = new Set(['prime', 'vice', 'foreign', 'interior', 'deputy']);

/** Finds the names that a trained model reads. What it takes for other things is left out. */
export function recognizeTaggedNames(tag: Tagger): Recognizer {
  return (view) =>
    tag(view.segments).flatMap(({ type, segment, start, end, confidence }): readonly Candidate[] => {
      if (type === 'MISC' || confidence < LEAST_CONFIDENCE || end - start > LONGEST_NAME) {
        return [];
      }
      const read = view.segments[segment]?.text.slice(start, end) ?? '';
      const whole = /\p{Lu}/u.test(read) ? read.replace(SMALL_TAIL, '') : read;
      const text = type === 'PER' ? withoutTitles(whole) : whole;
      if (text === '' || ONLY_PARTICLES.test(text)) {
        return [];
      }
      const to = start + whole.length;
      const before = view.segments[segment]?.text.slice(Math.max(0, start - 20), start) ?? '';
      const opensWhole = type === 'PER' && text === whole && view.language === 'en';
      const particles = opensWhole ? (PARTICLES_BEFORE.exec(before)?.[0].length ?? 0) : 0;
      const from = to - text.length - particles;
      const isWhole = confidence >= SURE && SEVERAL_WORDS.test(text);
      return [
        {
          segment,
          start: from,
          end: to,
          type,
          rank: isWhole ? RANK.known : RANK.tagged,
          confidence: Math.min(MOST_CONFIDENCE, confidence),
          evidence: READ_AS[type],
          reading: { kind: 'name' },
        },
      ];
    });
}

/** "Ambassador Lee" is named Lee; "Prime Minister" names nobody. */
function withoutTitles(name: string): string {
  let rest = name;
  for (;;) {
    const first = /^[\p{L}-]+(?:\.|(?=\s|$))\s*/u.exec(rest)?.[0];
    if (first === undefined || !isTitle(fold(first).replaceAll(/[\s.]/gu, ''))) {
      return rest;
    }
    rest = rest.slice(first.length);
  }
}

function isTitle(key: string): boolean {
  return TITLES.has(key) || PARTS_OF_TITLES.has(key);
}
