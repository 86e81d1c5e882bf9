import type { Candidate } from './candidate.ts';
import type { Enclosure } from './enclosures.ts';

/** How a stop lies to the brackets and quotes around it. */
interface Nested {
  /** Whether it stands inside a pair that the sentence encloses, so that the sentence goes on. */
  readonly isInside: boolean;
  readonly closed: readonly Enclosure[];
  /** Whether it ends a remark in brackets inside the sentence: "(He left.)". */
  readonly isRemark: boolean;
}

interface Nesting {
  /** To be asked from left to right. */
  readonly at: (candidate: Candidate, sentenceStart: number) => Nested;
}

const NOT_NESTED: Nested = { isInside: false, closed: [], isRemark: false };

/**
 * A sentence is not held together over more than this, in characters: a bracket that never ends is a
 * mistake, and a speech longer than a remark is cut into its own sentences.
 */
const MAX_ENCLOSED = { bracket: 400, quote: 80 } as const;
/** How far before a pair a word of its sentence is looked for. */
const MAX_LEAD = 400;

/**
 * Brackets and quotes that are part of a sentence keep it together: "(He left. Why?)" inside a
 * sentence, or a speech that the sentence goes on after. Those that stand for themselves do not.
 */
export function createNesting(text: string, enclosures: readonly Enclosure[]): Nesting {
  let next = 0;
  let around: Enclosure[] = [];
  return {
    at: ({ at, end }, sentenceStart) => {
      for (let pair = enclosures[next]; pair !== undefined && pair.open < at; pair = enclosures[next]) {
        around.push(pair);
        next += 1;
      }
      if (around.length === 0) {
        return NOT_NESTED;
      }
      around = around.filter((pair) => pair.close >= at);
      const closed = around.filter((pair) => pair.close < end);
      return {
        isInside: around.some((pair) => pair.close >= end && isPartOfSentence(text, pair, sentenceStart)),
        closed,
        isRemark: closed.some(
          (pair) => pair.kind === 'bracket' && isPartOfSentence(text, pair, sentenceStart),
        ),
      };
    },
  };
}

function isPartOfSentence(text: string, pair: Enclosure, sentenceStart: number): boolean {
  if (pair.close - pair.open > MAX_ENCLOSED[pair.kind]) {
    return false;
  }
  const lead = text.slice(sentenceStart, Math.max(sentenceStart, pair.open));
  const isEmbedded = /[\p{L}\p{N}\uFFFC]/u.test(lead.slice(-MAX_LEAD));
  if (pair.kind === 'bracket') {
    return isEmbedded || /[《〈]/u.test(text.charAt(pair.open));
  }
  return isEmbedded || goesOn(text, pair.close);
}

/** Whether a sentence goes on after the quote that closes at `close`: "...," he said. */
function goesOn(text: string, close: number): boolean {
  const after = text.slice(close + 1, close + 24);
  const isCut = /[,،、，]/u.test(text.charAt(close - 1)); // the comma stands inside: "We won," he said
  return isCut || /^(?:\s?[,;:،、，；：]|\s+[—–-]?\s*\p{Ll}|[\p{L}\p{M}])/u.test(after);
}
