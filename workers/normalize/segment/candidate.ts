import type { SegmentationRules } from './segmentation-rules.ts';

/** A place where a sentence may end: `text.slice(at, stopEnd)` is the stop, `end` follows its closing marks. */
export interface Candidate {
  readonly stop: string;
  readonly at: number;
  readonly stopEnd: number;
  /** After the closing quotes, brackets and note marks that belong to the stop. */
  readonly end: number;
  /** Where the next text starts, after white space. */
  readonly next: number;
}

/** Characters that end a sentence in every language; the ideographic and Indic ones need no space. */
const STOPS = '.!?\u2026。！？｡．‼⁇⁈⁉।॥۔؟።፧፨။។៕։';

const CLOSING = new Set('"\'”’“‘»›«‹)]}」』】〉》）］｝〗〙｣*_¹²³⁴⁵⁶⁷⁸⁹⁰\u202C\u2069\u200E\u200F');

const NOTE = /\[\d{1,3}\]/uy;

/** The pattern that finds the stops of a language. A line break, and a space that counts, is one of its own. */
export function stopPattern({ stops: extra, opensAfterSpace, closesBeforeSpace }: SegmentationRules): RegExp {
  const stops = `[${STOPS}${extra.replaceAll(/[\]\\^|-]/gu, String.raw`\$&`)}]`;
  const spaces = [
    ...(opensAfterSpace.length > 0 ? [` +(?=${opensAfterSpace.join('|')})`] : []),
    ...(closesBeforeSpace.length > 0 ? [`(?<=${closesBeforeSpace.join('|')}) +`] : []),
  ];
  return new RegExp(
    [String.raw`\.(?:[ \u00A0]?\.)+[?!]*`, `${stops}+`, String.raw`\n+`, ...spaces].join('|'),
    'gu',
  );
}

/** The candidates of a text from left to right; linear in its length. */
export function* findCandidates(text: string, pattern: RegExp): Generator<Candidate> {
  const stops = new RegExp(pattern);
  for (let match = stops.exec(text); match !== null; match = stops.exec(text)) {
    const [stop] = match;
    const at = match.index;
    const stopEnd = at + stop.length;
    const end = /^\s/u.test(stop) ? stopEnd : closingEnd(text, stopEnd);
    const next = spaceEnd(text, end);
    stops.lastIndex = Math.max(next, stopEnd);
    yield { stop, at, stopEnd, end, next };
  }
}

function closingEnd(text: string, from: number): number {
  let end = from;
  for (;;) {
    const character = text.charAt(end);
    if (CLOSING.has(character) && !opensWord(text, end, from)) {
      end += 1;
      continue;
    }
    NOTE.lastIndex = end;
    const note = character === '[' ? NOTE.exec(text) : null;
    if (note !== null) {
      end += note[0].length;
    } else if (/[ \u00A0\u202F]/u.test(character) && closesSpaced(text, end + 1)) {
      end += 2;
    } else {
      return end;
    }
  }
}

/** `late."He` has no space: the quote opens if a letter follows and another quote closes the stop. */
function opensWord(text: string, at: number, from: number): boolean {
  return at > from && /["“«]/u.test(text.charAt(at)) && /[\p{L}\p{N}]/u.test(text.charAt(at + 1));
}

/** French sets a space before the closing guillemet; a space follows it or the sentence goes on. */
function closesSpaced(text: string, at: number): boolean {
  return text.charAt(at) === '»' && !/[\p{L}\p{N}¿¡]/u.test(text.charAt(at + 1)) && hasOpen(text, at);
}

/** Whether the nearest guillemet before `at` opens; looked for in a bounded stretch. */
function hasOpen(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - 1_000), at);
  return before.lastIndexOf('«') > before.lastIndexOf('»');
}

function spaceEnd(text: string, from: number): number {
  let end = from;
  while (end < text.length && /\s/u.test(text.charAt(end))) {
    end += 1;
  }
  return end;
}
