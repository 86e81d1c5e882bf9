import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ImportReceipt } from '../../../shared/api/memory-import.ts';
import { type ApiHarness, startApiHarness } from './api-harness.ts';

const PO =
  'msgid ""\nmsgstr "Language: es\\n"\n\nmsgid "Yes"\nmsgstr "Sí"\n\n#~ msgid "Old"\n#~ msgstr "Viejo"\n';
const XLIFF =
  '<xliff version="1.2"><file source-language="en" target-language="es"><body><trans-unit id="7"><source>No</source><target state="final">No</target></trans-unit><trans-unit id="8"><source>Maybe</source></trans-unit></body></file></xliff>';
const CSV = 'en,es\nPerhaps,"Tal vez"\n,Nada\n';

const digestOf = (text: string): string => `sha-256=:${createHash('sha256').update(text).digest('base64')}:`;
const rows = (from: number, to: number): string =>
  Array.from({ length: to - from }, (_, at) => `Sentence ${from + at},Frase ${from + at}\n`).join('');

describe('importing a memory', () => {
  let api: ApiHarness;
  beforeAll(async () => {
    api = await startApiHarness();
  });
  afterAll(async () => api[Symbol.asyncDispose]());

  const send = async (payload: string | Readable, query: string, digest?: string) =>
    api.call({
      method: 'POST',
      url: `/v1/memory/import?${query}`,
      payload,
      headers: {
        'content-type': 'application/octet-stream',
        ...(digest === undefined ? {} : { 'repr-digest': digest }),
      },
    });
  const receipt = async (...args: Parameters<typeof send>): Promise<ImportReceipt> =>
    (await send(...args)).json();

  const newest = async () => (await api.call({ url: '/v1/memory/imports?limit=1' })).json().imports[0];

  it('knows the format by the name, and says what it did not take, and where', async () => {
    const po = await receipt(PO, 'file=es.po');
    expect(po).toMatchObject({ format: 'po', state: 'done', created: 1, reasons: { obsolete: 1 } });
    expect(po.refusals).toEqual([{ index: 1, line: 7, name: 'Old', reason: 'obsolete' }]);
    expect(await receipt(XLIFF, 'file=a.xlf')).toMatchObject({
      created: 1,
      refusals: [{ line: 1, name: '8', reason: 'target-missing' }],
    });
    expect(await receipt(CSV, 'file=a.csv')).toMatchObject({
      created: 1,
      refusals: [{ line: 3, reason: 'target-missing' }],
    });
  });

  it('keeps the ledger of each import', async () => {
    const { id } = await receipt(CSV, 'file=kept.csv');
    const { imports } = (await api.call({ url: '/v1/memory/imports?limit=1' })).json();
    expect(imports).toEqual([expect.objectContaining({ id, file: 'kept.csv', merged: 1, refused: 1 })]);
    const one = (await api.call({ url: `/v1/memory/imports/${id}` })).json();
    expect(one).toMatchObject({ id, refusals: [{ reason: 'target-missing' }] });
    expect((await api.call({ url: '/v1/memory/imports/none' })).statusCode).toBe(404);
  });

  it.each([
    ['no format', 'en,es\n', 'file=a.txt', /expected one of tmx, csv, tsv, po, xliff/u],
    ['a language that is none', CSV, 'format=csv&sourceLocale=x_', /"x_" is not a BCP 47 locale/u],
    ['bytes of another charset', PO, 'format=po&charset=klingon', /charset "klingon" is not known/u],
  ])('refuses %s', async (_, payload, query, detail) => {
    const response = await send(payload, query);
    expect(response.statusCode).toBe(422);
    expect(response.json().detail).toMatch(detail);
  });

  it('goes on where it was interrupted when the same file comes again', async () => {
    const file = `en,es\n${rows(0, 4000)}`;
    const digest = digestOf(file);
    async function* cut(): AsyncGenerator<string> {
      yield file.slice(0, 80_000);
      throw new Error('the network is gone');
    }
    await send(Readable.from(cut()), 'file=long.csv', digest).catch(() => undefined);
    await expect.poll(newest).toMatchObject({ state: 'interrupted', created: 3000 });
    const { id } = await newest();
    expect(await receipt(file, 'file=long.csv', digest)).toMatchObject({
      id,
      state: 'done',
      resumed: 1,
      created: 4000,
      kept: 0,
    });
    expect(await receipt(file, 'file=long.csv', digest)).toMatchObject({
      resumed: 0,
      created: 0,
      kept: 4000,
    });
  });

  it('begins anew when the file is read in another way', async () => {
    const file = `en,es\n${rows(9000, 9600)}"never closed`;
    const first = await receipt(file, 'file=fault.csv', digestOf(file));
    expect(first).toMatchObject({ details: { line: 602, imported: { state: 'failed', created: 600 } } });
    const again = await receipt(file, 'file=fault.csv&review=draft', digestOf(file));
    expect(again).toMatchObject({ details: { imported: { resumed: 0 } } });
  });

  it('tells a digest of another file', async () => {
    const response = await send(CSV, 'format=csv', digestOf('other'));
    expect(response.json()).toMatchObject({
      code: 'REQUEST_INVALID',
      details: { imported: { state: 'failed' } },
    });
  });

  it.each(['csv', 'tsv', 'xliff'] as const)('gives back as %s what it took', async (format) => {
    const exported = await api.call({ url: `/v1/memory/export?locale=es&format=${format}` });
    expect(exported.body).toContain('Tal vez');
    expect(await receipt(exported.body, `format=${format}`)).toMatchObject({ created: 0, refused: 0 });
  });
});
