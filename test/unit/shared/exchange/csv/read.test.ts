import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toLocale } from '../../../../../shared/document/locale.ts';
import { readCsv } from '../../../../../shared/exchange/csv/read.ts';
import { writeCsv } from '../../../../../shared/exchange/csv/write.ts';
import type { ReadUnitsOptions } from '../../../../../shared/exchange/unit-event.ts';
import { translationUnit } from '../../../../support/units-arbitrary.ts';
import { collect, joined, pairsIn, piecesOf, refusalsIn, unitsIn } from '../events.ts';

const en = toLocale('en');
const es = toLocale('es');
const PAIR: ReadUnitsOptions = { ...(en && { sourceLocale: en }), ...(es && { locale: es }) };

const read = async (text: string, options: ReadUnitsOptions = {}) =>
  collect(readCsv(piecesOf(text.replace(/^\uFEFF/u, ''), 7), options));

describe('readCsv: what the header says', () => {
  it('makes a unit of each language beside the first', async () => {
    const events = await read('en,es,pt_BR\nYes,Sí,Sim\nNo,,Não\n');
    expect(pairsIn(events)).toEqual(['Yes = Sí', 'Yes = Sim', 'No = Não']);
    expect(unitsIn(events).map(({ locale }) => locale)).toEqual(['es', 'pt-BR', 'pt-BR']);
  });

  it('takes the wanted language as the source, in another region too', async () => {
    const events = await read('es,en-US\nSí,Yes\n', { ...(en && { sourceLocale: en }) });
    expect(unitsIn(events)[0]).toMatchObject({ sourceLocale: 'en', locale: 'es', source: { text: 'Yes' } });
  });

  it('reads source and target with key, context, review and what else a column says', async () => {
    const events = await read(
      'Source Text;Translation;ID;context_before;Review;Client\nYes;Sí;k1;Ready?;approved;ACME\n',
      PAIR,
    );
    expect(unitsIn(events)[0]).toMatchObject({
      key: 'k1',
      contextBefore: 'Ready?',
      properties: [['Client', 'ACME']],
      provenance: { review: 'approved' },
    });
  });

  it('reads id as Indonesian beside other languages', async () => {
    expect(unitsIn(await read('en\tid\nYes\tYa\n'))[0]).toMatchObject({ locale: 'id' });
  });

  it.each([
    ['no known column', 'a,b\nYes,Sí\n', /has not columns "source" and "target", or one per language/u],
    ['no target', 'source,note\nYes,x\n', /has not a column "target"/u],
    ['no languages', 'source,target\nYes,Sí\n', /"source-locale".* and .*"locale"/u],
  ])('says what is missing: %s', async (_, text, message) => {
    await expect(read(text)).rejects.toThrow(message);
  });
});

describe('readCsv: rows', () => {
  it.each([
    ['commas', 'source,target\n"Yes, now","Sí, ""ya"""\n'],
    ['tabs', 'source\ttarget\n"Yes, now"\t"Sí, ""ya"""\n'],
    ['semicolons', 'source;target\nYes, now;"Sí, ""ya"""\n'],
    ['old line ends', 'source,target\r"Yes, now","Sí, ""ya"""\r'],
    ['Windows line ends', 'source,target\r\n\r\n"Yes, now","Sí, ""ya"""\r\n'],
  ])('reads %s', async (_, text) => {
    expect(pairsIn(await read(text, PAIR))).toEqual(['Yes, now = Sí, "ya"']);
  });

  it('reads line breaks in quotes and names the line where a row begins', async () => {
    const events = await read('source,target\n"Two\nlines","Dos\r\nlíneas"\nYes,\n', PAIR);
    expect(pairsIn(events)).toEqual(['Two\nlines = Dos\r\nlíneas']);
    expect(refusalsIn(events)).toEqual(['5 target-empty']);
  });

  it.each([
    ['too many cells', 'Yes,Sí,x,y,z,a', '2 row-invalid: 6 cells in a table of 5 columns'],
    ['text after a quote', '"Yes"s,Sí', '2 row-invalid: "s" after a closing quote in line 2, column 6'],
    ['an unknown review', 'Yes,Sí,done', /review "done"; expected one of empty, draft/u],
    ['a version that is no number', 'Yes,Sí,,new', /version "new"/u],
    ['properties that are none', 'Yes,Sí,,,{"a":1}', /properties/u],
  ])('refuses %s, and takes the next row', async (_, row, refusal) => {
    const events = await read(`source,target,review,version,properties\n${row}\nNo,No\n`, PAIR);
    expect(refusalsIn(events)).toEqual([expect.stringMatching(refusal)]);
    expect(pairsIn(events)).toEqual(['No = No']);
  });

  it('stops with the place of a quote that is never closed', async () => {
    await expect(read('source,target\nYes,"Sí\nNo,No\n', PAIR)).rejects.toThrow(
      'The quote in line 2, column 5 is never closed',
    );
    const endless = `source,target\nYes,"${'x'.repeat(5_000_000)}`;
    await expect(collect(readCsv([endless], PAIR))).rejects.toThrow(/is the quote in line 2 closed\?/u);
  });

  it('reads markup as codes where it is asked to', async () => {
    const text = 'source,target\nA **bold** `x`,Un **gras** `x`\n';
    expect(unitsIn(await read(text, PAIR))[0]?.source).toEqual({ text: 'A **bold** `x`', codes: [] });
    const [unit] = unitsIn(await read(text, { ...PAIR, markup: 'markdown' }));
    expect([unit?.source.text, unit?.target.codes.map(({ kind }) => kind)]).toEqual([
      'A bold \uFFFC',
      ['strong', 'code'],
    ]);
  });
});

describe('writeCsv and readCsv', () => {
  it('give back the same units, however the file is cut', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(translationUnit, { maxLength: 4 }),
        fc.constantFrom<',' | '\t'>(',', '\t'),
        fc.integer({ min: 1, max: 300 }),
        async (units, delimiter, size) => {
          const file = (await joined(writeCsv(units, delimiter))).slice(1); // the byte order mark
          const events = await collect(readCsv(piecesOf(file, size)));
          expect(unitsIn(events)).toEqual(units);
          expect(events.filter((event) => event.kind !== 'unit' || event.dropped.length > 0)).toEqual([]);
        },
      ),
      { numRuns: 200 },
    );
  });
});
