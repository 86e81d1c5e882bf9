import type { Feed } from './feed.ts';

/** Writes a feed as JSON Feed 1.1; `_polywire` counts an item's sentences by state. */
export function toJsonFeed({ title, locale, self, items }: Feed): string {
  return `${JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title,
    language: locale,
    feed_url: self,
    items: items.map((item) => ({
      id: item.id,
      url: item.link,
      title: item.title,
      summary: item.summary,
      content_html: item.html,
      language: locale,
      date_published: item.published,
      date_modified: item.updated,
      authors: item.by === undefined ? undefined : [{ name: item.by }],
      tags: item.tags.length === 0 ? undefined : item.tags,
      _polywire: { translation_state: item.state },
    })),
  })}\n`;
}
