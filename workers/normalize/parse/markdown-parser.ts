import type { Root } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { type Data, type Processor, unified } from 'unified';
import { parseInPieces } from './parse-in-pieces.ts';

/** Parts of the syntax that cost time at each character or line, by the constructs that make them. */
const PARTS = {
  email: ['emailAutolink'],
  address: ['wwwAutolink', 'protocolAutolink'],
  table: ['table'],
} as const;
type Part = keyof typeof PARTS;

const HAS: Readonly<Record<Part, RegExp>> = {
  email: /@/u,
  address: /:\/\/|www\./iu,
  table: /\||:-|-:/u,
};

type Extension = NonNullable<Data['micromarkExtensions']>[number];
type MarkdownParser = (markdown: string) => Root;
const parsers = new Map<string, MarkdownParser>();

/** The line that ends front matter. */
const FENCE = /^---[ \t]*\r?$/mu;

/**
 * Parses Markdown (CommonMark, GFM; front matter where `hasFrontMatter`). Of its nodes only code blocks
 * are sure to have a position.
 */
export function parseMarkdownTree(markdown: string, hasFrontMatter: boolean): Root {
  if (!hasFrontMatter) {
    return parseInPieces(markdown, 0, parseWhole);
  }
  const start = markdown.indexOf('\n') + 1;
  const end = start + markdown.slice(start).search(FENCE);
  const newline = markdown.indexOf('\n', end);
  const body = parseInPieces(markdown, newline === -1 ? markdown.length : newline, parseWhole);
  const value = markdown.slice(start, end).replace(/\r?\n$/u, '');
  return { type: 'root', children: [{ type: 'yaml', value }, ...body.children] };
}

/**
 * Parses all of a text by the full parser. Constructs for which it holds no sign are left out, which
 * changes nothing but the time: half of it, for most articles.
 */
function parseWhole(markdown: string): Root {
  const missing = (['email', 'address', 'table'] as const).filter((part) => !HAS[part].test(markdown));
  const key = missing.join(' ');
  const known = parsers.get(key);
  const parse = known ?? createParser(missing);
  parsers.set(key, parse);
  return parse(markdown);
}

function createParser(missing: readonly Part[]): MarkdownParser {
  const names = new Set<string>(missing.flatMap((part) => PARTS[part]));
  const processor = unified()
    .use(remarkParse)
    .use(remarkGfm, { singleTilde: false })
    .use(leaveOut, names)
    .freeze();
  return (markdown) => processor.parse(markdown);
}

/** Takes constructs out of the extensions that other plugins have added. */
function leaveOut(this: Processor, names: ReadonlySet<string>): undefined {
  for (const extension of this.data().micromarkExtensions ?? []) {
    removeFrom(extension, names);
  }
}

function removeFrom(extension: Extension, names: ReadonlySet<string>): void {
  for (const hook of ['flow', 'text'] as const) {
    const constructs = extension[hook] ?? {};
    for (const [code, value] of Object.entries(constructs)) {
      const list = Array.isArray(value) ? value : [value];
      constructs[code] = list.flatMap((construct) =>
        construct === undefined || names.has(construct.name ?? '') ? [] : [construct],
      );
    }
  }
}
