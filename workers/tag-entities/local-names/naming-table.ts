import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { z } from 'zod';
import { NamePolicy } from '../../../shared/document/gazetteer-entry.ts';
import { PipelineError } from '../../../shared/errors/errors.ts';

const Policies = z.strictObject({
  PER: NamePolicy.optional(),
  ORG: NamePolicy.optional(),
  LOC: NamePolicy.optional(),
  EVENT: NamePolicy.optional(),
  PRODUCT: NamePolicy.optional(),
});

/** How one language writes names that no gazetteer has for it: `config/names/<language>.json`. */
export const NamingTable = z.strictObject({
  /** By type; `name` for a type that is missing. */
  policy: Policies,
  /** Languages whose people are named family first here, though English names them the other way round. */
  familyFirst: z
    .array(z.enum(['hu', 'ja']))
    .readonly()
    .optional(),
  /** What stands between the words of a spelled name, and between parts that a hyphen joins. */
  between: z.string(),
  hyphen: z.string(),
  /** How the spelled sounds become letters. */
  script: z.enum(['alphabet', 'devanagari', 'thai', 'hangul']),
  /** Known renderings of given and family names, by folded form. */
  tokens: z.record(z.string().regex(/^[\p{L}\p{M}'-]+$/u), z.string().min(1)).readonly(),
  /** Letters to sounds, the longest first; `^` in front: where a word begins, `$` behind: where it ends. */
  rules: z.record(z.string().regex(/^\^?[a-z']+\$?$/u), z.string()).readonly(),
});
export type NamingTable = Readonly<z.infer<typeof NamingTable>>;

/**
 * Reads the tables of a folder, by language.
 *
 * @throws {PipelineError} `CONFIG_INVALID`, which names each wrong file, the member and what was expected.
 */
export async function readNamingTables(folder: string): Promise<ReadonlyMap<string, NamingTable>> {
  const files = (await readdir(folder)).filter((name) => name.endsWith('.json')).toSorted();
  const problems: string[] = [];
  const tables = new Map<string, NamingTable>();
  for (const file of files) {
    const parsed = NamingTable.safeParse(JSON.parse(await readFile(join(folder, file), 'utf8')));
    if (parsed.success) {
      tables.set(basename(file, '.json'), parsed.data);
    } else {
      const [issue] = parsed.error.issues;
      problems.push(`${file} at ${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'not a naming table'}`);
    }
  }
  if (problems.length > 0) {
    throw new PipelineError('CONFIG_INVALID', `config/names is not valid: ${problems.join('; ')}`, {
      details: { problems },
    });
  }
  return tables;
}
