import { z } from 'zod';
import type { Feed } from './feed.ts';
import { toAtom } from './to-atom.ts';
import { toJsonFeed } from './to-json-feed.ts';
import { toRss } from './to-rss.ts';

/** Every format of a feed; a new one is a line here. */
export const FEED_FORMATS = {
  rss: { mediaType: 'application/rss+xml', write: toRss },
  atom: { mediaType: 'application/atom+xml', write: toAtom },
  json: { mediaType: 'application/feed+json', write: toJsonFeed },
} as const satisfies Readonly<
  Record<string, { readonly mediaType: string; readonly write: (feed: Feed) => string }>
>;

export const FeedFormat = z.enum(['rss', 'atom', 'json'] satisfies (keyof typeof FEED_FORMATS)[]);
