import type { SrxRule } from '../../../shared/exchange/srx/read-srx.ts';
import type { SentenceBreaker } from './sentence-breaks.ts';

/** Whether rules of an SRX file come before our own, or stand in their place. */
export type SrxMode = 'add' | 'replace';

/** A rule sees at most so many characters on each side; no text is searched beyond them. */
const REACH = 300;

/** Text is searched in pieces of this length, so that time stays linear for patterns like ".*". */
const PIECE = 2_000;

/**
 * Cuts text by SRX rules. With `add` they decide where one of them fits, `own` elsewhere; with
 * `replace` they decide alone.
 *
 * Of the rules that fit at a place the first one counts (SRX 2.0 §5.2). `^` and `$` are the ends of the
 * block, or of the 300 characters that a rule sees. The patterns come from an operator: one that takes
 * exponential time on 300 characters is not detected.
 */
export function createSrxBreaker(
  rules: readonly SrxRule[],
  own: SentenceBreaker,
  mode: SrxMode,
): SentenceBreaker {
  const steps = compile(rules);
  const finders = steps.filter((step) => step.isBreak).map((step) => step.finder);
  return (text) => {
    const found = new Set<number>();
    for (const at of findPlaces(text, finders)) {
      if (verdict(steps, text, at) === true) {
        found.add(afterSpace(text, at));
      }
    }
    const kept = mode === 'replace' ? [] : own(text).filter((at) => !isForbidden(steps, text, at));
    return [...new Set([...found, ...kept])]
      .filter((at) => at > 0 && at < text.length)
      .toSorted((a, b) => a - b);
  };
}

/** Rules in a row that say the same: which of them fits does not matter. */
interface Step {
  readonly isBreak: boolean;
  /** Matches with the `y` flag at a place where one fits. */
  readonly tests: readonly ((window: string, at: number) => boolean)[];
  readonly finder: RegExp;
}

function compile(rules: readonly SrxRule[]): Step[] {
  const rows: SrxRule[][] = [];
  for (const rule of rules) {
    const row = rows.at(-1);
    if (row?.[0]?.isBreak === rule.isBreak) {
      row.push(rule);
    } else {
      rows.push([rule]);
    }
  }
  return rows.map((row) => {
    const plain = row.filter((rule) => !rule.isBeforeAtomic);
    const atomic = row.filter((rule) => rule.isBeforeAtomic);
    const tests = atomic.map((rule) => forwardTest(rule));
    return {
      isBreak: row[0]?.isBreak ?? false,
      tests: plain.length === 0 ? tests : [stickyTest(plain), ...tests],
      finder: new RegExp(
        [...plain.map(placeOf), ...atomic.map(({ after }) => `(?=${after})`)].join('|'),
        'gv',
      ),
    };
  });
}

function placeOf({ before, after }: SrxRule): string {
  return `(?<=${before})(?=${after})`;
}

function stickyTest(rules: readonly SrxRule[]): (window: string, at: number) => boolean {
  const place = new RegExp(rules.map(placeOf).join('|'), 'vy');
  return (window, at) => {
    place.lastIndex = at;
    return place.test(window);
  };
}

/** An atomic group is read from each start before the place, for a lookbehind would read it backwards. */
function forwardTest({ before, after }: SrxRule): (window: string, at: number) => boolean {
  const left = new RegExp(`(?:${before})$`, 'v');
  const right = new RegExp(after, 'vy');
  return (window, at) => {
    right.lastIndex = at;
    return right.test(window) && left.test(window.slice(0, at));
  };
}

function* findPlaces(text: string, finders: readonly RegExp[]): Generator<number> {
  for (let start = 0; start < text.length; start += PIECE) {
    const from = Math.max(0, start - REACH);
    const window = text.slice(from, start + PIECE + REACH);
    const places = finders.flatMap((finder) =>
      Array.from(window.matchAll(finder), ({ index }) => from + index),
    );
    yield* places.filter((at) => at >= start && at < start + PIECE);
  }
}

/** What the first rule that fits says; undefined where none does. */
function verdict(steps: readonly Step[], text: string, at: number): boolean | undefined {
  const from = Math.max(0, at - REACH);
  const window = text.slice(from, at + REACH);
  return steps.find(({ tests }) => tests.some((test) => test(window, at - from)))?.isBreak;
}

/** SRX rules may stand before the white space or after it; whichever they mean, the break is forbidden. */
function isForbidden(steps: readonly Step[], text: string, at: number): boolean {
  let place = at;
  for (;;) {
    if (verdict(steps, text, place) === false) {
      return true;
    }
    if (place === 0 || !/\s/u.test(text.charAt(place - 1))) {
      return false;
    }
    place -= 1;
  }
}

function afterSpace(text: string, at: number): number {
  let end = at;
  while (end < text.length && /\s/u.test(text.charAt(end))) {
    end += 1;
  }
  return end;
}
