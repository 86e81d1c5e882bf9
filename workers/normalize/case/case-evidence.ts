import type { CaseToken } from './case-tokens.ts';

/** How an article writes a word. Titles and headings are not counted: they capitalize by style. */
export interface WordCases {
  /** With a capital inside a sentence. */
  capitalInside: number;
  /** Of these, between words without a capital: no part of a longer name. */
  capitalAlone: number;
  /** Of these, directly after a determiner: "the Workspace". */
  afterDeterminer: number;
  capitalInitial: number;
  lower: number;
  /** The last form with more capitals than the first letter, inside a sentence: "NATO", "McDonald". */
  innerForm?: string;
}

/** What an article's own text says about the case of its words. */
export interface CaseEvidence {
  readonly casesOf: (lowerWord: string) => Readonly<WordCases>;
  /** Times that two words stand next to each other with capitals ("President Trump"), by their lower-case form. */
  readonly capitalPair: (first: string, second: string) => number;
  /** Times that a capitalized word is followed by any other. */
  readonly capitalBeforeName: (first: string) => number;
  /** Whether a word ends the name of a person: it stands with a capital after a given name with a capital. */
  readonly isSurname: (lowerWord: string) => boolean;
}

const NONE: WordCases = {
  capitalInside: 0,
  capitalAlone: 0,
  afterDeterminer: 0,
  capitalInitial: 0,
  lower: 0,
};

interface EvidenceBlock {
  readonly block: { readonly kind: string };
  readonly tokens: readonly CaseToken[];
}

/** What the language knows of words that stand before others. */
interface Neighbourhood {
  readonly isDeterminer: (lowerWord: string) => boolean;
  readonly givenNames: ReadonlyMap<string, string>;
}

/** Blocks never change, and rules are run over the same ones again. */
const known = new WeakMap<readonly EvidenceBlock[], CaseEvidence>();

/** Counts how the words of an article are written. The same blocks are always of the same language. */
export function gatherEvidence(blocks: readonly EvidenceBlock[], language: Neighbourhood): CaseEvidence {
  const evidence = known.get(blocks) ?? countWords(blocks, language);
  known.set(blocks, evidence);
  return evidence;
}

function countWords(
  blocks: readonly EvidenceBlock[],
  { isDeterminer, givenNames }: Neighbourhood,
): CaseEvidence {
  const words = new Map<string, WordCases>();
  const pairs = new Map<string, number>();
  const titles = new Map<string, number>();
  const mayBeSurnames: (readonly [string, string])[] = [];
  for (const { block, tokens } of blocks) {
    if (block.kind === 'headline' || block.kind === 'heading' || block.kind === 'table-cell') {
      continue;
    }
    for (const [index, token] of tokens.entries()) {
      let cases = words.get(token.lower);
      if (cases === undefined) {
        cases = { ...NONE };
        words.set(token.lower, cases);
      }
      const next = tokens[index + 1];
      count(cases, token, { before: tokens[index - 1], next, isDeterminer });
      if (token.isCapitalized && next?.isCapitalized === true && next.start === token.end + 1) {
        increase(pairs, `${token.lower} ${next.lower}`);
        increase(titles, token.lower);
        mayBeSurnames.push([token.lower, next.lower]);
      }
    }
  }
  const surnames = new Set(
    mayBeSurnames.filter(([given]) => givenNames.has(given)).map(([, surname]) => surname),
  );
  return {
    casesOf: (lowerWord) => words.get(lowerWord) ?? NONE,
    capitalPair: (first, second) => pairs.get(`${first} ${second}`) ?? 0,
    capitalBeforeName: (first) => titles.get(first) ?? 0,
    isSurname: (lowerWord) => surnames.has(lowerWord),
  };
}

interface Neighbours {
  readonly before: CaseToken | undefined;
  readonly next: CaseToken | undefined;
  readonly isDeterminer: (lowerWord: string) => boolean;
}

function count(counted: WordCases, token: CaseToken, { before, next, isDeterminer }: Neighbours): void {
  const cases = counted;
  if (token.isCapitalized && token.isInitial) {
    cases.capitalInitial += 1;
  } else if (token.isCapitalized) {
    cases.capitalInside += 1;
    cases.capitalAlone += hasCapital(before) || hasCapital(next) ? 0 : 1;
    cases.afterDeterminer += before !== undefined && isDeterminer(before.lower) ? 1 : 0;
  } else if (token.isRepairable) {
    cases.lower += 1;
  } else if (!token.isInitial && token.text !== token.lower) {
    cases.innerForm = token.text;
  }
}

function hasCapital(token: CaseToken | undefined): boolean {
  return token !== undefined && token.text !== token.lower && !token.isInitial;
}

function increase(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}
