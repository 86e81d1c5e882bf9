import type { Candidate } from '../candidate.ts';
import { RANK } from '../candidate.ts';
import type { DocumentView, SegmentView } from '../document-view.ts';
import { nameTokens } from '../name-tokens.ts';

/**
 * Finds names again that one sentence made clear and another does not: after "in Kisumu", "leaves
 * Kisumu" means the place too. Case must be the same; a person's surname is `findShortMentions`' task.
 */
export function findRepeatedNames(
  view: DocumentView,
  candidates: readonly Candidate[],
): readonly Candidate[] {
  const names = withoutExceptions(view, namesByFirstWord(view, candidates));
  const repeated: Candidate[] = [];
  for (const segment of view.segments) {
    for (let at = 0; at < segment.tokens.length; at += 1) {
      const form = names
        .get(segment.tokens[at]?.text ?? '')
        ?.find(({ words }) => standsAt(segment, at, words));
      if (form !== undefined) {
        repeated.push(toCandidate(segment, at, form));
      }
    }
  }
  return repeated;
}

interface KnownForm {
  readonly words: readonly string[];
  readonly candidate: Candidate;
  /** How often it was read as a name. */
  readonly times: number;
}

type Forms = ReadonlyMap<string, readonly KnownForm[]>;

/** A word read as a name in fewer of its places is none in the others, unless a reading is sure. */
const LEAST_SHARE = 0.3;
const SURE = 0.8;

/** Leaves out single words that most places of the article do not read as a name. */
function withoutExceptions({ segments }: DocumentView, names: Forms): Forms {
  const places = new Map<string, number>();
  for (const { tokens } of segments) {
    for (const { text } of tokens) {
      if (names.has(text)) {
        places.set(text, (places.get(text) ?? 0) + 1);
      }
    }
  }
  return new Map(
    [...names].map(([first, forms]) => [
      first,
      forms.filter(
        ({ words, candidate, times }) =>
          words.length > 1 || candidate.confidence >= SURE || times >= LEAST_SHARE * (places.get(first) ?? 0),
      ),
    ]),
  );
}

function namesByFirstWord(view: DocumentView, candidates: readonly Candidate[]): Forms {
  const names = new Map<string, KnownForm[]>();
  for (const candidate of candidates) {
    const { reading, segment, start, end, type } = candidate;
    if (reading.kind !== 'name') {
      continue;
    }
    const name = view.segments[segment]?.text.slice(start, end) ?? '';
    const words = nameTokens(name, view.language).map(({ text }) => text);
    const [first] = words;
    if (first !== undefined && (type !== 'PER' || words.length > 1)) {
      const bucket = names.get(first) ?? [];
      const at = bucket.findIndex((form) => form.words.join(' ') === words.join(' '));
      const known = bucket[at];
      const surer = known === undefined || known.candidate.confidence < candidate.confidence;
      const form = { words, candidate: surer ? candidate : known.candidate, times: (known?.times ?? 0) + 1 };
      names.set(first, known === undefined ? [...bucket, form] : bucket.with(at, form));
    }
  }
  return names;
}

function standsAt({ tokens }: SegmentView, at: number, words: readonly string[]): boolean {
  return words.every((word, offset) => tokens[at + offset]?.text === word);
}

function toCandidate(segment: SegmentView, at: number, { words, candidate }: KnownForm): Candidate {
  const start = segment.tokens[at]?.start ?? 0;
  const end = segment.tokens[at + words.length - 1]?.end ?? start;
  return {
    ...candidate,
    segment: segment.index,
    start,
    end,
    rank: RANK.shape,
    evidence: 'Named elsewhere in the article',
  };
}
