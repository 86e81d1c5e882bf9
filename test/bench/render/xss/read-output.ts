import { HtmlRenderer, Parser } from 'commonmark';
import MarkdownIt from 'markdown-it';
import type { OutputFormat } from '../../../../shared/document/output-format.ts';

/** Makes HTML of an output as a program does that trusts it. */
export type OutputReader = (body: string) => string;

const markdownIt = new MarkdownIt({ html: true, linkify: true }).disable('linkify');
// It refuses some addresses by itself; a reader that does not is the one to be safe with.
markdownIt.validateLink = () => true;
const parser = new Parser();
const writer = new HtmlRenderer({ safe: false });

/** Both let raw HTML through. */
export const MARKDOWN_READERS: Readonly<Record<string, OutputReader>> = {
  'markdown-it': (body) => markdownIt.render(withoutFrontMatter(body)),
  'commonmark.js': (body) => writer.render(parser.parse(withoutFrontMatter(body))),
};

/** The page itself, as a browser gets it. */
const AS_IT_IS: Readonly<Record<string, OutputReader>> = { browser: (body) => body };

/**
 * Who reads each format, by name. Plain text and the JSON of sentences have no HTML in them: who shows
 * them escapes them; addresses in JSON are judged as links.
 */
export const OUTPUT_READERS: { readonly [Format in OutputFormat]: Readonly<Record<string, OutputReader>> } = {
  html: AS_IT_IS,
  fragment: AS_IT_IS,
  md: MARKDOWN_READERS,
  json: { links: (body) => linksOf(JSON.parse(body)).join('\n') },
  txt: {},
};

function withoutFrontMatter(body: string): string {
  return body.replace(/^---\n[\s\S]*?\n---\n/u, '');
}

/** Every address in a JSON value, as a link. */
function linksOf(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) {
    return [];
  }
  return Object.entries(value).flatMap(([name, member]) =>
    typeof member === 'string' && /url|href|src/iu.test(name)
      ? [`<a href="${member.replaceAll('&', '&amp;').replaceAll('"', '&quot;')}">x</a>`]
      : linksOf(member),
  );
}
