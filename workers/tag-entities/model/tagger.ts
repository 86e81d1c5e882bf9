import { createDecoder, type TokenRange } from './decode.ts';
import { documentFacts } from './document-facts.ts';
import { documentVotes, MOST_VOTE_FEATURES, writeVoteFeatures } from './document-votes.ts';
import { MOST_FEATURES, NEIGHBOURS, neighbourFeature, writeFeatures, writeFormFeatures } from './features.ts';
import { beginsName, LABEL_COUNT, type NameType, OUTSIDE, staysOpen, typeOfLabel } from './labels.ts';
import { type TaggerModel, type WeightTable, weightTable } from './tagger-model.ts';
import { type TaggerSegment, type TaggerText, taggerText } from './tagger-text.ts';
import { textContext } from './text-context.ts';
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

/** Tokens that are labelled at one go: bounds the memory that a text without sentences takes. */
const LONGEST_RANGE = 2000;

/**
 * Makes a tagger of a model. A document is read twice: the second time each word also knows how its
 * other places were read, which is what makes a surname follow the full name.
 */
export function createTagger(model: TaggerModel): Tagger {
  const { addTo } = weightTable(model);
  const attach = formScorer(addTo);
  const formOf = wordFormReader(model.lexicon, attach);
  const edge = attach(EDGE);
  const decoder = createDecoder();
  const row = new Int32Array(Math.max(MOST_FEATURES, MOST_VOTE_FEATURES));

  return (segments) => {
    const text = taggerText(segments, formOf);
    const read = { text, context: textContext(text, model.lexicon), facts: documentFacts(text) };
    const size = text.forms.length;
    const scores = new Float32Array(size * LABEL_COUNT);
    const ranges = rangesOf(text);
    for (const { from, to, trust } of ranges) {
      for (let at = from; at < to; at += 1) {
        const count = writeFeatures(read, at, { from, to, trust }, row);
        for (let index = 0; index < count; index += 1) {
          addTo(scores, at * LABEL_COUNT, row[index] ?? 0);
        }
      }
      addFormScores(text, { from, to, edge }, scores);
    }
    const lattice = { scores, transitions: model.transitions };
    const first = new Uint8Array(size);
    for (const range of ranges) {
      decoder.decode(lattice, range, first);
    }
    const votes = documentVotes(text, first);
    for (let at = 0; at < size; at += 1) {
      const count = writeVoteFeatures({ text, votes, labels: first }, at, row);
      for (let index = 0; index < count; index += 1) {
        addTo(scores, at * LABEL_COUNT, row[index] ?? 0);
      }
    }
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
          confidence: 1 - 0.5 * Math.exp(-Math.max(0, margin) / model.marginUnit),
        };
      });
    });
  };
}

/** Sums up what the features of a form alone say: of its own token, then of each of its neighbours. */
function formScorer(addTo: WeightTable['addTo']): (form: WordForm) => Float32Array {
  const row = new Int32Array(MOST_FEATURES);
  return (form) => {
    const scores = new Float32Array((1 + NEIGHBOURS.length) * LABEL_COUNT);
    const count = writeFormFeatures(form, row, 0);
    for (let index = 0; index < count; index += 1) {
      addTo(scores, 0, row[index] ?? 0);
    }
    for (let place = 0; place < NEIGHBOURS.length; place += 1) {
      addTo(scores, (1 + place) * LABEL_COUNT, neighbourFeature(place, form));
    }
    return scores;
  };
}

function addFormScores(
  { forms }: TaggerText,
  { from, to, edge }: TokenRange & { readonly edge: Float32Array },
  scores: Float32Array,
): void {
  const scoresAt = (at: number): Float32Array => (at >= from && at < to ? (forms[at]?.scores ?? edge) : edge);
  for (let at = from; at < to; at += 1) {
    const own = scoresAt(at);
    const before = scoresAt(at - 1);
    const next = scoresAt(at + 1);
    const before2 = scoresAt(at - 2);
    const next2 = scoresAt(at + 2);
    const out = at * LABEL_COUNT;
    for (let label = 0; label < LABEL_COUNT; label += 1) {
      scores[out + label] =
        (scores[out + label] ?? 0) +
        (own[label] ?? 0) +
        (before[LABEL_COUNT + label] ?? 0) +
        (next[2 * LABEL_COUNT + label] ?? 0) +
        (before2[3 * LABEL_COUNT + label] ?? 0) +
        (next2[4 * LABEL_COUNT + label] ?? 0);
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
