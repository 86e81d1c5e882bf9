import { PipelineError } from '../errors/errors.ts';
import { buildValueGrammar, type ValueGrammar } from './value-grammar.ts';
import { ValueTable } from './value-table.ts';

/** Words of every language: currency codes, unit symbols, zones. */
const COMMON = 'common.json';

/**
 * Compiles tables of `config/values` when a language is first asked for; a language without a table
 * has no grammar.
 *
 * @throws {PipelineError} `CONFIG_INVALID`, which names the file and each wrong entry.
 */
export function loadValueGrammars(
  files: readonly { readonly name: string; readonly text: string }[],
): (language: string) => ValueGrammar | undefined {
  const tables = new Map(files.map(({ name, text }) => [name, readTable(name, text)]));
  const common = tables.get(COMMON) ?? ValueTable.parse({});
  const grammars = new Map<string, ValueGrammar>();
  return (language) => {
    const table = tables.get(`${language}.json`);
    const known = grammars.get(language);
    if (known !== undefined || table === undefined) {
      return known;
    }
    const built = buildValueGrammar(language, table, common);
    grammars.set(language, built);
    return built;
  };
}

function readTable(name: string, text: string): ValueTable {
  const parsed = ValueTable.safeParse(JSON.parse(text));
  if (parsed.success) {
    return parsed.data;
  }
  const problems = parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
  throw new PipelineError('CONFIG_INVALID', `config/values/${name} is wrong: ${problems.join('; ')}`, {
    details: { problems },
  });
}
