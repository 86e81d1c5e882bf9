import { describe, expect, it } from 'vitest';
import { CASE_RULES } from '../../../../../workers/normalize/case/restore-case.ts';
import { CHARACTER_RULES, TEXT_RULES } from '../../../../../workers/normalize/repairs/repair-text.ts';
import { STRUCTURE_RULES } from '../../../../../workers/normalize/structure/repair-structure.ts';
import { normalized, segmentTexts } from '../support.ts';

const BODY = 'The pier closed on Monday and nobody knew for how long it would be.';

describe('repairStructure', () => {
  it.each([
    ['by Ana Silva (AP)', [{ name: 'Ana Silva' }], 'AP'],
    ['By ANA SILVA, Associated Press', [{ name: 'Ana Silva' }], 'AP'],
    ['By Ana Silva and João de Melo', [{ name: 'Ana Silva' }, { name: 'João de Melo' }], undefined],
    ["BY SEAN O'NEIL | REUTERS", [{ name: "Sean O'Neil" }], 'Reuters'],
    ['Juan Ramon de la Fuente (EFE)', [{ name: 'Juan Ramon de la Fuente' }], 'EFE'],
  ])('moves the byline %j at either end into the metadata', async (line, byline, agency) => {
    for (const content of [`${line}\n\n${BODY}`, `${BODY}\n\n${line}`]) {
      const document = await normalized(content);
      expect(document.meta).toMatchObject({ byline, ...(agency === undefined ? {} : { agency }) });
      expect(document.segments.map((segment) => segment.text)).toEqual([BODY]);
      expect(document.overlays.repairs).toMatchObject([{ rule: 'byline-line', before: line, after: '' }]);
    }
  });

  it.each(['By Monday Morning', 'By the sea', 'By then it was over.', 'Ana Silva', 'By 2030'])(
    'takes %j for text, not for a byline',
    async (line) => {
      expect(await segmentTexts(`${BODY}\n\n${line}`)).toEqual([BODY, line]);
    },
  );

  it('takes a headline that the body repeats out of the body', async () => {
    const document = await normalized(`# Pier closes\n\nPier closes.\n\n${BODY}`);
    expect(document.segments.map((segment) => segment.text)).toEqual(['Pier closes', BODY]);
    expect(document.overlays.repairs).toMatchObject([{ rule: 'duplicate-headline', before: 'Pier closes.' }]);
  });

  it('keeps an own first heading below a headline that was submitted', async () => {
    const document = await normalized(`# Pier closes\n\n${BODY}`, { meta: { headline: 'Lisbon pier shut' } });
    expect(document.blocks.map((block) => block.kind)).toEqual(['headline', 'heading', 'paragraph']);
  });

  it('takes a repeated paragraph out, and keeps a short refrain', async () => {
    expect(await segmentTexts(`${BODY}\n\nNo.\n\n${BODY}\n\nNo.`)).toEqual([BODY, 'No.', 'No.']);
  });

  it('reads a dateline with a known agency and leaves it in the text', async () => {
    const document = await normalized(`MEXICO CITY (AP) — ${BODY}`);
    expect(document.meta).toMatchObject({ byline: [], dateline: 'MEXICO CITY', agency: 'AP' });
    expect(document.segments[0]?.text).toBe(`MEXICO CITY (AP) — ${BODY}`);
  });

  it.each([
    ['Berlin (dpa) - ', 'Berlin', 'dpa'],
    ['Madrid, 3 may (EFE).- ', 'Madrid', 'EFE'],
    ['PARIS, le 3 mars (AFP) – ', 'PARIS', 'AFP'],
    ['بغداد (رويترز) - ', 'بغداد', 'Reuters'],
    ['新华社北京4月12日电 ', '北京', 'Xinhua'],
    ['SAVANNAH, Ga. — ', 'SAVANNAH, Ga.', undefined],
  ])('reads the dateline %j', async (dateline, place, agency) => {
    const { meta } = await normalized(`${dateline}${BODY}`);
    expect(meta).toMatchObject({ dateline: place, ...(agency === undefined ? {} : { agency }) });
  });

  it.each(['NASA (the agency) — ', 'WATCH — ', 'Berlin, the old town — ', 'The port (closed) - '])(
    'reads no dateline in %j',
    async (start) => {
      expect((await normalized(`${start}${BODY}`)).meta).toEqual({ byline: [], evidence: {} });
    },
  );

  it('joins hard-wrapped lines and does not split them into paragraphs', async () => {
    const wrapped =
      'The pier closed on Monday.\nNobody knew for how long. The port\noffice gave no date. It will\nsay more next week.';
    const document = await normalized(wrapped);
    expect(document.blocks).toHaveLength(1);
    expect(document.segments.map((segment) => segment.text)).toContain('The pier closed on Monday.');
  });

  it('gives every rule its own name', () => {
    const names = [...STRUCTURE_RULES, ...CHARACTER_RULES, ...TEXT_RULES, ...CASE_RULES].map(
      (rule) => rule.name,
    );
    expect(new Set(names).size).toBe(names.length);
  });
});
