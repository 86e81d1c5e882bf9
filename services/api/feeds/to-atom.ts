import { escapeXmlAttribute, escapeXmlText } from '../../../shared/exchange/xml.ts';
import { type Feed, type FeedItem, STATE_SCHEME, updatedAt } from './feed.ts';

/** Writes a feed as Atom (RFC 4287). */
export function toAtom(feed: Feed): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${escapeXmlAttribute(feed.locale)}">
${element('id', feed.self)}${element('title', feed.title)}${element('updated', updatedAt(feed))}<link rel="self" type="application/atom+xml" href="${escapeXmlAttribute(feed.self)}"/>
<author><name>Polywire</name></author>
${feed.items.map((item) => entryOf(item)).join('')}</feed>
`;
}

function entryOf(item: FeedItem): string {
  const link =
    item.link === undefined ? '' : `<link rel="alternate" href="${escapeXmlAttribute(item.link)}"/>\n`;
  const author = item.by === undefined ? '' : `<author>${element('name', item.by).trim()}</author>\n`;
  return `<entry>
${element('id', item.id)}${element('title', item.title)}${link}${element('updated', item.updated)}${element('published', item.published)}${author}${item.tags.map((tag) => `<category term="${escapeXmlAttribute(tag)}"/>\n`).join('')}<category scheme="${STATE_SCHEME}" term="${escapeXmlAttribute(item.state)}"/>
${element('summary', item.summary)}<content type="html">${escapeXmlText(item.html)}</content>
</entry>
`;
}

function element(name: string, text: string | undefined): string {
  return text === undefined ? '' : `<${name}>${escapeXmlText(text)}</${name}>\n`;
}
