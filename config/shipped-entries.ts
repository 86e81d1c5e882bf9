import { readdir, readFile } from 'node:fs/promises';
import { z } from 'zod';
import { GazetteerEntry } from '../shared/document/gazetteer-entry.ts';
import { LOCALES } from './locales.ts';
import { configPath } from './project-root.ts';

/** What a line of `countries.jsonl` adds to the runtime's own names. */
const CountryLine = z.object({
  code: z.string(),
  id: z.string(),
  subtype: z.string().optional(),
  aliases: z.array(z.string()).optional(),
});

/**
 * The entries of `config/gazetteers` by id, for pages and doors that show or look up names; tagging
 * has its own, checked reading of them.
 */
export async function readShippedEntries(): Promise<ReadonlyMap<string, GazetteerEntry>> {
  const folder = configPath('gazetteers');
  const names = (await readdir(folder)).filter((name) => name.endsWith('.jsonl') && name !== 'offices.jsonl');
  const files = await Promise.all(
    names.map(async (name) => ({ name, lines: linesOf(await readFile(`${folder}/${name}`, 'utf8')) })),
  );
  const entries = files.flatMap(({ name, lines }) =>
    lines.map((line) => (name === 'countries.jsonl' ? countryOf(line) : GazetteerEntry.parse(line))),
  );
  return new Map(entries.map((entry) => [entry.id, entry]));
}

function linesOf(text: string): readonly unknown[] {
  return text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line): unknown => JSON.parse(line));
}

function countryOf(line: unknown): GazetteerEntry {
  const { id, code, subtype = 'country', aliases = [] } = CountryLine.parse(line);
  const names = LOCALES.flatMap((locale) => {
    const own = new Intl.DisplayNames(locale, { type: 'region', fallback: 'none' }).of(code);
    const forms = [...(own === undefined ? [] : [own]), ...(locale === 'en' ? aliases : [])];
    return forms.length === 0 ? [] : [[locale, forms] as const];
  });
  return { id, code, subtype, type: 'LOC', names: Object.fromEntries(names) };
}
