import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { configPath } from '../../../config/project-root.ts';

const CountryLine = z.object({ code: z.string(), id: z.string() });

let known: ReadonlyMap<string, string> | undefined;

/** The ISO 3166 code of a country by its Wikidata id (`Q142` is `FR`), from the gazetteer that ships. */
export function countryCodeOf(id: string): string | undefined {
  known ??= new Map(
    readFileSync(configPath('gazetteers', 'countries.jsonl'), 'utf8')
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => CountryLine.parse(JSON.parse(line)))
      .filter(({ code }) => /^[A-Z]{2}$/u.test(code))
      .map(({ code, id: country }) => [country, code] as const),
  );
  return known.get(id);
}
