import type { SourceFormat } from '../../../shared/document/article.ts';

/** A family of inputs that parsers are known to hang or crash on, in any size. */
export interface HostileInput {
  readonly name: string;
  readonly format: SourceFormat;
  /** About `length` characters. */
  readonly make: (length: number) => string;
}

const repeat = (unit: string, length: number): string =>
  unit.repeat(Math.max(1, Math.floor(length / unit.length)));
const lines = (length: number, line: (index: number) => string): string => {
  const parts: string[] = [];
  for (let size = 0, index = 0; size < length; index += 1) {
    const next = line(index);
    parts.push(next);
    size += next.length + 1;
  }
  return parts.join('\n');
};
const half = (left: string, right: string, length: number): string =>
  repeat(left, (length * left.length) / (left.length + right.length)) +
  repeat(right, (length * right.length) / (left.length + right.length));

const MARKDOWN: Readonly<Record<string, (length: number) => string>> = {
  'list marks': (length) => repeat('- ', length),
  'numbered marks': (length) => repeat('1. ', length),
  'quote marks': (length) => repeat('> ', length),
  'quote marks without spaces': (length) => repeat('>', length),
  'lists by indentation': (length) => lines(length, (index) => `${' '.repeat(index * 2)}- a`),
  'quotes that deepen': (length) => lines(length, (index) => `${'> '.repeat(index % 400)}a`),
  'emphasis that opens, then closes': (length) => half('*a ', 'b* ', length),
  'emphasis of both kinds': (length) => repeat('*a _b ', length),
  'stars and letters': (length) => repeat('a**b', length),
  'backtick runs that grow': (length) =>
    lines(length, (index) => `\`${'`'.repeat(index)}a`).replaceAll('\n', ' '),
  'brackets around links': (length) => half('[', '](x)', length),
  'brackets that only open': (length) => repeat('[', length),
  'brackets with letters': (length) => repeat('[a', length),
  'pictures in pictures': (length) => repeat('![', length),
  'processing instructions': (length) => repeat('a <?', length),
  'comments that open': (length) => repeat('a <!-- ', length),
  'declarations that open': (length) => repeat('a <!A ', length),
  'cdata that opens': (length) => repeat('a <![CDATA[', length),
  'angle brackets': (length) => repeat('<', length),
  'tags that open': (length) => repeat('<a ', length),
  entities: (length) => repeat('&amp', length),
  'entities that end': (length) => repeat('&amp;', length),
  escapes: (length) => repeat('\\*', length),
  tildes: (length) => repeat('~~a ', length),
  'footnote marks': (length) => repeat('[^a]', length),
  footnotes: (length) => lines(length, (index) => `[^${index}]: a\n`),
  definitions: (length) => lines(length, (index) => `[${index}]: /x\n`),
  'one definition and its uses': (length) => `[a]: ${'x'.repeat(1000)}\n\n${repeat('[a] ', length)}`,
  addresses: (length) => repeat('www.a.b ', length),
  'mail signs': (length) => repeat('a@', length),
  'an address without an end': (length) => `http://a.b/${repeat('(', length)}`,
  'a wide table': (length) =>
    `${repeat('|a', length / 3)}|\n${repeat('|-', length / 3)}|\n${repeat('x|\n', length / 3)}`,
  pipes: (length) => lines(length, () => '|'.repeat(100)),
  'rows without a table': (length) => lines(length, () => '| a | b |'),
  underlines: (length) => repeat('a\n=\n', length),
  'blank lines': (length) => repeat('\n', length),
  'short lines': (length) => repeat('a\n', length),
  'hard breaks': (length) => repeat('a  \n', length),
  'one long word': (length) => repeat('a', length),
  'spaces before a letter': (length) => `${repeat(' ', length)}a b${repeat(' ', length)}c`.slice(0, length),
  tabs: (length) => repeat('\t', length),
  fences: (length) => lines(length, () => '```'),
  'fences that never close': (length) => `~~~\n${repeat('`a', length)}`,
  'raw elements': (length) => repeat('<div>', length),
  'raw formatting': (length) => repeat('<b><p>', length),
  'raw elements in lines': (length) => lines(length, () => '<div>\n\na'),
  'inline elements': (length) => `a ${repeat('<b>x', length)}`,
  'front matter in brackets': (length) => `---\na: ${repeat('[', length)}\n---\nText.`,
  'front matter in steps': (length) =>
    `---\n${lines(length, (index) => `${' '.repeat(index)}a:`)}\n---\nText.`,
  'front matter of aliases': (length) =>
    `---\na0: &a0 [x]\n${lines(Math.min(length, 4000), (index) => `a${index + 1}: &a${index + 1} [${`*a${index},`.repeat(9)}]`)}\n---\nText.`,
};

const HTML: Readonly<Record<string, (length: number) => string>> = {
  'elements in each other': (length) => repeat('<div>', length),
  'formatting never closed': (length) => repeat('<b><p>', length),
  'fonts misnested': (length) => half('<font><p>', '</font>', length),
  'links never closed': (length) => repeat('<a href=x><p>', length),
  'tables in tables': (length) => repeat('<table><tr><td>', length),
  'text in tables': (length) => `<table>${repeat('a<tr>', length)}`,
  'lists in lists': (length) => repeat('<ul><li>', length),
  'quotes in quotes': (length) => half('<blockquote>', '</blockquote>', length),
  'wide cells': (length) => `<table>${repeat('<tr><td colspan=1000>x</td></tr>', length)}</table>`,
  'tall cells': (length) => `<table>${repeat('<tr><td rowspan=65534>x</td></tr>', length)}</table>`,
  'a table wide and long': (length) =>
    `<table><tr>${repeat('<td>x', length / 2)}</tr>${repeat('<tr><td>x', length / 2)}`,
  attributes: (length) => `<p ${lines(length, (index) => `a${index}=x`)}>Text.</p>`,
  'equal attributes': (length) => `<p ${repeat('a=x ', length)}>Text.</p>`,
  'an attribute without an end': (length) => `<p title="${repeat('a', length)}`,
  'comments that open': (length) => repeat('<!--', length),
  'processing instructions': (length) => repeat('<?', length),
  'end tags': (length) => repeat('</p>', length),
  'end tags that open': (length) => repeat('</', length),
  'angle brackets': (length) => repeat('<', length),
  'tags that open': (length) => repeat('<a ', length),
  'scripts that open': (length) => repeat('<script>', length),
  'title after title': (length) => repeat('<title>a', length),
  'foreign elements': (length) => repeat('<svg><g>', length),
  'integration points': (length) => repeat('<svg><foreignObject>', length),
  templates: (length) => repeat('<template>', length),
  options: (length) => `<select>${repeat('<option>a', length)}`,
  paragraphs: (length) => repeat('<p>Text.', length),
  'empty elements': (length) => repeat('<i></i>', length),
  breaks: (length) => repeat('<br>', length),
  pictures: (length) => repeat('<img src=a>', length),
  entities: (length) => repeat('&notit;', length),
  'one long line': (length) => `<p>${repeat('word ', length)}</p>`,
  forms: (length) => repeat('<form><input>', length),
  frames: (length) => repeat('<iframe>', length),
  'body after body': (length) => repeat('<body a=b>', length),
  'data for machines': (length) =>
    `<script type="application/ld+json">${repeat('[', length)}</script><p>Text.</p>`,
  'meta elements': (length) => repeat('<meta name=author content=x>', length),
};

const TEXT: Readonly<Record<string, (length: number) => string>> = {
  'one long word': (length) => repeat('a', length),
  'one long sentence': (length) => repeat('word ', length),
  initials: (length) => repeat('A. ', length),
  'full stops': (length) => repeat('.', length),
  'short sentences': (length) => repeat('Go on. ', length),
  'short paragraphs': (length) => lines(length, (index) => `Line ${index}.\n`),
  'equal paragraphs': (length) => lines(length, () => 'The harbour stays closed.\n'),
  dates: (length) => repeat('january 12 ', length),
  'marks on one letter': (length) => `a${repeat('\u0301', length / 2)}`,
  'signs of no width': (length) => repeat('a\u200B', length / 2),
  'soft hyphens': (length) => repeat('\u00AD', length / 2),
  'bidi controls': (length) => repeat('\u202E', length / 3),
  quotes: (length) => repeat('"', length),
  'open brackets': (length) => repeat('(', length),
  spaces: (length) => `a${repeat(' ', length)}b`,
  mojibake: (length) => repeat('\u00C3\u00A9', length / 4),
  'lone surrogates': (length) => repeat('\uD800', length / 3),
  'by-lines': (length) => lines(length, () => 'by ANNA SMITH (AP)\n'),
  'hyphens at line ends': (length) => lines(length, () => 'har-'),
  credits: (length) => lines(length, () => '| A caption. Photo: AP |\n'),
  'blocks of Chinese': (length) => repeat('\u6E2F', length / 3),
  'Thai without spaces': (length) => repeat('\u0E17\u0E48\u0E32\u0E40\u0E23\u0E37\u0E2D', length / 3),
};

const JSONS: Readonly<Record<string, (length: number) => string>> = {
  brackets: (length) => `{"body":${repeat('[', length)}`,
  members: (length) => `{"body":"a"${lines(length, (index) => `,"m${index}":1`)}}`,
  'a body of elements': (length) => JSON.stringify({ bodyFormat: 'html', body: repeat('<div>', length) }),
  'a body of marks': (length) => JSON.stringify({ body: repeat('- ', length) }),
};

const NINJS: Readonly<Record<string, (length: number) => string>> = {
  'a body of elements': (length) => JSON.stringify({ uri: 'a', body_html: repeat('<div>', length) }),
  'very many bodies': (length) =>
    JSON.stringify({ uri: 'a', bodies: JSON.parse(`[${repeat('{"role":"main","value":"a"},', length)}{}]`) }),
};

/** Every family of hostile inputs. */
export const HOSTILE_INPUTS: readonly HostileInput[] = [
  ...family('markdown', MARKDOWN),
  ...family('html', HTML),
  ...family('text', TEXT),
  ...family('json', JSONS),
  ...family('ninjs', NINJS),
];

function family(
  format: SourceFormat,
  inputs: Readonly<Record<string, (length: number) => string>>,
): HostileInput[] {
  return Object.entries(inputs).map(([name, make]) => ({ name, format, make }));
}
