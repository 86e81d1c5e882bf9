import type { EntityValue } from '../../shared/document/entity-mention.ts';
import type { EntityType } from '../../shared/document/entity-type.ts';
import type { GazetteerEntry } from '../../shared/document/gazetteer-entry.ts';
import type { Span } from '../../shared/document/span.ts';
import type { DateExpression } from '../../shared/values/dates/date-expression.ts';
import type { DocumentView } from './document-view.ts';
import type { OfficeTitle } from './names/office-titles.ts';

/** What a recognizer read in a span. */
type Reading =
  /** A name of the gazetteer; `short` for a form such as a surname alone. */
  | { readonly kind: 'entry'; readonly entry: GazetteerEntry; readonly short: boolean }
  /** A word for the people of a country, or for what comes from it. */
  | { readonly kind: 'demonym'; readonly country: GazetteerEntry }
  /**
   * A name that no gazetteer has. `of` names the full form where this is a shorter one; `refersTo` is
   * who is meant by it, where an editor said so.
   */
  | { readonly kind: 'name'; readonly of?: string; readonly refersTo?: string }
  /** Someone named by country and office alone: "the US president". */
  | { readonly kind: 'role'; readonly country: GazetteerEntry; readonly office: OfficeTitle }
  | { readonly kind: 'date'; readonly date: DateExpression }
  | { readonly kind: 'value'; readonly value: EntityValue }
  /** Kept as it is in every locale: an address, a handle. */
  | { readonly kind: 'literal' };

/** A span that may name something. Candidates may overlap until they are merged. */
export interface Candidate extends Span {
  /** Position of its segment in the document. */
  readonly segment: number;
  readonly type: EntityType;
  /** See `RANK`: of two that overlap the higher rank stays, then the longer one. */
  readonly rank: number;
  /** 0..1. */
  readonly confidence: number;
  /** Why, in words an editor understands. */
  readonly evidence: string;
  readonly reading: Reading;
}

/** How much a kind of finding counts against another that overlaps it. */
export const RANK = {
  /** The shape of the words alone. */
  shape: 1,
  /** A model's reading of the whole article. */
  tagged: 2,
  /** A gazetteer name, a value, or a shape with a cue beside it. */
  known: 3,
  /** A name of a list that the customer imported. */
  listed: 4,
  /** An address: whatever is inside is part of it. */
  literal: 5,
} as const;

/**
 * Finds candidates of its kind in a document. Pure: the same view gives the same candidates, in any
 * order, each inside its segment and without inline codes in it.
 */
export type Recognizer = (view: DocumentView) => readonly Candidate[];
