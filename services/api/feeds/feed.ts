/** One article of a feed, in one locale. */
export interface FeedItem {
  /** The same for every version. */
  readonly id: string;
  readonly title: string;
  /** Where the page is published; absent where no site is configured. */
  readonly link: string | undefined;
  readonly summary: string | undefined;
  /** Sanitized HTML. */
  readonly html: string;
  readonly by: string | undefined;
  readonly tags: readonly string[];
  readonly published: string | undefined;
  /** ISO 8601. */
  readonly updated: string;
  /** As the `Translation-State` header. */
  readonly state: string;
}

/** A feed before it is written. */
export interface Feed {
  readonly title: string;
  readonly locale: string;
  /** Where this feed is asked for. */
  readonly self: string;
  /** Newest first. */
  readonly items: readonly FeedItem[];
}

/** Names the category that counts an item's sentences by state. */
export const STATE_SCHEME = 'urn:x-polywire:translation-state';

/** When the newest item changed; a feed without items never did. */
export function updatedAt({ items }: Feed): string {
  return (
    items
      .map(({ updated }) => updated)
      .toSorted()
      .at(-1) ?? '1970-01-01T00:00:00.000Z'
  );
}
