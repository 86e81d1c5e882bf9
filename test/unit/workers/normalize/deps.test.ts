import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { configPath } from '../../../../config/project-root.ts';
import { AgencyTable, WordTable } from '../../../../workers/normalize/word-tables.ts';

const files = readdirSync(configPath('casing')).filter(
  (file) => file.endsWith('.json') && file !== 'agencies.json',
);

describe('config/casing', () => {
  it.each(files)('%s holds known lists only, each word once', (file) => {
    const raw: unknown = JSON.parse(readFileSync(configPath('casing', file), 'utf8'));
    const table = WordTable.parse(raw);
    expect(Object.keys(table)).toEqual(expect.arrayContaining(Object.keys(Object(raw))));
    for (const list of Object.values(table)) {
      if (Array.isArray(list)) {
        expect(new Set(list).size).toBe(list.length);
      }
    }
  });

  it('agencies.json names each form once', () => {
    const table = AgencyTable.parse(JSON.parse(readFileSync(configPath('casing', 'agencies.json'), 'utf8')));
    const forms = table.flatMap((agency) => agency.forms);
    expect(new Set(forms).size).toBe(forms.length);
  });
});
