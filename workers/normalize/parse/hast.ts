import type { Root } from 'hast';
import rehypeParse from 'rehype-parse';
import { unified } from 'unified';

const pageParser = unified().use(rehypeParse).freeze();
const fragmentParser = unified().use(rehypeParse, { fragment: true }).freeze();

/** Parses a whole page; a fragment gets the `html` and `body` elements that it lacks. */
export function parseHtmlPage(html: string): Root {
  return pageParser.parse(html);
}

/** Parses a piece of HTML as the content of a `body`. */
export function parseHtmlFragment(html: string): Root {
  return fragmentParser.parse(html);
}
