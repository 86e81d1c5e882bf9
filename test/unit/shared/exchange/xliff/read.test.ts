import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ReadUnitsOptions } from '../../../../../shared/exchange/unit-event.ts';
import { readXliff } from '../../../../../shared/exchange/xliff/read.ts';
import { writeXliff } from '../../../../../shared/exchange/xliff/write.ts';
import type { TranslationUnit } from '../../../../../shared/memory/translation-unit.ts';
import { translationUnit } from '../../../../support/units-arbitrary.ts';
import { collect, joined, pairsIn, piecesOf, refusalsIn, unitsIn } from '../events.ts';

const read = async (text: string, options: ReadUnitsOptions = {}) =>
  collect(readXliff(piecesOf(text, 13), options));
const v12 = async (body: string, attributes = '') =>
  read(
    `<?xml version="1.0"?>\n<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2"><file original="a" source-language="en" target-language="es" datatype="html"${attributes}><header/><body>${body}</body></file></xliff>`,
  );
const v2 = async (body: string, version = '2.1') =>
  read(
    `<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" xmlns:mtc="urn:oasis:names:tc:xliff:matches:2.0" version="${version}" srcLang="en" trgLang="es"><file id="f">${body}</file></xliff>`,
  );

describe('readXliff: 1.2', () => {
  it('reads units with their state, key and notes, and leaves suggestions out', async () => {
    const events = await v12(
      `<trans-unit id="1" resname="menu.open" approved="yes"><source>Open</source><target state="translated">Abrir</target><note>A verb</note><alt-trans><source>Open</source><target>Abierto</target></alt-trans></trans-unit>
<trans-unit id="2"><source>Closed</source><target state="needs-review-translation" state-qualifier="mt-suggestion">Cerrado</target></trans-unit>`,
    );
    expect(unitsIn(events)).toEqual([
      {
        sourceLocale: 'en',
        locale: 'es',
        source: { text: 'Open', codes: [] },
        target: { text: 'Abrir', codes: [] },
        key: 'menu.open',
        properties: [['note', 'A verb']],
        provenance: { origin: 'human', review: 'approved' },
      },
      expect.objectContaining({ provenance: { origin: 'mt', review: 'draft' } }),
    ]);
    expect(events[1]).toMatchObject({ line: 3, name: '2' });
  });

  it.each([
    ['translated', '', 'translated', 'human'],
    ['final', '', 'approved', 'human'],
    ['signed-off', '', 'reviewed', 'human'],
    ['new', 'fuzzy-match', 'draft', 'fuzzy'],
    ['translated', 'exact-match', 'translated', 'exact'],
    ['final', 'rejected-grammar', 'rejected', 'human'],
    ['x-other', 'x-other', 'translated', 'human'],
  ])('reads the state %s %s as %s', async (state, qualifier, review, origin) => {
    const target = `<target state="${state}"${qualifier === '' ? '' : ` state-qualifier="${qualifier}"`}>Sí</target>`;
    const events = await v12(`<trans-unit id="1"><source>Yes</source>${target}</trans-unit>`);
    expect(unitsIn(events)[0]?.provenance).toEqual({ review, origin });
  });

  it('reads sentences by their numbers, whatever their order', async () => {
    const events = await v12(
      `<trans-unit id="1" resname="p"><source>One. Two. Three.</source><seg-source><mrk mtype="seg" mid="0">One.</mrk> <mrk mtype="seg" mid="1">Two <g id="1" ctype="bold">b</g>.</mrk> <mrk mtype="seg" mid="2">Three.</mrk></seg-source><target><mrk mtype="seg" mid="1">Dos <g id="1" ctype="bold">b</g>.</mrk> <mrk mtype="seg" mid="0">Uno.</mrk></target></trans-unit>`,
    );
    expect(pairsIn(events)).toEqual(['One. = Uno.', 'Two b. = Dos b.']);
    expect(unitsIn(events).map(({ key }) => key)).toEqual(['p#0', 'p#1']);
    expect(refusalsIn(events)).toEqual(['2 target-missing: sentence 2']);
  });

  it.each([
    ['g by its type', '<g id="1" ctype="bold">a</g>', ['strong 0-1'], 'a'],
    ['g of an HTML filter', '<g id="1" ctype="x-html-em">a</g>', ['emphasis 0-1'], 'a'],
    [
      'bpt and ept by what they hold',
      '<bpt id="1" rid="1">&lt;b&gt;</bpt>a<ept id="2" rid="1">&lt;/b&gt;</ept>',
      ['strong 0-1'],
      'a',
    ],
    ['bx and ex', '<bx id="1" rid="7" ctype="italic"/>a<ex id="2" rid="7"/>', ['emphasis 0-1'], 'a'],
    ['x for a line break', 'a<x id="1" ctype="lb"/>', ['break 1-2'], 'a\uFFFC'],
    [
      'tags in equiv-text',
      '<x id="S" equiv-text="&lt;b&gt;"/>a<x id="E" equiv-text="&lt;/b&gt;"/>',
      ['strong 0-1'],
      'a',
    ],
    ['ph with native code', 'a<ph id="1">%s</ph>', ['code 1-2'], 'a\uFFFC'],
    ['it that opens', 'a <it id="1" pos="open">&lt;i&gt;</it>b', ['emphasis 2-3'], 'a b'],
    ['mrk as its text', 'a <mrk mtype="term">b</mrk>', [], 'a b'],
    ['mrk that is protected', '<mrk mtype="protected">ACME &amp; Co</mrk> a', ['protected 0-1'], '\uFFFC a'],
  ])('reads %s', async (_, source, codes, text) => {
    const events = await v12(
      `<trans-unit id="1"><source>${source}</source><target>${source}</target></trans-unit>`,
    );
    const [unit] = unitsIn(events);
    expect(unit?.source.text).toBe(text);
    expect(unit?.source.codes.map(({ kind, start, end }) => `${kind} ${start}-${end}`)).toEqual(codes);
    expect(unit?.target.codes).toEqual(unit?.source.codes);
  });

  it('refuses what cannot serve, with place and reason', async () => {
    const events = await v12(
      `<trans-unit id="a" translate="no"><source>x</source><target>y</target></trans-unit>
<group translate="no"><trans-unit id="b"><source>x</source><target>y</target></trans-unit><trans-unit id="c" translate="yes"><source>x</source></trans-unit></group>
<trans-unit id="d"><source> </source><target>y</target></trans-unit>
<trans-unit id="e"><source>x</source><target/></trans-unit>
<trans-unit id="f"><source>${'<x id="1"/>'.repeat(40_000)}</source><target>y</target></trans-unit>
<trans-unit id="g"><source>No</source><target>No</target></trans-unit>`,
    );
    expect(refusalsIn(events)).toEqual([
      '2 not-translatable',
      '3 not-translatable',
      '3 target-missing',
      '4 source-empty',
      '5 target-empty',
      '6 too-long',
    ]);
    expect(pairsIn(events)).toEqual(['No = No']);
  });
});

