import type { Element, ElementContent, Properties, Root } from 'hast';

/** Attributes that the conversion reads; classes tell the language of code, and what is not translated. */
const READ = new Set(
  'align alt checked className colSpan dataCredit dataSrc dateTime dir hidden href lang noWrap role rowSpan src start title translate type wrap xmlLang'.split(
    ' ',
  ),
);
const CLASSED = new Set(['code', 'pre', 'samp']);

/** Elements around which, and at whose ends, white space does not show. */
const BLOCKS = new Set(
  'address article aside blockquote body br center dd div dl dt figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr li main menu nav ol p pre section table tbody td tfoot th thead tr ul'.split(
    ' ',
  ),
);
/** Elements in which all white space shows. */
const PREFORMATTED = new Set(['pre', 'listing', 'xmp', 'plaintext']);

/**
 * Takes out of a page's tree what its conversion passes over: attributes that say nothing about text,
 * and white space between blocks. The conversion copies and walks all of it several times.
 */
export function simplifyTree(tree: Root): void {
  simplifyBelow(tree, false);
}

function simplifyBelow(parent: Root | Element, isPreformatted: boolean): void {
  const children: readonly Root['children'][number][] = parent.children;
  if (!isPreformatted && (parent.type === 'root' || BLOCKS.has(parent.tagName))) {
    parent.children = children.filter(
      (child, index): child is ElementContent =>
        !(isSpace(child) && (isEdge(children[index - 1]) || isEdge(children[index + 1]))),
    );
  }
  for (const child of parent.children) {
    if (child.type === 'element') {
      child.properties = readProperties(child);
      simplifyBelow(child, isPreformatted || PREFORMATTED.has(child.tagName));
    }
  }
}

function isSpace(node: Root['children'][number]): boolean {
  return node.type === 'text' && /^[\t\n\f\r ]*$/u.test(node.value);
}

function isEdge(sibling: Root['children'][number] | undefined): boolean {
  return sibling === undefined || (sibling.type === 'element' && BLOCKS.has(sibling.tagName));
}

function readProperties({ tagName, properties }: Element): Properties {
  const read: Properties = {};
  for (const name in properties) {
    if (READ.has(name) && (name !== 'className' || isTelling(tagName, properties[name]))) {
      read[name] = properties[name];
    }
  }
  return read;
}

function isTelling(tagName: string, classes: Properties[string]): boolean {
  return CLASSED.has(tagName) || (Array.isArray(classes) && classes.includes('notranslate'));
}
