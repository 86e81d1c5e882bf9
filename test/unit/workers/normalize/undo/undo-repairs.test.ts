import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { blockText } from '../../../../../shared/document/block-text.ts';
import type { Document } from '../../../../../shared/document/document.ts';
import type { Repair } from '../../../../../shared/document/overlay.ts';
import { revertRepairs } from '../../../../../shared/document/revert-repairs.ts';
import { normalized, textsOf } from '../support.ts';

const HARBOUR = `# Harbour reopens in january

Harbour reopens in january

| ![](pier.jpg) |
| --- |
| The pier on january 12. Photo: AFP |

The har\u00ADbour  reopened on monday,\u00A0january 12.
Ships waited for two
days. | 

The second paragraph speaks of monday, of tuesday and of mexico, and it is long enough to count.

The second paragraph speaks of monday, of tuesday and of mexico, and it is long enough to count.

| Place | Day |
| --- | --- |
| Pier | monday |
| Quay | monday |
| Dock | monday |

by Ana Silva (AP)
`;

async function reviewed(undone: readonly string[], disabledRules: readonly string[] = []): Promise<Document> {
  return normalized(HARBOUR, { review: { undone: [...undone], disabledRules: [...disabledRules] } });
}

function keyed({ overlays }: Document): (Repair & { key: string })[] {
  return overlays.repairs.flatMap((repair) =>
    repair.key === undefined ? [] : [{ ...repair, key: repair.key }],
  );
}

function keysOf(document: Document): string[] {
  return keyed(document).map(({ key }) => key);
}

describe('taking repairs back', () => {
  it('gives every repair that the document can do without a key of its own', async () => {
    const document = await normalized(HARBOUR);
    const keys = keysOf(document);
    expect(keys.length).toBeGreaterThan(15);
    expect(new Set(keys).size).toBe(keys.length);
    expect(document.overlays.rules?.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['month-case', 'caption-table', 'hard-wrap', 'byline-line']),
    );
  });

  it('shows what was submitted at the place of each repair that is taken back, and there alone', async () => {
    const whole = await normalized(HARBOUR);
    for (const repair of keyed(whole)) {
      const document = await reviewed([repair.key]);
      const undone = document.overlays.undone?.find(({ key }) => key === repair.key);
      expect(undone, JSON.stringify(repair)).toMatchObject({ rule: repair.rule, before: repair.before });
      const { span, blockId } = undone ?? repair;
      expect(blockText(document, blockId).slice(span.start, span.end)).toBe(repair.before);
      expect(keysOf(document)).not.toContain(repair.key);
      expect(document.overlays.diagnostics.filter(({ code }) => code === 'undo-unmatched')).toEqual([]);
      expect(revertRepairs(document)).toEqual(revertRepairs(whole));
    }
  });

  it('leaves all other repairs as they were when one of a text or case rule is taken back', async () => {
    const whole = await normalized(HARBOUR);
    const simple = keyed(whole).filter(({ rule }) => !/table|headline|byline|repeated|credit/u.test(rule));
    expect(simple.length).toBeGreaterThan(8);
    for (const repair of simple) {
      const document = await reviewed([repair.key]);
      expect(keysOf(document), repair.rule).toEqual(keysOf(whole).filter((key) => key !== repair.key));
    }
  });

  it('gives the submitted text when everything is taken back', async () => {
    const whole = await normalized(HARBOUR);
    let document = whole;
    const undone = new Set<string>();
    for (let round = 0; round < 6; round += 1) {
      for (const key of keysOf(document)) {
        undone.add(key);
      }
      document = await reviewed([...undone]);
    }
    expect(keysOf(document)).toEqual([]);
    const texts = document.blocks.map(({ id }) => ({ blockId: id, text: blockText(document, id) }));
    expect(texts.map(({ text }) => text.trim())).toEqual(
      revertRepairs(whole)
        .map(({ text }) => text.trim())
        .filter((text) => text !== ''),
    );
  });

  it('gives any set of repairs back together, whatever the set', async () => {
    const whole = await normalized(HARBOUR);
    const submitted = revertRepairs(whole);
    await fc.assert(
      fc.asyncProperty(fc.subarray(keysOf(whole)), async (keys) => {
        const document = await reviewed(keys);
        expect(revertRepairs(document)).toEqual(submitted);
        expect(document.overlays.undone?.map(({ key }) => key).toSorted() ?? []).toEqual(keys.toSorted());
        for (const { blockId, span, before } of document.overlays.undone ?? []) {
          expect(blockText(document, blockId).slice(span.start, span.end)).toBe(before);
        }
      }),
      { numRuns: 40 },
    );
  });

  it('tells repairs of the same words apart', async () => {
    const whole = await normalized(HARBOUR);
    const cells = keyed(whole).filter(
      ({ rule, blockId }) => rule === 'weekday-case' && blockText(whole, blockId) === 'Monday',
    );
    expect(cells).toHaveLength(3);
    const document = await reviewed([cells[1]?.key ?? '']);
    expect(textsOf(document).filter((text) => text.toLowerCase() === 'monday')).toEqual([
      'Monday',
      'monday',
      'Monday',
    ]);
  });

  it('puts on record the white space that is left at the ends, and keeps apart what is the same', async () => {
    const page = 'First.\n\n| ![](a.jpg) |\n| --- |\n| One caption. Photo: AFP |\n\nLast.';
    const twice = `${page}\n\n${page.replace('a.jpg', 'b.jpg')}`;
    const whole = await normalized(twice);
    const credits = keyed(whole).filter(({ rule }) => rule === 'credit');
    expect(credits).toHaveLength(2);
    const document = await normalized(twice, { review: { undone: [credits[0]?.key], disabledRules: [] } });
    expect(keysOf(document)).toContain(credits[1]?.key);
    expect(keysOf(document)).not.toContain(credits[0]?.key);
    expect(revertRepairs(document)).toEqual(revertRepairs(whole));
  });

  it('keeps a key when paragraphs come and go above', async () => {
    const [whole, later] = await Promise.all([
      normalized(HARBOUR),
      normalized(HARBOUR.replace('The har', 'A new first paragraph.\n\nThe har')),
    ]);
    expect(new Set(keysOf(later))).toEqual(new Set(keysOf(whole)));
  });

  it('is the same document again when nothing is taken back any more', async () => {
    expect(await reviewed([])).toEqual(await normalized(HARBOUR));
  });

  it('says which key no longer fits anything', async () => {
    const document = await reviewed(['r000000000000']);
    expect(document.overlays.diagnostics).toContainEqual(
      expect.objectContaining({
        code: 'undo-unmatched',
        message: expect.stringContaining('"r000000000000"'),
      }),
    );
  });

  it('switches a rule off for one article, but none that the document needs', async () => {
    const document = await reviewed([], ['weekday-case', 'literal-placeholder']);
    expect(textsOf(document).join(' ')).toContain('monday');
    expect(document.overlays.rules?.map(({ name }) => name)).toContain('weekday-case');
    const odd = await normalized('It closed \uFFFC on monday.', {
      review: { undone: [], disabledRules: ['literal-placeholder'] },
    });
    expect(textsOf(odd).join(' ')).not.toContain('\uFFFC');
  });
});
