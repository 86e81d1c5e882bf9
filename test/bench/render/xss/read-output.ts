import { HtmlRenderer, Parser } from 'commonmark';
import MarkdownIt from 'markdown-it';
import rehypeStringify from 'rehype-stringify';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { z } from 'zod';
import type { OutputFormat } from '../../../../shared/document/output-format.ts';

/** Makes HTML of an output as a program does that trusts it. */
export type OutputReader = (body: string) => string;

const markdownIt = new MarkdownIt({ html: true, linkify: true }).disable('linkify');
// It refuses some addresses by itself; a reader that does not is the one to be safe with.
markdownIt.validateLink = () => true;
const parser = new Parser();
const writer = new HtmlRenderer({ safe: false });

const remark = unified()
  .use(remarkParse)
  .use(remarkGfm)
  .use(remarkRehype, { allowDangerousHtml: true, clobberPrefix: 'note-' })
  .use(rehypeStringify, { allowDangerousHtml: true })
  .freeze();

/** All let raw HTML through; the last knows no front matter either. */
export const MARKDOWN_READERS: Readonly<Record<string, OutputReader>> = {
  'markdown-it': (body) => markdownIt.render(withoutFrontMatter(body)),
  'commonmark.js': (body) => writer.render(parser.parse(withoutFrontMatter(body))),
  remark: (body) => String(remark.processSync(body)),
};

/** The page itself, as a browser gets it. */
const AS_IT_IS: Readonly<Record<string, OutputReader>> = { browser: (body) => body };

/**
 * Who reads each format, by name. Plain text, XLIFF and the JSON of sentences have no HTML in them: who
 * shows them escapes them; addresses in them are judged as links.
 */
export const OUTPUT_READERS: { readonly [Format in OutputFormat]: Readonly<Record<string, OutputReader>> } = {
  html: AS_IT_IS,
  fragment: AS_IT_IS,
  md: MARKDOWN_READERS,
  ninjs: {
    body: (body) => bodiesOf(JSON.parse(body)).join('\n'),
    links: (body) => linksOf(JSON.parse(body)).join('\n'),
  },
  // Its own markup is XML; what a tool may paste into a page is the markup of the codes.
  xliff: { links: (body) => linksOfNativeCodes(body).join('\n') },
  json: { links: (body) => linksOf(JSON.parse(body)).join('\n') },
  txt: {},
};

function withoutFrontMatter(body: string): string {
  return body.replace(/^---\n[\s\S]*?\n---\n/u, '');
}

/** Every address in a JSON value, as a link; a `urn:` is a name that leads nowhere. */
function linksOf(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) {
    return [];
  }
  return Object.entries(value).flatMap(([name, member]) =>
    typeof member === 'string' && /url|uri|href|src/iu.test(name) && !/^urn:[a-z]/u.test(member)
      ? [linkTo(member)]
      : linksOf(member),
  );
}

const Ninjs = z.object({
  bodies: z.array(z.object({ contentType: z.string(), value: z.string() })),
});

function bodiesOf(value: unknown): string[] {
  return Ninjs.parse(value)
    .bodies.filter(({ contentType }) => contentType === 'text/html')
    .map((body) => body.value);
}

function linksOfNativeCodes(xliff: string): string[] {
  return [...xliff.matchAll(/<data [^>]*>([^<]*)<\/data>/gu)].flatMap(([, data = '']) =>
    [...decodeXml(data).matchAll(/(?:href|src)="([^"]*)"/giu)].map(([, url = '']) => linkTo(url)),
  );
}

function decodeXml(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&');
}

function linkTo(url: string): string {
  return `<a href="${url.replaceAll('&', '&amp;').replaceAll('"', '&quot;')}">x</a>`;
}
