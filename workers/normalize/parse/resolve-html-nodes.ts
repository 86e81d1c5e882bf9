import type { Nodes, Parent, Parents, Root, RootContent } from 'mdast';
import type { Diagnostic } from '../../../shared/document/overlay.ts';
import { isParsedPhrasing } from '../../../shared/document/phrasing-to-coded-text.ts';
import { scanHtml } from '../guard/scan-html.ts';
import { parseHtmlFragment } from './hast.ts';
import { hastToMdast } from './hast-to-mdast.ts';
import { plainText } from './plain-text.ts';
import { resolveInlineHtml } from './resolve-inline-html.ts';
import { walkNodes } from './walk-nodes.ts';

/**
 * Leaves no raw HTML in Markdown: blocks of it are read as HTML, inline tags with a Markdown
 * counterpart become that, all other tags go and their text stays. What went is one diagnostic.
 */
export function resolveHtmlNodes(root: Root, diagnostics: Diagnostic[]): void {
  const dropped = new Set<string>();
  walkNodes(root, (node) => {
    if (!('children' in node) || !node.children.some((child) => child.type === 'html')) {
      return;
    }
    if (isFlow(node)) {
      const children = node.children.flatMap((child) =>
        child.type === 'html' ? readBlock(child.value, dropped) : [child],
      );
      replaceChildren(node, children);
    } else {
      replaceChildren(
        node,
        resolveInlineHtml(
          node.children.flatMap((child) => (isParsedPhrasing(child) ? [child] : [])),
          dropped,
        ),
      );
    }
  });
  if (dropped.size > 0) {
    diagnostics.push({
      code: 'html-dropped',
      severity: 'info',
      message: `Raw HTML was removed from the Markdown: ${[...dropped].slice(0, 12).join(', ')}`,
    });
  }
}

const FLOW = new Set(['root', 'blockquote', 'listItem', 'footnoteDefinition']);

function isFlow(node: Parents): boolean {
  return FLOW.has(node.type);
}

function readBlock(html: string, dropped: Set<string>): RootContent[] {
  scanHtml(html);
  const children = hastToMdast(parseHtmlFragment(html)).children.filter((node) => !isEmpty(node));
  if (children.length === 0) {
    dropped.add(/^<(?:!--|[/!?]?[\w-]+)/u.exec(html.trim())?.[0] ?? 'markup');
  }
  return children;
}

/** A tag alone makes an element without content, such as the `<table>` of a table with blank lines in it. */
function isEmpty(node: RootContent): boolean {
  return isParsedPhrasing(node) || node.type === 'paragraph' || node.type === 'table'
    ? plainText([node]).trim() === '' && !hasPicture(node)
    : false;
}

function hasPicture(node: Nodes): boolean {
  return node.type === 'image' || ('children' in node && node.children.some((child) => hasPicture(child)));
}

function replaceChildren(node: Parent, children: readonly RootContent[]): void {
  node.children.splice(0, node.children.length, ...children);
}
