import { type EntityType, isOwnType } from '../../../shared/document/entity-type.ts';
import type { Namesake } from './look-up-name.ts';

/** What the article says about a name whose entries are weighed. */
export interface NameContext {
  readonly text: string;
  /** The type by which it was found; undefined where the gazetteer itself found it. */
  readonly type: EntityType | undefined;
  /** Id of the entry that the gazetteer's matcher took. */
  readonly chosen: string | undefined;
  /** What the words around this mention say that it is. */
  readonly opinion: EntityType | undefined;
  /** What all mentions in the article, if several, are read as. */
  readonly always: EntityType | undefined;
  /** How far the article's other names speak for a country, by ISO code: 0 to 1, all together 1. */
  readonly countries: ReadonlyMap<string, number>;
  /** ISO code of the country of the state that stands behind it: "Paris, Texas". */
  readonly within: string | undefined;
}

/** "Congress" means the one of a country that this share of the other names belongs to. */
const LEAST_SHARE = 0.5;

/** The decision, with its reason in an editor's words where there is more to say than "it is listed". */
export type Choice =
  | {
      readonly kind: 'entry';
      readonly namesake: Namesake;
      readonly evidence: string | undefined;
      /** 0..1. */
      readonly confidence: number;
    }
  | { readonly kind: 'none'; readonly evidence: string };

/** How far ahead of the next one an entry must be to be meant. */
const LEAST_LEAD = 0.3;

/**
 * Weighs the entries of one name: what it is used as here, whether its country is named, whether it
 * is written as listed, and which is listed first. No entry is chosen where the text speaks against
 * all of them, or where two people of one name are as likely.
 */
export function chooseNamesake(namesakes: readonly Namesake[], context: NameContext): Choice {
  const fitting = namesakes.filter((each) => fits(each, context));
  const [best, second] = fitting
    .map((namesake, at) => ({ namesake, score: scoreOf(namesake, at, context) }))
    .toSorted((a, b) => b.score - a.score);
  if (best === undefined) {
    const isElsewhere =
      context.within !== undefined || namesakes.some((each) => isForeignParty(each, context));
    const other = isElsewhere ? 'one of another country' : `something else than a ${nounOf(context)}`;
    return { kind: 'none', evidence: `Listed under that name is ${other}` };
  }
  const { namesake, score } = best;
  if (second !== undefined && score - second.score < LEAST_LEAD) {
    return { kind: 'none', evidence: `Listed ${fitting.length} times under that name` };
  }
  const confidence = Math.min(0.95, 0.7 + score / 10) * (namesake.isAsWritten ? 1 : 0.9);
  return { kind: 'entry', namesake, evidence: evidenceOf(namesake, fitting.length, context), confidence };
}

/**
 * A name that the text shows must be of the entry's type; one that the gazetteer found stays unless
 * the text reads a single word as a person, here and elsewhere, or the article is about another country.
 */
function fits(namesake: Namesake, context: NameContext): boolean {
  const { entry, isShort, list } = namesake;
  const { text, type, opinion, always, within } = context;
  if (list !== undefined) {
    return true;
  }
  if (isForeignParty(namesake, context) || (within !== undefined && placeOf(namesake) !== within)) {
    return false;
  }
  if (isShort && entry.type === 'ORG') {
    return (context.countries.get(entry.country ?? '') ?? 0) >= LEAST_SHARE;
  }
  if (type !== undefined) {
    return isShort ? type === 'PER' && entry.type === 'PER' : isCompatible(entry.type, type);
  }
  const isReadAsPerson = opinion === 'PER' && always === 'PER';
  return entry.type === 'PER' || /\s/u.test(text) || !isReadAsPerson;
}

/** Places stand for governments, teams and buildings: the place is what the name says. */
function isCompatible(listed: EntityType, read: EntityType): boolean {
  if (isOwnType(read)) {
    return listed === read; // a pattern of the customer's says so
  }
  return (
    listed === read ||
    isOwnType(listed) ||
    (listed === 'LOC' && read === 'ORG') ||
    (listed === 'ORG' && read === 'LOC') ||
    listed === 'EVENT' ||
    listed === 'PRODUCT'
  );
}

function scoreOf(namesake: Namesake, at: number, context: NameContext): number {
  const { entry, list, isShort } = namesake;
  const prior = entry.type === 'PER' ? 0.2 / (at + 1) : 1 / (at + 1);
  return (
    prior +
    (list === undefined ? 0 : 4) +
    (entry.id === context.chosen ? 0.2 : 0) +
    (entry.type === (context.opinion ?? context.type) ? 1 : 0) +
    supportFor(namesake, context) +
    (namesake.isAsWritten ? 0.5 : 0) -
    (isShort ? 0.2 : 0)
  );
}

/** The country that an entry is, lies in, or belongs to. */
function placeOf({ entry }: Namesake): string | undefined {
  return entry.code ?? entry.country;
}

/** 0 where no other name of the article belongs to the entry's country, up to 1.4 where all do. */
function supportFor(namesake: Namesake, { countries }: NameContext): number {
  const share = countries.get(placeOf(namesake) ?? '') ?? 0;
  return share === 0 ? 0 : 0.6 + 0.8 * share;
}

/** "Labour Party" has its namesakes in many countries: where others are named and not its own, it is not meant. */
function isForeignParty(namesake: Namesake, { countries }: NameContext): boolean {
  const { subtype, country } = namesake.entry;
  return subtype === 'party' && country !== undefined && countries.size > 0 && !countries.has(country);
}

function evidenceOf(namesake: Namesake, count: number, context: NameContext): string | undefined {
  const reasons = [
    context.chosen === namesake.entry.id ? undefined : 'Name in the gazetteer, in another case',
    count > 1 ? `One of ${count} of that name` : undefined,
    count > 1 && supportFor(namesake, context) > 0 ? 'other names are of its country' : undefined,
  ].filter((reason) => reason !== undefined);
  return reasons.length === 0 ? undefined : reasons.join(', ');
}

const NOUNS: Readonly<Partial<Record<EntityType, string>>> = {
  PER: 'person',
  LOC: 'place',
  ORG: 'organization',
};

function nounOf({ type, opinion }: NameContext): string {
  return NOUNS[opinion ?? type ?? 'PRODUCT'] ?? 'name';
}
