import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Document } from '../../../../shared/document/document.ts';
import { LITERAL_PLACEHOLDER } from '../../../../shared/document/phrasing-to-coded-text.ts';
import { revertRepairs } from '../../../../shared/document/revert-repairs.ts';
import { createNormalizeDeps } from '../../../../workers/normalize/deps.ts';
import { readDraft } from '../../../../workers/normalize/draft/read-draft.ts';
import { normalize } from '../../../../workers/normalize/normalize.ts';
import { parseArticle } from '../../../../workers/normalize/parse/parse-article.ts';
import { normalized, segmentTexts, sourceOf, textsOf } from './support.ts';

const HARBOUR = `Harbour officials in Lisbon said on january 12 that the pier would close. The work takes two years.
"We asked for help," said the mayor of a town on the coast. portugal's government agreed to pay.
![]() |
Workers stand on the pier on january 9. Photo: AFP
President Costa visited the site. However, president Costa's speech was short.
The portuguese foreign minister stayed away. Nobody said why.
by Ana Silva (AP)
`;

describe('normalize', () => {
  it('repairs an article that came as one paragraph per line with a lost picture and a byline', async () => {
    const document = await normalized(HARBOUR);
    expect(textsOf(document)).toEqual([
      'Harbour officials in Lisbon said on January 12 that the pier would close.',
      'The work takes two years.',
      '"We asked for help," said the mayor of a town on the coast.',
      "Portugal's government agreed to pay.",
      'Workers stand on the pier on January 9.',
      'President Costa visited the site.',
      "However, President Costa's speech was short.",
      'The Portuguese foreign minister stayed away.',
      'Nobody said why.',
    ]);
    expect(document.meta).toMatchObject({ byline: [{ name: 'Ana Silva' }], agency: 'AP' });
    expect(document.tree.children[2]).toMatchObject({
      type: 'figure',
      credit: { role: 'photo', name: 'AFP' },
    });
  });

  it('gives a document that fits its schema', async () => {
    expect(Document.safeParse(await normalized(HARBOUR)).error).toBeUndefined();
  });

  it('gives the submitted text back when the repairs are reverted', async () => {
    const document = await normalized(HARBOUR);
    expect(revertRepairs(document)).toEqual([
      { blockId: 'b1', text: HARBOUR.trim().replace('![]()', '\uFFFC') },
    ]);
  });

  it('reverts to the submitted blocks whatever the defects are', { timeout: 20_000 }, async () => {
    const deps = createNormalizeDeps();
    const piece = fc.constantFrom(
      'The pier closed. ',
      'in january ',
      'mexico’s ',
      '\u00AD',
      '\u00A0',
      '  ',
      '**bold** ',
      '[a link](https://x.org "t") ',
      '![](x.jpg) ',
      '![]()',
      '\n',
      '\n\n',
      ' | ',
      '\u200B',
      'e\u0301',
      '“so" ',
      '`code` ',
      '# Head\n\n',
      '- item\n',
      'Photo: AFP',
      '\n\nby Ana Silva (AP)\n\n',
      '\uFFFC',
      '> quoted\n\n',
    );
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { minLength: 1, maxLength: 25 }), async (pieces) => {
        const content = `Some text of a report here. ${pieces.join('')}`;
        const submitted = readDraft(await parseArticle(content, 'markdown'));
        const blocks = [...submitted.asides.map((block) => block), ...leafBlocks(submitted.nodes)].map(
          ({ id, text }) => ({
            blockId: id,
            text: text.replaceAll(LITERAL_PLACEHOLDER, '\uFFFC'),
          }),
        );
        const reverted = revertRepairs(await normalize(sourceOf(content), deps));
        expect(reverted.filter(({ text }) => text !== '')).toEqual(
          blocks
            .filter(({ text }) => text !== '')
            .toSorted((a, b) => Number(a.blockId.slice(1)) - Number(b.blockId.slice(1))),
        );
      }),
      { numRuns: 300 },
    );
  });

  it('changes nothing when its own text comes in again', async () => {
    const first = await segmentTexts(HARBOUR);
    const again = await normalized(first.join('\n\n'));
    expect(textsOf(again)).toEqual(first);
    expect(again.overlays.repairs).toEqual([]);
  });

  it('keeps the ids of unchanged segments when others come and go', async () => {
    const before = await normalized('One stays.\n\nTwo stays. Three stays.\n\nOne stays.');
    const after = await normalized(
      'New first. One stays.\n\nAnother.\n\nTwo stays. Three stays.\n\nOne stays.',
    );
    for (const text of ['One stays.', 'Two stays.', 'Three stays.']) {
      expect(idsOf(after, text)).toEqual(idsOf(before, text));
    }
    expect(new Set(before.segments.map((segment) => segment.id)).size).toBe(4);
  });

  it('keeps the id of a segment whose link goes elsewhere', async () => {
    const [before, after] = await Promise.all([
      normalized('See [the report](https://a.org).'),
      normalized('See [the report](https://b.org).'),
    ]);
    expect(after.segments[0]?.id).toBe(before.segments[0]?.id);
  });

  it('puts the neighbours of the running text on each segment', async () => {
    const document = await normalized('One. ![alt text](x.jpg) Two.\n\nThree.');
    expect(
      document.segments.map(({ text, contextBefore, contextAfter }) => [contextBefore, text, contextAfter]),
    ).toEqual([
      [undefined, 'One.', '\uFFFC Two.'],
      ['One.', '\uFFFC Two.', 'Three.'],
      ['\uFFFC Two.', 'alt text', 'Three.'],
      ['\uFFFC Two.', 'Three.', undefined],
    ]);
  });

  it('puts a submitted headline at the top of a body that lacks it, and a description after it', async () => {
    const document = await normalized('The pier closed.', {
      meta: { headline: 'Pier closes', description: 'What it means.' },
    });
    expect(document.blocks.map((block) => block.kind)).toEqual(['headline', 'description', 'paragraph']);
    expect(document.tree.children[0]).toMatchObject({ type: 'heading', depth: 1, role: 'headline' });
    expect(document.meta.headline).toBe('Pier closes');
  });

  it('invents no headline', async () => {
    const document = await normalized('The pier closed.\n\nNobody knew.');
    expect(document.meta.headline).toBeUndefined();
    expect(document.blocks.map((block) => block.kind)).toEqual(['paragraph', 'paragraph']);
  });

  it('lets submitted metadata win over what the source says', async () => {
    const content = '---\ntitle: Found\nauthor: Found Name\ndate: 2026-01-02\n---\nThe pier closed.';
    const document = await normalized(content, {
      meta: { headline: 'Given', byline: 'By GIVEN NAME, Reuters', publishedAt: '2026-01-03' },
    });
    expect(document.meta).toMatchObject({
      headline: 'Given',
      byline: [{ name: 'Given Name' }],
      agency: 'Reuters',
      publishedAt: '2026-01-03',
    });
  });

  it('leaves alone what a switched-off rule would repair', async () => {
    const deps = createNormalizeDeps({ disabledRules: ['month-case', 'byline-line'] });
    const document = await normalize(sourceOf('It closed on january 12.\n\nby Ana Silva (AP)'), deps);
    expect(textsOf(document)).toEqual(['It closed on january 12.', 'by Ana Silva (AP)']);
  });

  it('refuses an article without words', async () => {
    await expect(normalized('---\n\n![](x.jpg)\n')).rejects.toMatchObject({ code: 'SOURCE_EMPTY' });
  });
});

function leafBlocks(nodes: ReturnType<typeof readDraft>['nodes']): { id: string; text: string }[] {
  return nodes.flatMap((node) => {
    if (node.type === 'leaf') {
      return [node.block];
    }
    return node.type === 'parent' ? leafBlocks(node.children) : [];
  });
}

function idsOf(document: Document, text: string): string[] {
  return document.segments.filter((segment) => segment.text === text).map((segment) => segment.id);
}
