import type { SubmittedMeta } from '../../../shared/document/article.ts';
import type { Lexicon } from '../case/lexicon.ts';
import type { Draft } from '../draft/draft.ts';
import type { Agencies } from '../meta/agencies.ts';
import type { Boilerplate } from './boilerplate.ts';

/** What a structure rule may look at besides the draft. */
export interface StructureContext {
  readonly submitted: SubmittedMeta;
  readonly lexicon: Lexicon;
  readonly agencies: Agencies;
  readonly boilerplate: Boilerplate;
}

/** A named repair of the article's structure; every change of text is recorded as a repair. */
export interface StructureRule {
  /** Stable; repairs carry it and configuration switches it off by it. */
  readonly name: string;
  /** One sentence for people: what it changes. */
  readonly description: string;
  readonly apply: (draft: Draft, context: StructureContext) => Draft;
}
