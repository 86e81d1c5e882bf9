import type { FullName } from './name-forms.ts';

/** Given names and their everyday forms, folded; the first of a line is the full one. */
const NICKNAMES: readonly (readonly string[])[] = [
  ['william', 'bill', 'billy', 'will'],
  ['robert', 'bob', 'bobby', 'rob'],
  ['richard', 'rick', 'dick', 'rich'],
  ['james', 'jim', 'jimmy', 'jamie'],
  ['john', 'jack', 'johnny'],
  ['joseph', 'joe', 'joey'],
  ['michael', 'mike', 'mick'],
  ['thomas', 'tom', 'tommy'],
  ['edward', 'ed', 'ted', 'eddie'],
  ['charles', 'charlie', 'chuck'],
  ['donald', 'don'],
  ['daniel', 'dan', 'danny'],
  ['david', 'dave'],
  ['anthony', 'tony'],
  ['andrew', 'andy'],
  ['benjamin', 'ben', 'bibi'],
  ['samuel', 'sam'],
  ['stephen', 'steven', 'steve'],
  ['timothy', 'tim'],
  ['christopher', 'chris'],
  ['matthew', 'matt'],
  ['nicholas', 'nick'],
  ['alexander', 'alex', 'aleksandr'],
  ['gregory', 'greg'],
  ['jeffrey', 'jeff'],
  ['kenneth', 'ken'],
  ['lawrence', 'larry'],
  ['peter', 'pete'],
  ['ronald', 'ron'],
  ['patrick', 'pat'],
  ['elizabeth', 'liz', 'beth', 'betty'],
  ['katherine', 'catherine', 'kate', 'kathy', 'cathy'],
  ['margaret', 'maggie', 'peggy'],
  ['susan', 'sue'],
  ['deborah', 'debbie'],
  ['patricia', 'pat', 'patty'],
  ['jennifer', 'jen', 'jenny'],
  ['francisco', 'paco', 'pancho'],
  ['jose', 'pepe'],
  ['volodymyr', 'vladimir'],
  ['mohammed', 'muhammad', 'mohammad', 'mohamed', 'mohamad'],
  ['sergei', 'sergey'],
  ['dmitri', 'dmitry', 'dmitriy'],
  ['yuri', 'yury'],
];

const FULL_FORMS: ReadonlyMap<string, ReadonlySet<number>> = groupsByName();

function groupsByName(): ReadonlyMap<string, ReadonlySet<number>> {
  const groups = new Map<string, Set<number>>();
  for (const [at, names] of NICKNAMES.entries()) {
    for (const name of names) {
      groups.set(name, (groups.get(name) ?? new Set()).add(at));
    }
  }
  return groups;
}

/**
 * Tells whether two full names may be one person's, by the names alone: equal but for initials,
 * nicknames or order, or one is the other without second names. "Ana Ruiz" and "Pablo Ruiz" are two.
 */
export function isSamePerson(a: FullName, b: FullName): boolean {
  const [short, long] = a.units.length <= b.units.length ? [a, b] : [b, a];
  const shorter = short.units.map((unit) => unit.join(''));
  const longer = long.units.map((unit) => unit.join(''));
  if (shorter.length === 1) {
    return isInitialOf(short, long, shorter, longer);
  }
  if (shorter.length === longer.length) {
    const [family, otherFamily] = [shorter.at(-1), longer.at(-1)];
    const sorted = shorter.toSorted().join(' ') === longer.toSorted().join(' ');
    const inner = shorter.slice(1, -1).join(' ') === longer.slice(1, -1).join(' ');
    return sorted || (family === otherFamily && inner && isOneGivenName(shorter[0] ?? '', longer[0] ?? ''));
  }
  const ends = shorter.at(-1) === longer.at(-1) && isOneGivenName(shorter[0] ?? '', longer[0] ?? '');
  return (ends && isWithin(shorter.slice(1), longer.slice(1))) || isEdge(shorter, longer);
}

/** "J. Biden" and "Joe Biden". */
function isInitialOf(
  short: FullName,
  long: FullName,
  shorter: readonly string[],
  longer: readonly string[],
): boolean {
  const [initial] = short.initials;
  if (initial === undefined || shorter.at(-1) !== longer.at(-1)) {
    return false;
  }
  return longer.length === 1 ? long.initials[0] === initial : longer[0]?.startsWith(initial) === true;
}

function isOneGivenName(a: string, b: string): boolean {
  if (a === b) {
    return true;
  }
  const groups = FULL_FORMS.get(a);
  return groups !== undefined && [...(FULL_FORMS.get(b) ?? [])].some((group) => groups.has(group));
}

function isWithin(shorter: readonly string[], longer: readonly string[]): boolean {
  let at = 0;
  for (const word of shorter) {
    at = longer.indexOf(word, at) + 1;
    if (at === 0) {
      return false;
    }
  }
  return true;
}

/** "Claudia Sheinbaum" and "López Obrador" open or close longer names. */
function isEdge(shorter: readonly string[], longer: readonly string[]): boolean {
  const joined = shorter.join(' ');
  return (
    longer.slice(0, shorter.length).join(' ') === joined || longer.slice(-shorter.length).join(' ') === joined
  );
}
