import * as fc from 'fast-check';
import type { Nodes } from 'mdast';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { describe, expect, it } from 'vitest';
import type { InlineCode } from '../../../../shared/document/inline-code.ts';
import { documentOf } from '../../../support/builders.ts';
import { emphasis, kitOf, link, render, strong } from './render-input.ts';

const reader = unified().use(remarkParse).use(remarkGfm).use(remarkFrontmatter).freeze();

async function reread(text: string, codes: readonly InlineCode[] = []): Promise<Nodes> {
  const { outputs } = await render(documentOf([[{ text, codes }]]), 'en');
  return reader.parse(outputs.md ?? '');
}

/** Words as the house style of the test's locale sets them. */
function asSet(text: string): string {
  return kitOf('en').typeset.text(text);
}

function wordsOf(node: Nodes): string {
  if (node.type === 'yaml') {
    return '';
  }
  return 'children' in node
    ? node.children.map((child) => wordsOf(child)).join('')
    : 'value' in node
      ? node.value
      : '';
}

function marksOf(node: Nodes): string[] {
  const own = ['strong', 'emphasis', 'link'].includes(node.type) ? [`${node.type}:${wordsOf(node)}`] : [];
  return 'children' in node ? [...own, ...node.children.flatMap((child) => marksOf(child))] : own;
}

describe('toMarkdown', () => {
  it('gives every word back to a reader', async () => {
    const characters = 'ab 1.-+*_`~#>|<&[](){}!\\"\'$:/\u00E9日本「」ש '.split('');
    const text = fc
      .string({ unit: fc.constantFrom(...characters), minLength: 1, maxLength: 30 })
      .map((words) => words.replaceAll(/\s+/gu, ' ').trim())
      .filter((words) => words !== '');
    await fc.assert(
      fc.asyncProperty(text, async (words) => {
        expect(wordsOf(await reread(words))).toBe(asSet(words));
      }),
      { numRuns: 300 },
    );
  });

  it.each([
    ['ko', '그는 "안녕"이라고 말했다', 3, 7],
    ['zh', '他说“你好”吧', 2, 6],
    ['ja', '彼は「はい」と言った', 2, 6],
    ['en', 'He said "yes"today', 8, 13],
  ])('keeps emphasis around quoted words: %s', async (_, text, start, end) => {
    const tree = await reread(text, [strong(1, start, end)]);
    expect(marksOf(tree)).toEqual([`strong:${asSet(text).slice(start, end)}`]);
    expect(wordsOf(tree)).toBe(asSet(text));
  });

  it('keeps nested marks', async () => {
    const tree = await reread('All of it is here.', [link(1, 0, 9), strong(2, 0, 3), emphasis(3, 7, 9)]);
    expect(marksOf(tree)).toEqual(['link:All of it', 'strong:All', 'emphasis:it']);
  });

  it('isolates a sentence of the other direction, and nothing else', async () => {
    const document = documentOf(['One is here. Two is here.']);
    const { outputs } = await render(document, 'ar', { 'One is here.': 'الأول هنا.' });
    expect(outputs.md).toContain('\nالأول هنا. \u2068Two is here.\u2069\n');
    const { outputs: french } = await render(document, 'fr', { 'One is here.': 'Le premier est ici.' });
    expect(french.md).toContain('\nLe premier est ici. Two is here.\n');
  });
});
