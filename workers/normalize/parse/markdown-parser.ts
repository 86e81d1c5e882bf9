import type { Root } from 'mdast';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { type Data, type Processor, unified } from 'unified';

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

/**
 * Parses Markdown (CommonMark, GFM; front matter where `hasFrontMatter`). Constructs for which the
 * text holds no sign are left out, which changes nothing but the time: half of it, for most articles.
 */
export function parseMarkdownTree(markdown: string, hasFrontMatter: boolean): Root {
  const missing = (['email', 'address', 'table'] as const).filter((part) => !HAS[part].test(markdown));
  const key = `${missing.join(' ')} ${hasFrontMatter}`;
  const known = parsers.get(key);
  const parse = known ?? createParser(missing, hasFrontMatter);
  parsers.set(key, parse);
  return parse(markdown);
}

function createParser(missing: readonly Part[], hasFrontMatter: boolean): MarkdownParser {
  const names = new Set<string>(missing.flatMap((part) => PARTS[part]));
  const gfm = unified().use(remarkParse).use(remarkGfm, { singleTilde: false });
  const processor = (hasFrontMatter ? gfm.use(remarkFrontmatter) : gfm).use(leaveOut, names).freeze();
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
