import { groupBy } from '../../document/group-by.ts';
import type { Term, TermUse } from './term.ts';
import type { TermMatcher, TermText } from './term-matcher.ts';

/** The terms of one pair of languages, ready to be found in sources. */
export interface Termbase {
  /** The terms of a text; a term inside a longer one is left out. By place. */
  readonly find: (segmentId: string, text: string) => readonly TermUse[];
}

interface Entry {
  readonly phrase: TermText;
  readonly use: Omit<TermUse, 'segmentId' | 'span'>;
}

/** Indexes terms by the stems of their first words. */
export function createTermbase(terms: readonly Term[], matcher: TermMatcher): Termbase {
  const entries = Array.from(groupBy(terms, ({ source }) => source).values(), (same) =>
    entryOf(same, matcher),
  );
  const byStem = new Map<string, Entry[]>();
  for (const entry of entries) {
    for (const stem of entry.phrase.words[0]?.stems ?? []) {
      byStem.set(stem, [...(byStem.get(stem) ?? []), entry]);
    }
  }
  return {
    find: (segmentId, source) => {
      const text = matcher.read(source);
      const found = candidatesOf(text, byStem, entries).flatMap(({ phrase, use }) =>
        matcher.find(phrase, text, 0).map((span): TermUse => ({ segmentId, span, ...use })),
      );
      return withoutInner(found).toSorted((a, b) => a.span.start - b.span.start);
    },
  };
}

function entryOf(same: readonly Term[], matcher: TermMatcher): Entry {
  const [first] = same;
  const ranked = same.toSorted((a, b) => RANK[a.status] - RANK[b.status]);
  const [best] = ranked;
  return {
    phrase: matcher.read(first?.source ?? ''),
    use: {
      termId: best?.id ?? '',
      status: best?.status ?? 'admitted',
      source: first?.source ?? '',
      targets: ranked.map(({ target, status }) => ({ text: target, status })),
    },
  };
}

const RANK: { readonly [Status in Term['status']]: number } = {
  'do-not-translate': 0,
  preferred: 1,
  admitted: 2,
  forbidden: 3,
};

/** A language without spaces has no words to go by. */
function candidatesOf(
  { words }: TermText,
  byStem: ReadonlyMap<string, readonly Entry[]>,
  all: readonly Entry[],
): readonly Entry[] {
  if (words.some(({ text }) => UNSPACED.test(text))) {
    return all;
  }
  const stems = new Set(words.flatMap((word) => [...word.stems]));
  return [...new Set([...stems].flatMap((stem) => byStem.get(stem) ?? []))];
}

const UNSPACED = /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}\p{sc=Hang}\p{sc=Lao}\p{sc=Khmr}\p{sc=Mymr}]/u;

function withoutInner(uses: readonly TermUse[]): readonly TermUse[] {
  const longest = uses.toSorted((a, b) => lengthOf(b) - lengthOf(a));
  const kept: TermUse[] = [];
  for (const use of longest) {
    const { start, end } = use.span;
    if (!kept.some(({ span }) => span.start < end && start < span.end)) {
      kept.push(use);
    }
  }
  return kept;
}

function lengthOf({ span }: TermUse): number {
  return span.end - span.start;
}
