import type { CodedText } from '../../../shared/document/inline-code.ts';
import { isParsedPhrasing, phrasingToCodedText } from '../../../shared/document/phrasing-to-coded-text.ts';
import { parseMarkdownTree } from '../../../workers/normalize/parse/markdown-parser.ts';

/**
 * A sentence of a Markdown file as an article's segment holds it: emphasis, links and code as inline
 * codes. What is not the content of one paragraph, heading or list item stays as it is.
 */
export function codedMarkdown(sentence: string): CodedText {
  const nodes = parseMarkdownTree(sentence, false).children;
  const [block, ...others] = nodes;
  if (block === undefined || others.length > 0 || (block.type !== 'paragraph' && block.type !== 'heading')) {
    return { text: sentence, codes: [] };
  }
  const coded = phrasingToCodedText(block.children.filter(isParsedPhrasing), () => 'aside');
  return coded.text.trim() === '' ? { text: sentence, codes: [] } : coded;
}
