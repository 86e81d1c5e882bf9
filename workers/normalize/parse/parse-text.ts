import type { Paragraph, Root, RootContent } from 'mdast';
import { NOTHING_FOUND } from '../draft/found-meta.ts';
import type { ParsedArticle } from './parsed-article.ts';

const MAX_HEADLINE_LENGTH = 140;
const MAX_HEADLINE_WORDS = 22;

/** Reads plain text: paragraphs are separated by blank lines, a first line may be the headline. */
export function parseText(content: string): ParsedArticle {
  const paragraphs = content
    .replace(/^\uFEFF/u, '')
    .split(/(?:\r\n?|\n)(?:[ \t]*(?:\r\n?|\n))+/u)
    .map((paragraph) => paragraph.trim().replaceAll(/(?<![ \t])[ \t]*(?:\r\n?|\n)[ \t]*/gu, '\n'))
    .filter((paragraph) => paragraph !== '');
  const first = splitHeadline(paragraphs);
  const children: RootContent[] = paragraphs
    .slice(first === undefined ? 0 : 1)
    .map((value) => paragraphOf(value));
  const root: Root = { type: 'root', children };
  if (first !== undefined) {
    root.children.unshift({ type: 'heading', depth: 1, children: [{ type: 'text', value: first }] });
  }
  return { root, found: NOTHING_FOUND, diagnostics: [] };
}

function splitHeadline(paragraphs: readonly string[]): string | undefined {
  const first = paragraphs[0];
  return first !== undefined && paragraphs.length > 1 && looksLikeHeadline(first) ? first : undefined;
}

function looksLikeHeadline(line: string): boolean {
  return (
    !line.includes('\n') &&
    line.length <= MAX_HEADLINE_LENGTH &&
    line.split(/\s+/u).length <= MAX_HEADLINE_WORDS &&
    !/[.,;:]["'”’)]?$/u.test(line) &&
    !/^by\s/iu.test(line) &&
    /^["'“‘«(]?[\p{Lu}\p{Lo}\p{N}]/u.test(line)
  );
}

function paragraphOf(value: string): Paragraph {
  return { type: 'paragraph', children: [{ type: 'text', value }] };
}