describe('readXliff: 2', () => {
  it.each(['2.0', '2.1', '2.2'])('reads segments of %s with their state, name and notes', async (version) => {
    const events = await v2(
      `<unit id="1" name="intro"><notes><note id="n1">Short</note></notes><mtc:matches><mtc:match ref="#m"><source>One.</source><target>Una.</target></mtc:match></mtc:matches><segment id="a" state="final"><source>One.</source><target>Uno.</target></segment><ignorable><source> </source></ignorable><segment id="b" state="initial"><source>Two.</source><target>Dos.</target></segment><segment id="c"><source>Three.</source></segment></unit>`,
      version,
    );
    expect(pairsIn(events)).toEqual(['One. = Uno.', 'Two. = Dos.']);
    expect(unitsIn(events).map(({ provenance }) => provenance.review)).toEqual(['approved', 'draft']);
    expect(unitsIn(events)[0]).toMatchObject({ key: 'intro', properties: [['note', 'Short']] });
    expect(refusalsIn(events)).toEqual(['1 target-missing']);
  });

  it.each([
    ['pc by its data', '<pc id="1" dataRefStart="d1" dataRefEnd="d2">a</pc>', ['strong 0-1'], 'a'],
    ['pc by its type', '<pc id="1" type="fmt" subType="xlf:i">a</pc>', ['emphasis 0-1'], 'a'],
    ['sc and ec', '<sc id="1" dataRef="d1"/>a<ec dataRef="d2" startRef="1"/>', ['strong 0-1'], 'a'],
    ['sc alone', 'a <sc id="1" isolated="yes" subType="xlf:i"/>b', ['emphasis 2-3'], 'a b'],
    ['ph', 'a<ph id="1" dataRef="d3"/>', ['break 1-2'], 'a\uFFFC'],
    ['ph that says nothing', 'a<ph id="1" equiv="%d"/>', ['code 1-2'], 'a\uFFFC'],
    ['cp', 'a<cp hex="0007"/>', [], 'a\u0007'],
    [
      'annotations',
      '<sm id="m1" type="term"/>a<em startRef="m1"/> <mrk id="m2" type="comment">b</mrk>',
      [],
      'a b',
    ],
    [
      'text that is not translated',
      '<mrk id="m1" translate="no">ACME</mrk> a',
      ['protected 0-1'],
      '\uFFFC a',
    ],
  ])('reads %s', async (_, source, codes, text) => {
    const data =
      '<originalData><data id="d1">&lt;b&gt;</data><data id="d2">&lt;/b&gt;</data><data id="d3">&lt;br/&gt;</data></originalData>';
    const events = await v2(
      `<unit id="1">${data}<segment><source>${source}</source><target>${source}</target></segment></unit>`,
    );
    const [unit] = unitsIn(events);
    expect(unit?.source.text).toBe(text);
    expect(unit?.source.codes.map(({ kind, start, end }) => `${kind} ${start}-${end}`)).toEqual(codes);
  });
});

