import { describe, expect, it } from 'vitest';
import { toLocale } from '../../../../../shared/document/locale.ts';
import { readTmx } from '../../../../../shared/exchange/tmx/read.ts';
import type { TmxEvent } from '../../../../../shared/exchange/tmx/tmx-event.ts';
import type { ReadUnitsOptions } from '../../../../../shared/exchange/unit-event.ts';
import type { TranslationUnit } from '../../../../../shared/memory/translation-unit.ts';

const EN = '<tuv xml:lang="en"><seg>Yes</seg></tuv>';
const ES = '<tuv xml:lang="es"><seg>Sí</seg></tuv>';

describe('readTmx: units', () => {
  it('makes a unit of each target language, whatever the order of the texts', async () => {
    const [unit, other] = await units(`<tu>${ES}${EN}<tuv xml:lang="fr"><seg>Oui</seg></tuv></tu>`);
    expect([unit?.sourceLocale, unit?.locale, unit?.source.text, unit?.target.text]).toEqual([
      'en',
      'es',
      'Yes',
      'Sí',
    ]);
    expect([other?.sourceLocale, other?.locale, other?.target.text]).toEqual(['en', 'fr', 'Oui']);
  });

  it.each([
    [
      'language tags in any case',
      'EN-us',
      '<tuv xml:lang="en-US"><seg>a</seg></tuv><tuv xml:lang="PT-br"><seg>b</seg></tuv>',
      'en-US',
      'pt-BR',
    ],
    [
      'the old lang attribute',
      'en',
      '<tuv lang="en"><seg>a</seg></tuv><tuv lang="de"><seg>b</seg></tuv>',
      'en',
      'de',
    ],
    [
      'another region where there is no closer one',
      'en',
      '<tuv xml:lang="de"><seg>b</seg></tuv><tuv xml:lang="en-GB"><seg>a</seg></tuv>',
      'en-GB',
      'de',
    ],
    [
      'the first text where any may be the source',
      '*all*',
      '<tuv xml:lang="de"><seg>b</seg></tuv><tuv xml:lang="en"><seg>a</seg></tuv>',
      'de',
      'en',
    ],
  ])('reads %s', async (...[, srclang, variants, sourceLocale, locale]) => {
    const [unit] = await units(`<tu>${variants}</tu>`, { srclang });
    expect([unit?.sourceLocale, unit?.locale]).toEqual([sourceLocale, locale]);
  });

  it('lets a unit name its own source language, and the caller the one it wants', async () => {
    const tu = `<tu srclang="es">${EN}${ES}</tu>`;
    expect((await units(tu))[0]?.sourceLocale).toBe('es');
    const wanted = toLocale('en');
    expect(
      (
        await units(tu.replaceAll('"en"', '"en-US"'), wanted === undefined ? {} : { sourceLocale: wanted })
      )[0],
    ).toMatchObject({
      sourceLocale: 'en',
      locale: 'es',
    });
  });

  it.each<[string, string, object]>([
    [
      'dates and authors of the target',
      '<tu changedate="20200101T000000Z"><tuv xml:lang="es" changedate="20260113T080910Z" changeid="ana"><seg>Sí</seg></tuv>',
      { changedAt: '2026-01-13T08:09:10Z', changedBy: 'ana' },
    ],
    [
      'those of the unit else',
      '<tu changedate="20200101T000000Z" creationid="bo"><tuv xml:lang="es"><seg>Sí</seg></tuv>',
      { changedAt: '2020-01-01T00:00:00Z', changedBy: 'bo' },
    ],
    [
      'Trados’ confirmation level',
      '<tu><tuv xml:lang="es"><prop type="x-ConfirmationLevel">ApprovedSignOff</prop><seg>Sí</seg></tuv>',
      { review: 'approved' },
    ],
    [
      'no state as translated by a person',
      '<tu><tuv xml:lang="es"><prop type="x-ConfirmationLevel">constructor</prop><seg>Sí</seg></tuv>',
      { review: 'translated', origin: 'human' },
    ],
  ])('reads %s', async (_, tu, provenance) => {
    expect((await units(`${tu}${EN}</tu>`))[0]?.provenance).toMatchObject(provenance);
  });

  it.each([
    ['Trados', '<prop type="x-context-pre">Ready?</prop><prop type="x-context-post">Go.</prop>', {}],
    [
      'memoQ',
      '<prop type="x-context-pre">&lt;seg&gt;Ready&lt;ph/&gt;?&lt;/seg&gt;</prop><prop type="x-context-post">&lt;seg&gt;Go.&lt;/seg&gt;</prop>',
      {},
    ],
    [
      'Trados in its own memories',
      '<prop type="x-Context">3724826454458105209, 8956964337464956188</prop><prop type="x-ContextContent">Ready? | ¿Listos? |</prop><prop type="x-context-post">Go.</prop><prop type="x-IdContext">k1</prop>',
      { key: 'k1' },
    ],
    [
      'memoQ, with a key',
      '<prop type="x-context-pre">Ready?</prop><prop type="x-context-post">Go.</prop><prop type="x-context">k1</prop>',
      { key: 'k1' },
    ],
    [
      'Okapi, with XTM’s neighbours',
      '<prop type="x-previous-source-text">Ready?</prop><prop type="x-next-source-text">Go.</prop><prop type="Txt::GroupName">k1</prop>',
      { key: 'k1' },
    ],
    [
      'OmegaT, by path',
      '<prop type="prev">Ready?</prop><prop type="next">Go.</prop><prop type="path">k1</prop>',
      { key: 'k1' },
    ],
    [
      'OmegaT',
      '<prop type="prev">Ready?</prop><prop type="next">Go.</prop><prop type="id">k1</prop>',
      { key: 'k1' },
    ],
  ])('reads the neighbours as %s writes them', async (_, properties, more) => {
    const place = { contextBefore: 'Ready?', contextAfter: 'Go.', ...more };
    expect((await units(`<tu>${properties}${EN}${ES}</tu>`))[0]).toMatchObject(place);
    expect((await units(`<tu>${EN.replace('<seg>', `${properties}<seg>`)}${ES}</tu>`))[0]).toMatchObject(
      place,
    );
  });
});

