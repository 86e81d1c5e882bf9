import { createDecoder } from './decode.ts';
import { documentFacts } from './document-facts.ts';
import { documentVotes, MOST_VOTE_FEATURES, writeVoteFeatures } from './document-votes.ts';
import { MOST_FEATURES, NEIGHBOURS, neighbourFeature, writeFeatures, writeFormFeatures } from './features.ts';
import { beginsName, LABEL_COUNT, type NameType, OUTSIDE, staysOpen, typeOfLabel } from './labels.ts';
import type { TokenRange } from './lattice.ts';
import type { TaggerModel } from './tagger-model.ts';
import { type TaggerSegment, type TaggerText, taggerText } from './tagger-text.ts';
import { textContext } from './text-context.ts';
import { SUM_WORDS, unpackSums, type WeightTable, weightTable } from './weight-table.ts';
import { EDGE, type WordForm, wordFormReader } from './word-form.ts';

/** A name that a model reads in a text. */
export interface TaggedName {
  /** Position of its segment. */
  readonly segment: number;
  /** Span in the segment's text, in UTF-16 code units, half-open. */
  readonly start: number;
  readonly end: number;
  readonly type: NameType;
  /** 0..1: how sure the weakest of its words is. */
  readonly confidence: number;
}

/** Finds the names of a document; pure: the same segments give the same names, in reading order. */
export type Tagger = (segments: readonly TaggerSegment[]) => readonly TaggedName[];

/** A copy: an imported name is looked up at every use, which is felt in the inner loops. */
const WORDS = SUM_WORDS;

/** Tokens that are labelled at one go: bounds the memory that a text without sentences takes. */
const LONGEST_RANGE = 2000;

/**
 * Makes a tagger of a model. A document is read twice: the second time each word also knows how its
 * other places were read, which is what makes a surname follow the full name.
 */
export function createTagger(model: TaggerModel): Tagger {
  const { lexicon, transitions, marginUnit } = model;
  const { addTo } = weightTable(model);
  const attach = formSummer(addTo);
  const formOf = wordFormReader(lexicon, attach);
  const edge = attach(EDGE);
  const decoder = createDecoder();
  const row = new Int32Array(Math.max(MOST_FEATURES, MOST_VOTE_FEATURES));

  return (segments) => {
    const text = taggerText(segments, formOf);
    const read = { text, context: textContext(text, lexicon), facts: documentFacts(text) };
    const size = text.forms.length;
    const sums = new Int32Array(size * SUM_WORDS);
    const ranges = rangesOf(text);
    for (const range of ranges) {
      for (let at = range.from; at < range.to; at += 1) {
        addTo(sums, at * SUM_WORDS, row, writeFeatures(read, at, range, row));
      }
      addFormSums(text, range, { edge, sums });
    }
    const lattice = { scores: new Float32Array(size * LABEL_COUNT), transitions };
    unpackSums(sums, size, lattice.scores);
    const first = new Uint8Array(size);
    for (const range of ranges) {
      decoder.decode(lattice, range, first);
    }
    const votes = documentVotes(text, first);
    for (let at = 0; at < size; at += 1) {
      addTo(sums, at * SUM_WORDS, row, writeVoteFeatures({ text, votes, labels: first }, at, row));
    }
    unpackSums(sums, size, lattice.scores);
    const labels = new Uint8Array(size);
    return ranges.flatMap((range): readonly TaggedName[] => {
      decoder.decode(lattice, range, labels);
      if (!labels.subarray(range.from, range.to).some((label) => label !== OUTSIDE)) {
        return [];
      }
      const margins = decoder.margins(lattice, range, labels);
      return namesOf(text, range, labels).map(({ from, to, type }) => {
        const margin = Math.min(...margins.subarray(from - range.from, to - range.from));
        return {
          segment: range.segment,
          start: text.starts[from] ?? 0,
          end: text.ends[to - 1] ?? 0,
          type,
          confidence: 1 - 0.5 * Math.exp(-Math.max(0, margin) / marginUnit),
        };
      });
    });
  };
}

/** Sums up what the features of a form alone say: of its own token, then of each of its neighbours. */
function formSummer(addTo: WeightTable['addTo']): (form: WordForm) => Int32Array {
  const row = new Int32Array(MOST_FEATURES);
  return (form) => {
    const sums = new Int32Array((1 + NEIGHBOURS.length) * SUM_WORDS);
    addTo(sums, 0, row, writeFormFeatures(form, row, 0));
    for (let place = 0; place < NEIGHBOURS.length; place += 1) {
      row[0] = neighbourFeature(place, form);
      addTo(sums, (1 + place) * SUM_WORDS, row, 1);
    }
    return sums;
  };
}

function addFormSums(
  { forms }: TaggerText,
  { from, to }: TokenRange,
  { edge, sums }: { readonly edge: Int32Array; readonly sums: Int32Array },
): void {
  const sumsAt = (at: number): Int32Array => (at >= from && at < to ? (forms[at]?.sums ?? edge) : edge);
  for (let at = from; at < to; at += 1) {
    const own = sumsAt(at);
    const before = sumsAt(at - 1);
    const next = sumsAt(at + 1);
    const before2 = sumsAt(at - 2);
    const next2 = sumsAt(at + 2);
    const out = at * WORDS;
    for (let word = 0; word < WORDS; word += 1) {
      sums[out + word] =
        (sums[out + word] ?? 0) +
        (own[word] ?? 0) +
        (before[WORDS + word] ?? 0) +
        (next[2 * WORDS + word] ?? 0) +
        (before2[3 * WORDS + word] ?? 0) +
        (next2[4 * WORDS + word] ?? 0);
    }
  }
}

interface SegmentRange extends TokenRange {
  readonly segment: number;
  readonly trust: number;
}

function rangesOf({ offsets, trust }: TaggerText): readonly SegmentRange[] {
  const ranges: SegmentRange[] = [];
  for (let segment = 0; segment + 1 < offsets.length; segment += 1) {
    const end = offsets[segment + 1] ?? 0;
    for (let from = offsets[segment] ?? 0; from < end; from += LONGEST_RANGE) {
      ranges.push({ segment, trust: trust[segment] ?? 0, from, to: Math.min(end, from + LONGEST_RANGE) });
    }
  }
  return ranges;
}

interface LabelledName extends TokenRange {
  readonly type: NameType;
}

function namesOf({ forms }: TaggerText, range: TokenRange, labels: Uint8Array): readonly LabelledName[] {
  const names: LabelledName[] = [];
  let from = range.from;
  for (let at = range.from; at < Math.min(range.to, forms.length); at += 1) {
    const label = labels[at] ?? OUTSIDE;
    const type = typeOfLabel(label);
    if (beginsName(label)) {
      from = at;
    }
    if (type !== undefined && !staysOpen(label)) {
      names.push({ from, to: at + 1, type });
    }
  }
  return names;
}
