import type { SourceArticle } from '../../../shared/document/article.ts';
import { Document } from '../../../shared/document/document.ts';
import type { NormalizeDeps } from '../deps.ts';
import { normalize } from '../normalize.ts';

/** Normalizes articles, somewhere. */
export interface Normalizer {
  /**
   * See `normalize`; the document has passed its schema. An aborted `signal` ends the wait with an
   * error.
   */
  readonly normalize: (source: SourceArticle, signal: AbortSignal) => Promise<Document>;
}

/** Normalizes in the thread of the caller, which is blocked meanwhile: for tests and measurements. */
export function normalizeHere(deps: NormalizeDeps): Normalizer {
  return { normalize: async (source) => Document.parse(await normalize(source, deps)) };
}