describe('readTmx: what else a file says', () => {
  it('keeps properties and notes that nothing here reads, repeated ones too, and hashes', async () => {
    const [unit] = await units(
      `<tu><note>For the menu</note><prop type="file">a.html</prop>${EN.replace('<seg>', '<prop type="x-Client">ACME</prop><prop type="x-Client">Bolt</prop><seg>')}${ES.replace('<seg>', '<prop type="x-Context">0, 0</prop><seg>')}</tu>`,
    );
    expect(unit?.properties).toEqual([
      ['note', 'For the menu'],
      ['file', 'a.html'],
      ['x-Client', 'ACME'],
      ['x-Client', 'Bolt'],
      ['x-Context', '0, 0'],
    ]);
    expect(unit?.key).toBeUndefined();
  });

  it('reads Markdown in texts without codes where it is asked to', async () => {
    const tu =
      '<tu><tuv xml:lang="en"><seg>Press **Save** or &lt;b&gt;</seg></tuv><tuv xml:lang="es"><seg>Pulse **Guardar** [aquí](a.md)</seg></tuv></tu>';
    expect((await units(tu))[0]?.target.codes).toEqual([]);
    const [unit] = await units(tu, { markup: 'markdown' });
    expect(unit?.source).toMatchObject({ text: 'Press **Save** or <b>', codes: [] }); // HTML stays text
    expect(unit?.target.text).toBe('Pulse Guardar aquí');
    expect(unit?.target.codes.map(({ kind, start, end }) => [kind, start, end])).toEqual([
      ['strong', 6, 13],
      ['link', 14, 18],
    ]);
  });
});

describe('readTmx: what is not taken', () => {
  it.each([
    [
      'no text in the source language',
      `<tu>${ES}<tuv xml:lang="fr"><seg>Oui</seg></tuv></tu>`,
      ['source-missing', undefined],
    ],
    ['no other text', `<tu>${EN}</tu>`, ['target-missing', undefined]],
    [
      'a tag that is none',
      `<tu>${EN}<tuv xml:lang="es_"><seg>Sí</seg></tuv></tu>`,
      ['locale-unknown', 'es_'],
    ],
    ['no tag', `<tu>${EN}<tuv><seg>Sí</seg></tuv></tu>`, ['locale-unknown', '']],
    ['two texts in the source language', `<tu>${EN}${EN}</tu>`, ['same-locale', 'en']],
    ['an empty source', `<tu><tuv xml:lang="en"><seg> </seg></tuv>${ES}</tu>`, ['source-empty', 'en']],
    ['an empty target', `<tu>${EN}<tuv xml:lang="es"><seg/></tuv></tu>`, ['target-empty', 'es']],
    ['a text without seg', `<tu>${EN}<tuv xml:lang="es"/></tu>`, ['target-empty', 'es']],
    [
      'more text than a unit may have',
      `<tu>${EN}<tuv xml:lang="es"><seg>${'<ph/>'.repeat(40_000)}</seg></tuv></tu>`,
      ['too-long', undefined],
    ],
  ])('refuses %s, with reason and line', async (_, tu, [reason, language]) => {
    const events = await read(`\n\n${tu}<tu>${EN}${ES}</tu>`);
    const refused = events.filter(({ kind }) => kind === 'refused');
    expect(refused).toEqual([
      { kind: 'refused', line: 5, reason, ...(language === undefined ? {} : { detail: language }) },
    ]);
    expect(events.filter(({ kind }) => kind === 'unit')).toHaveLength(1);
  });

  it('refuses languages that the caller does not take, and keeps the others', async () => {
    const events = await read(`<tu>${EN}${ES}<tuv xml:lang="fr"><seg>Oui</seg></tuv></tu>`, {
      localeOf: withoutFrench,
    });
    expect(events.map(({ kind }) => kind)).toEqual(['header', 'refused', 'unit']);
  });

  it('reports what came before a fault, then the fault with its line', async () => {
    const seen: string[] = [];
    const run = async (): Promise<void> => {
      for await (const { kind } of readTmx([file(`<tu>${EN}${ES}</tu>\n</tu>`)])) {
        seen.push(kind);
      }
    };
    await expect(run()).rejects.toThrow(
      expect.objectContaining({ code: 'EXCHANGE_INVALID', details: { line: 4, column: 5 } }),
    );
  });
});

function withoutFrench(tag: string): ReturnType<typeof toLocale> {
  return tag === 'fr' ? undefined : toLocale(tag);
}

interface Options extends ReadUnitsOptions {
  readonly srclang?: string;
}

function file(body: string, srclang = 'en'): string {
  return `<?xml version="1.0"?>\n<tmx version="1.4"><header srclang="${srclang}" creationtool="t"/>\n<body>${body}</body></tmx>`;
}

async function read(body: string, { srclang, ...options }: Options = {}): Promise<TmxEvent[]> {
  const events: TmxEvent[] = [];
  for await (const event of readTmx([file(body, srclang)], options)) {
    events.push(event);
  }
  return events;
}

async function units(body: string, options: Options = {}): Promise<TranslationUnit[]> {
  return (await read(body, options)).flatMap((event) => (event.kind === 'unit' ? [event.unit] : []));
}
