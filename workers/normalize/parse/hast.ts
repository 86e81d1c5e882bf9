import type { Root } from 'hast';
import rehypeParse from 'rehype-parse';
import { unified } from 'unified';

const fragmentParser = unified().use(rehypeParse, { fragment: true }).freeze();

/** Parses a piece of HTML as the content of a `body`, by the rules of browsers. */
export function parseHtmlFragment(html: string): Root {
  return fragmentParser.parse(html);
}
