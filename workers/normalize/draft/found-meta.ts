import type { BylineName, EvidenceSource } from '../../../shared/document/document.ts';

/** Where a found value stands in the source, and how sure it is what it is taken for. */
export interface Evidence {
  readonly from: EvidenceSource;
  /** 0..1. */
  readonly confidence: number;
}

/** Values read from the source itself; what the submitter declared wins over them. */
export interface FoundValues {
  readonly headline?: string;
  /** As printed: "by Jane Doe (AP)". */
  readonly byline?: string;
  /** Names that the source states one by one. */
  readonly writers?: readonly BylineName[];
  readonly agency?: string;
  readonly dateline?: string;
  readonly publishedAt?: string;
  readonly modifiedAt?: string;
  readonly description?: string;
  readonly section?: string;
  readonly keywords?: readonly string[];
  /** What the desk says to its colleagues; never part of the article. */
  readonly editorNote?: string;
  readonly canonicalUrl?: string;
  /** As written in the source; not yet a checked locale. */
  readonly language?: string;
}

export interface FoundMeta extends FoundValues {
  /** The evidence of each value that is there. */
  readonly evidence: Readonly<Partial<Record<keyof FoundValues, Evidence>>>;
}

/** Nothing found yet. */
export const NOTHING_FOUND: FoundMeta = { evidence: {} };

/** All of these values with the same evidence; absent and empty ones are left out. */
export function foundFrom(
  values: { readonly [Field in keyof FoundValues]: FoundValues[Field] | undefined },
  evidence: Evidence,
): FoundMeta {
  const known = Object.entries(values).filter(([, value]) => value !== undefined && value.length > 0);
  return {
    ...Object.fromEntries(known),
    evidence: Object.fromEntries(known.map(([field]) => [field, evidence])),
  };
}

/** Joins what two readings found; of two values for one field the surer counts, then the earlier. */
export function mergeFound(earlier: FoundMeta, later: FoundMeta): FoundMeta {
  const known = new Map(Object.entries(earlier.evidence));
  const values = new Map(Object.entries(later));
  const surer = Object.entries(later.evidence).filter(
    ([field, { confidence }]) => confidence > (known.get(field)?.confidence ?? -1),
  );
  return {
    ...earlier,
    ...Object.fromEntries(surer.map(([field]) => [field, values.get(field)])),
    evidence: { ...earlier.evidence, ...Object.fromEntries(surer) },
  };
}
