import type { NameToken } from '../name-tokens.ts';

/** Offices as `offices.jsonl` names them, and two words that stand for one. */
export type OfficeTitle =
  | 'president'
  | 'vice-president'
  | 'prime-minister'
  | 'chancellor'
  | 'king'
  | 'emperor'
  | 'emir'
  | 'crown-prince'
  | 'supreme-leader'
  | 'general-secretary'
  | 'foreign-minister'
  | 'defense-minister'
  | 'finance-minister'
  | 'interior-minister'
  | 'economy-minister'
  | 'trade-minister'
  | 'health-minister'
  | 'justice-minister'
  | 'energy-minister'
  | 'ambassador'
  | 'first-lady'
  | 'opposition-leader'
  | 'pope'
  | 'secretary-general'
  | 'commission-president'
  /** Whoever leads the country. */
  | 'leader'
  /** Who holds the same office on the other side. */
  | 'counterpart';

const PHRASES: Readonly<Record<string, OfficeTitle>> = {
  president: 'president',
  'vice president': 'vice-president',
  'prime minister': 'prime-minister',
  premier: 'prime-minister',
  chancellor: 'chancellor',
  king: 'king',
  emperor: 'emperor',
  emir: 'emir',
  'crown prince': 'crown-prince',
  'supreme leader': 'supreme-leader',
  'general secretary': 'general-secretary',
  'foreign minister': 'foreign-minister',
  'foreign secretary': 'foreign-minister',
  'secretary of state': 'foreign-minister',
  'top diplomat': 'foreign-minister',
  'defense minister': 'defense-minister',
  'defence minister': 'defense-minister',
  'defense secretary': 'defense-minister',
  'defence secretary': 'defense-minister',
  'secretary of defense': 'defense-minister',
  'finance minister': 'finance-minister',
  'treasury secretary': 'finance-minister',
  'interior minister': 'interior-minister',
  'home secretary': 'interior-minister',
  'economy minister': 'economy-minister',
  'trade minister': 'trade-minister',
  'commerce minister': 'trade-minister',
  'health minister': 'health-minister',
  'justice minister': 'justice-minister',
  'attorney general': 'justice-minister',
  'energy minister': 'energy-minister',
  ambassador: 'ambassador',
  'first lady': 'first-lady',
  'opposition leader': 'opposition-leader',
  'secretary general': 'secretary-general',
  leader: 'leader',
  'head of state': 'leader',
  counterpart: 'counterpart',
};

interface Phrase {
  readonly keys: readonly string[];
  readonly office: OfficeTitle;
}

const LONGEST_FIRST: readonly Phrase[] = Object.entries(PHRASES)
  .map(([phrase, office]) => ({ keys: phrase.split(' '), office }))
  .toSorted((a, b) => b.keys.length - a.keys.length);

/** An office named in a text. */
export interface OfficeMatch {
  readonly office: OfficeTitle;
  /** One past its last token. */
  readonly toToken: number;
}

/** Reads the English office that begins at token `at`, in any case; "-elect" makes it none. */
export function matchOffice(tokens: readonly NameToken[], at: number): OfficeMatch | undefined {
  for (const { keys, office } of LONGEST_FIRST) {
    const toToken = matchKeys(tokens, at, keys);
    if (toToken !== undefined) {
      const elect = tokens[toToken]?.text === '-' && tokens[toToken + 1]?.key === 'elect';
      return elect ? undefined : { office, toToken };
    }
  }
  return undefined;
}

function matchKeys(tokens: readonly NameToken[], at: number, keys: readonly string[]): number | undefined {
  let next = at;
  for (const key of keys) {
    if (next > at && tokens[next]?.text === '-') {
      next += 1;
    }
    if (tokens[next]?.key !== key) {
      return undefined;
    }
    next += 1;
  }
  return next;
}
