import { execFileSync } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { EntryFilter } from '../../../../../services/cli/gazetteer/entry-line.ts';
import {
  formatOfName,
  type NumberedLine,
  readEntries,
} from '../../../../../services/cli/gazetteer/read-entries.ts';
import { temporaryFolder } from '../../../../support/temporary-folder.ts';

const ALL: EntryFilter = { list: 'gazetteer', types: undefined, locales: undefined, ownClasses: new Map() };
let folder: Awaited<ReturnType<typeof temporaryFolder>>;

beforeAll(async () => {
  folder = await temporaryFolder();
});
afterAll(async () => {
  await folder[Symbol.asyncDispose]();
});

async function read(
  name: string,
  content: string | Uint8Array,
  filter = ALL,
): Promise<readonly NumberedLine[]> {
  const file = join(folder.path, name);
  await writeFile(file, content);
  const found: NumberedLine[] = [];
  for await (const line of readEntries(file, formatOfName(name) ?? 'jsonl', filter)) {
    found.push(line);
  }
  return found;
}

/** What a program makes of a text on its standard input. */
function packedBy(program: string, text: string): Uint8Array {
  return execFileSync(program, ['-c'], { input: text });
}

/** A statement of an item. */
function claim(property: string, value: unknown): unknown {
  return { mainsnak: { property, datavalue: { value } }, rank: 'normal' };
}

function item(id: string, kind: string): string {
  return JSON.stringify({
    id,
    type: 'item',
    labels: {
      en: { language: 'en', value: 'Halden' },
      'zh-cn': { language: 'zh-cn', value: '哈尔登' },
      mul: { language: 'mul', value: 'Halden' },
    },
    aliases: { en: [{ language: 'en', value: 'Fredrikshald' }] },
    claims: { P31: [claim('P31', { id: kind })], P17: [claim('P17', { id: 'Q20' })] },
  });
}

describe('readEntries', () => {
  it('takes JSON Lines in our form, and those with types, ids and countries of their own', async () => {
    const lines = await read(
      'names.jsonl',
      [
        '{"id":"Q90","type":"LOC","subtype":"city","names":{"en":["Paris"]},"country":"FR","source":"own"}',
        '',
        '{"id":"x:org:acme","type":"org","names":{"en":["Acme"],"zh":["顶点"]},"same":["es"]}',
        '{"id":"Q1","type":"city","names":{"en":["Halden"]},"iso":"NO","pop":30}',
      ].join('\r\n'),
    );
    expect(lines).toEqual([
      {
        kind: 'entry',
        line: 1,
        entry: {
          id: 'Q90',
          type: 'LOC',
          subtype: 'city',
          names: { en: ['Paris'] },
          country: 'FR',
          source: 'own',
        },
      },
      {
        kind: 'entry',
        line: 3,
        entry: { id: 'local:org:acme', type: 'ORG', names: { en: ['Acme'], zh: ['顶点'] }, same: ['es'] },
      },
      {
        kind: 'entry',
        line: 4,
        entry: { id: 'Q1', type: 'LOC', subtype: 'city', names: { en: ['Halden'] }, country: 'NO' },
      },
    ]);
  });

  it('refuses what is no entry by line and value, and goes on', async () => {
    const lines = await read(
      'bad.jsonl',
      '{"id":"Q1","type":"ship","names":{"en":["Vasa"]}}\nVasa\n{"id":"Q2","type":"LOC","names":{"en":["Oslo"]}}\n',
    );
    expect(
      lines.map((line) => (line.kind === 'refused' ? `${line.line} ${line.reason}` : line.kind)),
    ).toEqual([
      expect.stringMatching(/^1 "ship": expected a type/u),
      expect.stringMatching(/^2 "Vasa": expected JSON/u),
      'entry',
    ]);
  });

  it('reads CSV with quotes over lines, several forms in a cell, and a header that it checks', async () => {
    const lines = await read('names.csv', 'name,type,es,policy\n"Halden, Inc.",company,Halden|Haldén,keep\n');
    expect(lines).toEqual([
      {
        kind: 'entry',
        line: 2,
        entry: {
          id: 'local:org:halden-inc',
          type: 'ORG',
          subtype: 'company',
          names: { es: ['Halden', 'Haldén'], en: ['Halden, Inc.'] },
          policy: 'keep',
        },
      },
    ]);
    await expect(read('wrong.csv', 'name,colour\nA,b\n')).rejects.toThrow(/column 2 "colour"/u);
  });

  it.each([
    ['dump.json', (text: string) => text],
    ['dump.json.gz', (text: string) => gzipSync(text)],
    ['dump.json.bz2', (text: string) => packedBy('bzip2', text)],
  ])('takes items of our types out of a Wikidata dump: %s', async (name, pack) => {
    const dump = `[\n${item('Q1', 'Q515')},\n${item('Q2', 'Q16521')},\n{"type":"property","id":"P31","labels":{}}\n]\n`;
    const lines = await read(name, pack(dump));
    expect(lines.filter(({ kind }) => kind === 'entry')).toEqual([
      {
        kind: 'entry',
        line: 2,
        entry: {
          id: 'Q1',
          type: 'LOC',
          subtype: 'city',
          names: { en: ['Halden', 'Fredrikshald'], 'zh-Hans': ['哈尔登'] },
          country: 'NO',
        },
      },
    ]);
    expect(lines.filter(({ kind }) => kind === 'refused')).toEqual([]);
  });

  it('takes items of a class that is a kind of the customer’s own, and lines that name such a kind', async () => {
    const own: EntryFilter = { ...ALL, ownClasses: new Map([['Q16521', 'X-SPECIES']]) };
    const lines = await read('own.json', `${item('Q1', 'Q515')}\n${item('Q2', 'Q16521')}\n`, own);
    const csv = await read('own.csv', 'name,type\nClean Air Act,x-law\nAcme,x-\n');
    const types = [...lines, ...csv].map((line) => (line.kind === 'entry' ? line.entry.type : line));
    expect(types).toEqual([
      'LOC',
      'X-SPECIES',
      'X-LAW',
      {
        kind: 'refused',
        line: 3,
        reason: '"x-": expected a type: PER, ORG, LOC, EVENT, PRODUCT, or one of your own such as X-LAW',
      },
    ]);
  });

  it('leaves out other types and locales than asked for', async () => {
    const filter: EntryFilter = { ...ALL, types: new Set(['LOC']), locales: new Set(['es']) };
    const lines = await read(
      'some.jsonl',
      '{"id":"Q1","type":"LOC","names":{"en":["Rome"],"es":["Roma"],"de":["Rom"]}}\n{"id":"Q2","type":"PER","names":{"en":["Ana Ruiz"]}}\n',
      filter,
    );
    expect(lines).toEqual([
      { kind: 'entry', line: 1, entry: { id: 'Q1', type: 'LOC', names: { en: ['Rome'], es: ['Roma'] } } },
      { kind: 'left-out', line: 2 },
    ]);
  });

  it('says which file cannot be unpacked', async () => {
    await expect(read('broken.jsonl.gz', 'no gzip')).rejects.toThrow(/broken\.jsonl\.gz cannot be read/u);
    await expect(read('broken.jsonl.bz2', 'no bzip2')).rejects.toThrow(/broken\.jsonl\.bz2 cannot be read/u);
  });
});
