import { z } from 'zod';
import { type GlossaryFormat, GlossaryList, GlossaryReceipt } from '../../shared/api/glossary.ts';
import type { AskJson } from './call.ts';
import { queryOf } from './query-of.ts';

/** Languages as they are typed. */
export interface PairQuery {
  readonly sourceLocale: string;
  readonly locale: string;
}

/** The glossary's part of the service's API. */
export interface GlossaryClient {
  readonly import: (
    bytes: ReadableStream,
    query: Partial<PairQuery> & { readonly format: GlossaryFormat; readonly file: string },
  ) => Promise<GlossaryReceipt>;
  readonly list: () => Promise<z.infer<typeof GlossaryList>['glossaries']>;
  readonly export: (pair: PairQuery, format: GlossaryFormat) => Promise<string>;
  /** Removes a term, or without an id all of a pair, and answers how many are gone. */
  readonly remove: (pair: PairQuery, id?: string) => Promise<number>;
}

const Removed = z.object({ removed: z.int() });

/** Makes the part, given how the client asks. */
export function createGlossaryClient(json: AskJson, text: (path: string) => Promise<string>): GlossaryClient {
  return {
    import: (bytes, query) =>
      json(GlossaryReceipt, `/v1/glossary${queryOf({ ...query })}`, {
        method: 'POST',
        body: bytes,
        contentType: 'application/octet-stream',
      }),
    list: async () => (await json(GlossaryList, '/v1/glossary')).glossaries,
    export: (pair, format) => text(`/v1/glossary/export${queryOf({ ...pair, format })}`),
    remove: async (pair, id) =>
      (await json(Removed, `/v1/glossary${queryOf({ ...pair, id })}`, { method: 'DELETE' })).removed,
  };
}
