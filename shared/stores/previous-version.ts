import type { ArticleId } from '../document/article.ts';
import type { Document } from '../document/document.ts';
import type { Locale } from '../document/locale.ts';
import type { Rendition } from '../document/rendition.ts';
import type { PreviousVersion } from '../memory/previous-version.ts';
import { versionBefore } from './older-rendition.ts';
import { readFindings, readRendition } from './output-store.ts';
import type { RedisClient } from './redis.ts';

/** Versions without a rendition that are passed over: superseded while they were made, or failed. */
const LOOKED_THROUGH = 8;

/** Reads the newest version before this one that was rendered in `locale`; undefined where there is none. */
export async function readPreviousVersion(
  client: RedisClient,
  { articleId, version }: { readonly articleId: ArticleId; readonly version: number },
  locale: Locale,
): Promise<PreviousVersion | undefined> {
  let at = version;
  for (let passed = 0; passed < LOOKED_THROUGH; passed += 1) {
    at = await versionBefore(client, articleId, at);
    if (at === 0) {
      return undefined;
    }
    const rendition = await readRendition(client, { articleId, version: at }, locale);
    const { document } =
      rendition === undefined ? {} : await readFindings(client, { articleId, version: at });
    if (rendition !== undefined && document !== undefined) {
      return previousOf(document, rendition);
    }
  }
  return undefined;
}

function previousOf(document: Document, { articleId, version, segments }: Rendition): PreviousVersion {
  const states = new Map(segments.map((state) => [state.segmentId, state]));
  return {
    articleId,
    version,
    segments: document.segments.map(({ id, text, codes }) => {
      const state = states.get(id);
      const { origin = 'none', review = 'empty' } = state ?? {};
      return {
        id,
        source: { text, codes },
        target: origin === 'source-copy' ? undefined : state?.target,
        origin,
        review,
        unitId: state?.unitId,
      };
    }),
  };
}
