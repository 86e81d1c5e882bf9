import { type InlineCode, type InlineCodeKind, isSpanTag } from '../document/inline-code.ts';

type CodeOf<Kind extends InlineCodeKind> = Extract<InlineCode, { kind: Kind }>;

/** A code without its place: what its native markup says. */
export type CodeFacts = InlineCode extends infer Code
  ? Code extends InlineCode
    ? Omit<Code, 'id' | 'start' | 'end' | 'canDelete' | 'canReorder'>
    : never
  : never;

/** Inline codes as HTML tags: what exchange formats carry as native code, and other tools can show. */
export interface NativeCode {
  /** The opening tag, or all of a standalone code. */
  readonly open: string;
  /** The closing tag; empty for a standalone code. */
  readonly close: string;
}

const WRITE: { readonly [Kind in InlineCodeKind]: (code: CodeOf<Kind>) => Markup } = {
  emphasis: () => ({ tag: 'em' }),
  strong: () => ({ tag: 'strong' }),
  delete: () => ({ tag: 'del' }),
  link: ({ url, titleSegment }) => ({ tag: 'a', attributes: { href: url, 'data-title': titleSegment } }),
  image: ({ url, altSegment, titleSegment }) => ({
    tag: 'img',
    attributes: { src: url, 'data-alt': altSegment, 'data-title': titleSegment },
  }),
  code: ({ value }) => ({ tag: 'code', content: value }),
  break: () => ({ tag: 'br' }),
  'footnote-reference': ({ identifier }) => ({ tag: 'sup', attributes: { 'data-footnote': identifier } }),
  span: ({ tag, lang, dir, dateTime, titleSegment }) => ({
    tag,
    attributes: { lang, dir, datetime: dateTime, 'data-title': titleSegment },
  }),
  protected: ({ value }) => ({ tag: 'span', attributes: { translate: 'no' }, content: value }),
};

interface Markup {
  readonly tag: string;
  readonly attributes?: Readonly<Record<string, string | undefined>>;
  readonly content?: string;
}

/** Writes a code's kind, what it points to, and what may be done with it. */
export function writeNativeCode<Kind extends InlineCodeKind>(
  code: CodeOf<Kind> & { kind: Kind },
): NativeCode {
  const { tag, attributes = {}, content }: Markup = WRITE[code.kind](code);
  const can = [code.canDelete ? 'delete' : '', code.canReorder ? 'reorder' : ''].filter(Boolean).join(' ');
  const written = Object.entries({ ...attributes, 'data-can': can })
    .flatMap(([name, value]) => (value === undefined ? [] : [` ${name}="${escapeMarkup(value)}"`]))
    .join('');
  const open = `<${tag}${written}>`;
  return content === undefined
    ? { open, close: `</${tag}>` }
    : { open: `${open}${escapeMarkup(content)}</${tag}>`, close: '' };
}

/** What a native code turned out to be. */
export interface ReadCode {
  /** `close` for a closing tag, whose facts name the kind it closes. */
  readonly role: 'open' | 'close' | 'standalone';
  readonly facts: CodeFacts;
  readonly canDelete: boolean;
  readonly canReorder: boolean;
}

/** Reads native markup: an HTML tag of a known meaning. Answers undefined for anything else. */
export function readNativeCode(native: string): ReadCode | undefined {
  const match = TAG.exec(native.trim());
  if (match === null) {
    return undefined;
  }
  const { slash, name = '', attributes = '', content = '' } = match.groups ?? {};
  const values = readAttributes(attributes);
  const facts =
    slash === '/' && isSpanTag(name.toLowerCase())
      ? spanFacts(name.toLowerCase(), values)
      : factsOf(name.toLowerCase(), values, unescape(content));
  if (facts === undefined) {
    return undefined;
  }
  const can = values.get('data-can');
  const standalone = STANDALONE.has(facts.kind);
  return {
    role: standalone ? 'standalone' : slash === '/' ? 'close' : 'open',
    facts,
    canDelete: can === undefined ? !standalone && facts.kind !== 'link' : can.includes('delete'),
    canReorder: can === undefined ? true : can.includes('reorder'),
  };
}

