import { describe, expect, it } from 'vitest';
import { Document } from '../../../../shared/document/document.ts';
import { rebuildMdast } from '../../../../shared/document/rebuild-mdast.ts';
import type { Segment } from '../../../../shared/document/segment.ts';

const own = (segment: Segment): { text: string; codes: Segment['codes'] } => segment;

function documentOf(
  tree: unknown[],
  segments: { id: string; text: string; joinBefore?: string }[],
): Document {
  return Document.parse({
    id: `a${'0'.repeat(20)}`,
    externalId: 'x',
    version: 1,
    sourceLocale: 'en',
    meta: { byline: [] },
    tree: { type: 'root', children: tree },
    blocks: [],
    segments: segments.map((segment) => ({ blockId: 'b1', codes: [], joinBefore: '', ...segment })),
    overlays: { repairs: [], terms: [], diagnostics: [] },
  });
}

describe('rebuildMdast', () => {
  it('joins the segments of a paragraph by the white space that stood between them', () => {
    const document = documentOf(
      [
        {
          type: 'paragraph',
          children: [
            { type: 'segment', id: 's0000000001' },
            { type: 'segment', id: 's0000000002' },
          ],
        },
      ],
      [
        { id: 's0000000001', text: 'One.' },
        { id: 's0000000002', text: 'Two.', joinBefore: ' ' },
      ],
    );
    expect(rebuildMdast(document, { contentOf: own }).children).toEqual([
      { type: 'paragraph', children: [{ type: 'text', value: 'One. Two.' }] },
    ]);
  });

  it('marks the headline and keeps a figure with caption, alternative text and credit', () => {
    const document = documentOf(
      [
        { type: 'heading', depth: 1, role: 'headline', children: [{ type: 'segment', id: 's0000000001' }] },
        {
          type: 'figure',
          url: 'https://x.org/a.jpg',
          altSegment: 's0000000003',
          credit: { role: 'photo', name: 'AFP' },
          children: [{ type: 'segment', id: 's0000000002' }],
        },
      ],
      [
        { id: 's0000000001', text: 'Head' },
        { id: 's0000000002', text: 'A caption.' },
        { id: 's0000000003', text: 'A harbour' },
      ],
    );
    expect(rebuildMdast(document, { contentOf: own }).children).toEqual([
      { type: 'heading', depth: 1, data: { role: 'headline' }, children: [{ type: 'text', value: 'Head' }] },
      {
        type: 'figure',
        url: 'https://x.org/a.jpg',
        alt: 'A harbour',
        credit: { role: 'photo', name: 'AFP' },
        children: [{ type: 'text', value: 'A caption.' }],
      },
    ]);
  });

  it('lets the caller enclose the content of single segments', () => {
    const document = documentOf(
      [{ type: 'paragraph', children: [{ type: 'segment', id: 's0000000001' }] }],
      [{ id: 's0000000001', text: 'One.' }],
    );
    const root = rebuildMdast(document, {
      contentOf: own,
      enclose: (_segment, content) => [{ type: 'emphasis', children: content }],
    });
    expect(root.children).toEqual([
      {
        type: 'paragraph',
        children: [{ type: 'emphasis', children: [{ type: 'text', value: 'One.' }] }],
      },
    ]);
  });
});
