import type { z } from 'zod';
import { GazetteerEntry } from '../document/gazetteer-entry.ts';
import { PipelineError } from '../errors/errors.ts';
import { type CountryEntry, countryEntries } from './country-entries.ts';
import { CountryLine, OfficeLine } from './gazetteer-entry.ts';
import { isSoundEntry } from './sound-entry.ts';

/** Everything that is known before a document is read. */
export interface Gazetteer {
  /** People, places, organizations, agencies, in file order. */
  readonly entries: readonly GazetteerEntry[];
  readonly countries: readonly CountryEntry[];
  readonly offices: readonly OfficeLine[];
  /** Locales for which names are kept. */
  readonly locales: readonly string[];
}

/** A gazetteer file: JSON Lines. */
export interface GazetteerFile {
  /** Name below `config/gazetteers/`. */
  readonly name: string;
  readonly text: string;
}

/**
 * Reads the gazetteer's files. `countries.jsonl` and `offices.jsonl` have a shape of their own;
 * every other file holds entries, so that adding a gazetteer is adding a file.
 *
 * @throws {PipelineError} `CONFIG_INVALID`, which names each wrong line and each unknown person.
 */
export function loadGazetteer(files: readonly GazetteerFile[], locales: readonly string[]): Gazetteer {
  const problems: string[] = [];
  const entries: GazetteerEntry[] = [];
  let countryLines: readonly CountryLine[] = [];
  let offices: readonly OfficeLine[] = [];
  for (const file of files) {
    if (file.name === 'countries.jsonl') {
      countryLines = parseLines(file, CountryLine, { problems });
    } else if (file.name === 'offices.jsonl') {
      offices = parseLines(file, OfficeLine, { problems });
    } else {
      entries.push(...parseLines(file, GazetteerEntry, { problems, isSound: isSoundEntry }));
    }
  }
  checkIds(entries, offices, problems);
  if (problems.length > 0) {
    throw new PipelineError('CONFIG_INVALID', `config/gazetteers is not valid: ${problems.join('; ')}`, {
      details: { problems },
    });
  }
  return { entries, countries: countryEntries(countryLines, locales), offices, locales };
}

interface Checking<T> {
  /** What is wrong is added to it. */
  readonly problems: string[];
  /** Spares the schema what is sure to fit. */
  readonly isSound?: (value: unknown) => value is T;
}

function parseLines<T>(
  file: GazetteerFile,
  schema: z.ZodType<T>,
  { problems, isSound }: Checking<T>,
): readonly T[] {
  return file.text.split('\n').flatMap((line, index) => {
    if (line.trim() === '') {
      return [];
    }
    const value = parseJson(line);
    if (isSound?.(value) === true) {
      return [value];
    }
    const parsed = schema.safeParse(value);
    if (parsed.success) {
      return [parsed.data];
    }
    const issue = parsed.error.issues[0];
    const where = issue === undefined || issue.path.length === 0 ? '' : ` at ${issue.path.join('.')}`;
    problems.push(`${file.name} line ${index + 1}${where}: ${issue?.message ?? 'not an entry'}`);
    return [];
  });
}

function parseJson(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined; // the schema reports the line
  }
}

function checkIds(
  entries: readonly GazetteerEntry[],
  offices: readonly OfficeLine[],
  problems: string[],
): void {
  const ids = new Set<string>();
  for (const { id } of entries) {
    if (ids.has(id)) {
      problems.push(`id ${id} stands twice`);
    }
    ids.add(id);
  }
  for (const { person, country, office } of offices) {
    if (!ids.has(person)) {
      problems.push(`offices.jsonl: ${country} ${office} names ${person}, which is no entry`);
    }
  }
}