const TAG =
  /^<(?<slash>\/)?(?<name>[A-Za-z][A-Za-z0-9]*)(?<attributes>(?:\s+[\w:-]+(?:\s*=\s*(?:"[^"]*"|'[^']*'))?)*)\s*\/?>(?:(?<content>[^<]*)<\/[A-Za-z]+>)?$/u;

const ATTRIBUTE = /(?<name>[\w:-]+)(?:\s*=\s*(?:"(?<double>[^"]*)"|'(?<single>[^']*)'))?/gu;

const STANDALONE: ReadonlySet<InlineCodeKind> = new Set([
  'image',
  'code',
  'break',
  'footnote-reference',
  'protected',
]);

function factsOf(
  tag: string,
  attributes: ReadonlyMap<string, string>,
  content: string,
): CodeFacts | undefined {
  switch (tag) {
    case 'em':
    case 'i':
      return { kind: 'emphasis' };
    case 'strong':
    case 'b':
      return { kind: 'strong' };
    case 'del':
    case 's':
    case 'strike':
      return { kind: 'delete' };
    case 'a':
      return {
        kind: 'link',
        url: attributes.get('href') ?? '',
        ...optional('titleSegment', attributes.get('data-title')),
      };
    case 'img':
      return {
        kind: 'image',
        url: attributes.get('src') ?? '',
        ...optional('altSegment', attributes.get('data-alt')),
        ...optional('titleSegment', attributes.get('data-title')),
      };
    case 'br':
      return { kind: 'break' };
    case 'code':
      return { kind: 'code', value: content };
    default: {
      const identifier = attributes.get('data-footnote');
      if (identifier !== undefined) {
        return { kind: 'footnote-reference', identifier };
      }
      if (tag !== 'span') {
        return spanFacts(tag, attributes);
      }
      if (attributes.get('translate') === 'no') {
        return { kind: 'protected', value: content };
      }
      return attributes.has('lang') || attributes.has('dir') ? spanFacts(tag, attributes) : undefined;
    }
  }
}

function spanFacts(tag: string, attributes: ReadonlyMap<string, string>): CodeFacts | undefined {
  const dir = attributes.get('dir');
  return isSpanTag(tag)
    ? {
        kind: 'span',
        tag,
        ...optional('lang', attributes.get('lang')),
        ...(dir === 'ltr' || dir === 'rtl' || dir === 'auto' ? { dir } : {}),
        ...optional('dateTime', attributes.get('datetime')),
        ...optional('titleSegment', attributes.get('data-title')),
      }
    : undefined;
}

function optional<Name extends string>(name: Name, value: string | undefined): { [Key in Name]?: string } {
  const made: { [Key in Name]?: string } = {};
  if (value !== undefined) {
    made[name] = value;
  }
  return made;
}

function readAttributes(text: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const { groups } of text.matchAll(ATTRIBUTE)) {
    found.set(
      groups?.['name']?.toLowerCase() ?? '',
      unescape(groups?.['double'] ?? groups?.['single'] ?? ''),
    );
  }
  return found;
}

const ESCAPES = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' } as const;

/** Escapes text for HTML, in content and in quoted attributes. */
export function escapeMarkup(text: string): string {
  return text
    .replaceAll('&', ESCAPES['&'])
    .replaceAll('<', ESCAPES['<'])
    .replaceAll('>', ESCAPES['>'])
    .replaceAll('"', ESCAPES['"']);
}

function unescape(text: string): string {
  return text
    .replaceAll(ESCAPES['"'], '"')
    .replaceAll(ESCAPES['>'], '>')
    .replaceAll(ESCAPES['<'], '<')
    .replaceAll(ESCAPES['&'], '&');
}
