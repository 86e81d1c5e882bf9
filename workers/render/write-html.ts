import type { Element, ElementContent, Properties } from 'hast';

const VOID_TAGS: ReadonlySet<string> = new Set(['br', 'hr', 'img', 'input', 'link', 'meta', 'wbr']);
/** Elements whose text no reader decodes: it must not hold their end tag, and is written as it is. */
const RAW_TAGS: ReadonlySet<string> = new Set(['script', 'style']);

/**
 * Writes nodes as HTML: elements and texts of ours, whose names are HTML's. Comments and other nodes
 * are left out. Any text stays text, and any value of an attribute inside its quotes.
 */
export function writeHtml(nodes: readonly ElementContent[]): string {
  let html = '';
  for (const node of nodes) {
    html += node.type === 'element' ? writeElement(node) : node.type === 'text' ? writeText(node.value) : '';
  }
  return html;
}

function writeElement({ tagName, properties, children }: Element): string {
  const start = `<${tagName}${writeAttributes(properties)}>`;
  if (VOID_TAGS.has(tagName)) {
    return start;
  }
  const content = RAW_TAGS.has(tagName) ? rawText(children) : writeHtml(children);
  return `${start}${content}</${tagName}>`;
}

function rawText(children: readonly ElementContent[]): string {
  return children.map((child) => (child.type === 'text' ? child.value : '')).join('');
}

function writeAttributes(properties: Properties): string {
  let attributes = '';
  for (const property in properties) {
    attributes += writeAttribute(property, properties[property]);
  }
  return attributes;
}

function writeAttribute(property: string, value: Properties[string]): string {
  if (value === undefined || value === null || value === false) {
    return '';
  }
  const name = NAMES[property] ?? property;
  return value === true
    ? ` ${name}`
    : ` ${name}="${escapeValue(Array.isArray(value) ? value.join(' ') : String(value))}"`;
}

/** Attributes that are not written as their property is; all others of ours are. */
const NAMES: Readonly<Record<string, string>> = {
  ariaDescribedBy: 'aria-describedby',
  ariaLabel: 'aria-label',
  charSet: 'charset',
  className: 'class',
  dataFootnoteBackref: 'data-footnote-backref',
  dataFootnoteRef: 'data-footnote-ref',
  dataFootnotes: 'data-footnotes',
  dataOrigin: 'data-origin',
  dataReview: 'data-review',
  dateTime: 'datetime',
  hrefLang: 'hreflang',
};

function writeText(text: string): string {
  return text.includes('&') || text.includes('<') ? text.replaceAll(/[&<]/gu, reference) : text;
}

function escapeValue(value: string): string {
  return IN_VALUES.test(value) ? value.replaceAll(/["&'`\0]/gu, reference) : value;
}

const IN_VALUES = /["&'`\0]/u;

function reference(char: string): string {
  return `&#x${char.charCodeAt(0).toString(16).toUpperCase()};`;
}
