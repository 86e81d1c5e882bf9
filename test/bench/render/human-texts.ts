import type { Root } from 'mdast';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { z } from 'zod';
import type { DataFolder } from '../data-folder.ts';

export const NEWS = 'ntrex/ntrex.jsonl.gz';
export const DOCS = 'docs-multi/docs.jsonl.gz';

/** A segment as a human translator wrote it, as a tree of its own. */
export interface HumanText {
  readonly locale: string;
  /** Number of its document in the corpus. */
  readonly document: number;
  readonly english: string;
  readonly text: string;
  /** As the corpus has it: with inline Markdown in documentation. */
  readonly raw: string;
  /** A new tree each time. */
  readonly tree: () => Root;
}

/** Locales as the corpora name them, where our names differ. */
const OUR_NAMES: Readonly<Record<string, string>> = { 'zh-CN': 'zh-Hans', 'zh-TW': 'zh-Hant' };
const NOT_LOCALES: ReadonlySet<string> = new Set(['line', 'doc', 'seg', 'en']);

/** Translations of news: one JSON object a line, `{doc, en, <locale>: text}`. */
export function newsTexts(data: DataFolder): readonly HumanText[] {
  const documents = new Map<unknown, number>();
  return data.lines(NEWS).flatMap((line) => {
    const row = z.record(z.string(), z.unknown()).parse(line);
    const document = documents.get(row['doc']) ?? documents.size;
    documents.set(row['doc'], document);
    return textsOf(row, document, (text) => ({
      type: 'root',
      children: [{ type: 'paragraph', children: [{ type: 'text', value: text }] }],
    }));
  });
}

const Doc = z.object({ segments: z.array(z.record(z.string(), z.string())) });
const parser = unified().use(remarkParse);

/** Translations of documentation: `{segments: [{en, <locale>: inline Markdown}]}`. */
export function docsTexts(data: DataFolder): readonly HumanText[] {
  return data
    .lines(DOCS)
    .flatMap((line, document) =>
      Doc.parse(line).segments.flatMap((row) => textsOf(row, document, (text) => parser.parse(text))),
    );
}

function textsOf(
  row: Readonly<Record<string, unknown>>,
  document: number,
  treeOf: (text: string) => Root,
): readonly HumanText[] {
  const english = String(row['en']);
  return Object.entries(row).flatMap(([tag, text]) =>
    NOT_LOCALES.has(tag) || typeof text !== 'string' || text.trim() === ''
      ? []
      : [
          {
            locale: OUR_NAMES[tag] ?? tag,
            document,
            english,
            text: textOf(treeOf(text)),
            raw: text,
            tree: () => treeOf(text),
          },
        ],
  );
}

/** What a reader sees of a tree. */
export function textOf(root: Root): string {
  let text = '';
  visit(root, (node) => {
    text += 'value' in node ? node.value : node.type === 'break' ? '\n' : '';
  });
  return text;
}
