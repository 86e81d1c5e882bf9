import * as fc from 'fast-check';
import remarkGfm from 'remark-gfm';
import remarkStringify from 'remark-stringify';
import { unified } from 'unified';
import { describe, expect, it } from 'vitest';
import type { Document } from '../../../../../shared/document/document.ts';
import { rebuildMdast } from '../../../../../shared/document/rebuild-mdast.ts';
import { normalized, textsOf } from '../support.ts';

const writer = unified().use(remarkGfm).use(remarkStringify, { bullet: '-' }).freeze();

function writtenAgain(document: Document): string {
  return writer.stringify(rebuildMdast(document, { contentOf: (segment) => segment }));
}

const PIECES = [
  'The pier closed on Monday. Nobody knew for how long it would be closed.\n',
  'Boats use the old dock. It is on the other side of the river today.\n',
  'Advertisement\n\n',
  'Read also: Ferry fares rise again\n\n',
  'Related articles\n\n- [Fares](/fares)\n- [Roof](/roof)\n\n',
  'Last updated: January 12, 2026\n\n',
  'It is a low-\ncost plan.\n\n',
  'He waited . . . and left -- at last.\n\n',
  'See [the rules](/rules-\nof-mooring) first.\n\n',
  '- [\n\n  Mooring rules\n\n  ](/rules)\n\n',
  'A roof\n-\nA door\n-\n\n',
  'Ship &amp;amp; Sons\u00A0closed  today.\n\n',
  '> They “said" so.\n\n',
  '| A | B |\n|---|---|\n| 1 | 2 |\n\n',
  'Caption row. |\n\n',
  '## What is next\n\n',
  '\n\n',
];

describe('a second pass', () => {
  it('changes nothing that the first one left', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.constantFrom(...PIECES), { minLength: 1, maxLength: 14 }),
        async (pieces) => {
          const first = await normalized(`Some text of a report is here.\n\n${pieces.join('')}`);
          const second = await normalized(writtenAgain(first));
          expect(second.overlays.repairs).toEqual([]);
          expect(textsOf(second)).toEqual(textsOf(first));
        },
      ),
      { numRuns: 60 },
    );
  }, 20_000);
});
