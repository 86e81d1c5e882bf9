import type { SpannedMention } from './gold-text.ts';

/** How many mentions were marked, were found, and were found right. */
export interface Tally {
  readonly marked: number;
  readonly found: number;
  readonly right: number;
}

/** How a mention counts as right: its place and type; its identity or value too. */
export interface MentionScore {
  readonly spans: Tally;
  readonly meanings: Tally;
}

/** Of a hundred. */
export function f1Of({ marked, found, right }: Tally): number {
  return marked + found === 0 ? 0 : (200 * right) / (marked + found);
}

/** Counts mentions of one text, or of those of one `type` in it. */
export function scoreMentions(
  marked: readonly SpannedMention[],
  found: readonly SpannedMention[],
  type?: string,
): MentionScore {
  const ours = found.filter((each) => type === undefined || each.type === type);
  const theirs = marked.filter((each) => type === undefined || each.type === type);
  const byPlace = new Map(ours.map((each) => [placeOf(each), each]));
  const pairs = theirs.flatMap((gold) => {
    const own = byPlace.get(placeOf(gold));
    return own === undefined ? [] : [{ gold, own }];
  });
  const counts = { marked: theirs.length, found: ours.length };
  return {
    spans: { ...counts, right: pairs.length },
    meanings: { ...counts, right: pairs.filter(({ gold, own }) => meansTheSame(gold, own)).length },
  };
}

/** Adds the counts of texts up. */
export function sumScores(scores: readonly MentionScore[]): MentionScore {
  const sum = (which: 'spans' | 'meanings'): Tally => ({
    marked: total(scores.map((score) => score[which].marked)),
    found: total(scores.map((score) => score[which].found)),
    right: total(scores.map((score) => score[which].right)),
  });
  return { spans: sum('spans'), meanings: sum('meanings') };
}

/**
 * Compares identities and values. What the gold leaves out is not asked for. Ids that are local to a
 * gazetteer (`x:org:ansa`) say no more than that the thing is listed: a QID, or a local id of that name.
 */
export function meansTheSame(gold: SpannedMention, own: SpannedMention): boolean {
  return isSameRef(gold.ref, own.ref) && isSameValue(gold.value, own.value);
}

function isSameRef(gold: string | undefined, own: string | undefined): boolean {
  if (gold === undefined || gold === own) {
    return true;
  }
  const name = /^(?:x|local):[a-z]+:(?<name>.+)$/u.exec(gold)?.groups?.['name'];
  return name !== undefined && own !== undefined && (/^Q\d+$/u.test(own) || own.endsWith(`:${name}`));
}

function isSameValue(gold: string | undefined, own: string | undefined): boolean {
  return gold === undefined || gold === own || (own !== undefined && singular(gold) === singular(own));
}

/** "1500000 barrels" and "1500000 barrel" are one value. */
function singular(value: string): string {
  return value.replace(/s$/u, '');
}

function placeOf({ start, end, type }: SpannedMention): string {
  return `${start} ${end} ${type}`;
}

function total(numbers: readonly number[]): number {
  return numbers.reduce((sum, each) => sum + each, 0);
}