describe('readXliff: files that are none', () => {
  it.each([
    ['another root', '<tmx version="1.4"/>', /root in line 1, column \d+ is <tmx>; expected <xliff>/u],
    ['a cut', '<xliff version="1.2"><file>', /not valid at line 1, column \d+/u],
    ['entities', '<!DOCTYPE x [<!ENTITY a "b">]><xliff/>', /declarations inside DOCTYPE are not accepted/u],
    ['deep nesting', `<xliff>${'<group>'.repeat(300)}`, /nested deeper than 200/u],
  ])('stops at %s, with the place', async (_, text, message) => {
    await expect(read(text)).rejects.toThrow(message);
  });

  it('says which language is unknown', async () => {
    const unit = '<trans-unit id="1"><source>a</source><target>b</target></trans-unit>';
    const file = `<xliff version="1.2"><file source-language="en" target-language="no_tag_"><body>${unit}</body></file></xliff>`;
    expect(refusalsIn(await read(file))).toEqual(['1 locale-unknown: no_tag_']);
  });
});

describe('writeXliff and readXliff', () => {
  it('give back texts, codes, keys, notes and review, however the file is cut', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(translationUnit, { maxLength: 4 }),
        fc.integer({ min: 1, max: 300 }),
        async (units, size) => {
          const events = await collect(readXliff(piecesOf(await joined(writeXliff(units)), size)));
          expect(unitsIn(events).map(kept)).toEqual(units.map(kept));
        },
      ),
      { numRuns: 200 },
    );
  });
});

/** What XLIFF 1.2 holds of a unit: it has no state for what was never translated. */
function kept({ sourceLocale, locale, source, target, key, provenance }: TranslationUnit): object {
  const review = ['empty', 'rejected'].includes(provenance.review) ? 'draft' : provenance.review;
  return { sourceLocale, locale, source, target, key, review };
}
