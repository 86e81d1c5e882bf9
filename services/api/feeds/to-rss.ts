import { escapeXmlAttribute, escapeXmlText } from '../../../shared/exchange/xml.ts';
import { type Feed, type FeedItem, STATE_SCHEME, updatedAt } from './feed.ts';

const NAMESPACES =
  'xmlns:atom="http://www.w3.org/2005/Atom" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"';

/** Writes a feed as RSS 2.0, with the content module for whole articles. */
export function toRss(feed: Feed): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" ${NAMESPACES}>
<channel>
${element('title', feed.title)}${element('link', feed.self)}${element('description', feed.title)}${element('language', feed.locale)}${element('lastBuildDate', rssDate(updatedAt(feed)))}<atom:link href="${escapeXmlAttribute(feed.self)}" rel="self" type="application/rss+xml"/>
${feed.items.map((item) => itemOf(item)).join('')}</channel>
</rss>
`;
}

function itemOf(item: FeedItem): string {
  return `<item>
${element('title', item.title)}${element('link', item.link)}<guid isPermaLink="false">${escapeXmlText(item.id)}</guid>
${element('pubDate', rssDate(item.published ?? item.updated))}${element('dc:creator', item.by)}${item.tags.map((tag) => element('category', tag)).join('')}<category domain="${STATE_SCHEME}">${escapeXmlText(item.state)}</category>
${element('description', item.summary)}${element('content:encoded', item.html)}</item>
`;
}

function element(name: string, text: string | undefined): string {
  return text === undefined ? '' : `<${name}>${escapeXmlText(text)}</${name}>\n`;
}

/** RFC 822, as RSS has it. */
function rssDate(iso: string): string {
  return new Date(iso).toUTCString();
}
