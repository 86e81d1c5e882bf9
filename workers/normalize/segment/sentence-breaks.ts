import { findCandidates, stopPattern } from './candidate.ts';
import { findEnclosures } from './enclosures.ts';
import { endsAtFullStop } from './ends-at-full-stop.ts';
import { endsAtEllipsis, endsAtMark, endsAtWideStop } from './ends-at-mark.ts';
import { readFollowing } from './following.ts';
import { endsAtLine, isListOfLines } from './line-ends.ts';
import { listItemStarts } from './list-items.ts';
import { createNesting } from './nesting.ts';
import type { Place } from './place.ts';
import type { SegmentationRules } from './segmentation-rules.ts';

/** Where the sentences of a text after the first start, ascending. Code units; U+FFFC is a word. */
export type SentenceBreaker = (text: string) => readonly number[];

/**
 * Cuts text of one language: stops in order, each taken or left by what stands around it. Time is
 * linear in the length of the text.
 */
export function createSentenceBreaker(rules: SegmentationRules): SentenceBreaker {
  const pattern = stopPattern(rules);
  return (text) => {
    const items = listItemStarts(text, rules);
    const nesting = createNesting(text, findEnclosures(text));
    const isAllLower = /\p{Ll}/u.test(text) && !/[\p{Lu}\p{Lt}\p{Lo}]/u.test(text);
    const ofLines = isListOfLines(text);
    const breaks: number[] = [];
    let item = 0;
    for (const candidate of findCandidates(text, pattern)) {
      if (candidate.next >= text.length) {
        break;
      }
      for (; (items[item] ?? Infinity) < candidate.next; item += 1) {
        add(breaks, items[item]);
      }
      const sentenceStart = breaks.at(-1) ?? 0;
      const { isInside, isRemark, closed } = nesting.at(candidate, sentenceStart);
      if (isInside) {
        continue;
      }
      const following = readFollowing(text, candidate.next);
      if (isRemark && !(following.kind === 'upper' && rules.isStarter(following.word))) {
        continue;
      }
      const place = {
        text,
        candidate,
        following,
        sentenceStart,
        closed,
        isAllLower,
        isListOfLines: ofLines,
        rules,
      };
      if (ends(place)) {
        add(breaks, candidate.next);
      }
    }
    for (const start of items.slice(item)) {
      add(breaks, start);
    }
    return breaks;
  };
}

function add(breaks: number[], at: number | undefined): void {
  if (at !== undefined && at > (breaks.at(-1) ?? 0)) {
    breaks.push(at);
  }
}

/** A space sets no shorter sentence apart, in characters. */
const LEAST_PHRASE = 12;

/** Which rules decide is told by the strongest character of the stop: "?.." is a question mark. */
function ends(place: Place): boolean {
  const { stop } = place.candidate;
  if (stop.startsWith('\n')) {
    return endsAtLine(place);
  }
  if (stop.startsWith(' ')) {
    return place.candidate.at - place.sentenceStart >= LEAST_PHRASE;
  }
  if (/[。！？｡．‼⁇⁈⁉।॥۔؟።፧፨။៕។։|]/u.test(stop)) {
    return endsAtWideStop(place);
  }
  if (/[^.…\s]/u.test(stop)) {
    return endsAtMark(place);
  }
  return stop === '.' ? endsAtFullStop(place) : endsAtEllipsis(place);
}
