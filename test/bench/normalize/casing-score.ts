interface Share {
  right: number;
  all: number;
}

/** Words counted right of all, by what they are. */
export interface CasingScore {
  /** Words that were changed: as in the original. */
  readonly changed: Share;
  /** Words that lost a capital inside a sentence and can be known: `facts`, `titles`, `listed`. */
  readonly known: Share;
  readonly inside: Share;
  readonly facts: Share;
  readonly titles: Share;
  readonly listed: Share;
  readonly starts: Share;
}

/** A score without any word. */
export function emptyScore(): CasingScore {
  return {
    changed: none(),
    known: none(),
    inside: none(),
    facts: none(),
    titles: none(),
    listed: none(),
    starts: none(),
  };
}

interface Texts {
  readonly truth: string;
  readonly before: string;
  readonly after: string;
}

/** What a word of the original is, by where it starts. */
export interface WordKinds {
  readonly facts: ReadonlySet<number>;
  readonly titles: ReadonlySet<number>;
  readonly listed: ReadonlySet<number>;
}

/** Compares the words of a text, which stand at the same places in all three. */
export function scoreText(score: CasingScore, { truth, before, after }: Texts, kinds: WordKinds): void {
  const words = [...truth.matchAll(/[\p{L}\p{M}\p{N}]+/gu)];
  for (const [index, match] of words.entries()) {
    const at = match.index;
    const word = match[0];
    const lost = before.slice(at, at + word.length);
    const given = after.slice(at, at + word.length);
    if (given !== lost) {
      add(score.changed, given === word);
    }
    if (word === lost || !/\p{Lu}/u.test(word)) {
      continue;
    }
    const isRight = given === word;
    const isStart = index === 0 || /(?:[.!?]["”’)]*\s+|[:"“‘(]\s*)["“‘(]*$/u.test(truth.slice(0, at));
    add(isStart ? score.starts : score.inside, isRight);
    if (isStart) {
      continue;
    }
    const isKnown = [kinds.facts, kinds.titles, kinds.listed].map((kind) => kind.has(at));
    for (const [kind, share] of [score.facts, score.titles, score.listed].entries()) {
      if (isKnown[kind] === true) {
        add(share, isRight);
      }
    }
    if (isKnown.includes(true)) {
      add(score.known, isRight);
    }
  }
}

function none(): Share {
  return { right: 0, all: 0 };
}

function add(counted: Share, isRight: boolean): void {
  const share = counted;
  share.all += 1;
  share.right += isRight ? 1 : 0;
}
