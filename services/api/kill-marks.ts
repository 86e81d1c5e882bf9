import { mkdir, readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { ArticleId } from '../../shared/document/article.ts';
import { replaceDurably } from './durable-file.ts';
import { onDisk } from './on-disk.ts';

/** A kill that was asked for: it must hold even when Redis loses its last second. */
export const KillMark = z.object({
  articleId: ArticleId,
  externalId: z.string(),
  /** Milliseconds since the epoch. */
  at: z.int(),
});
export type KillMark = Readonly<z.infer<typeof KillMark>>;

/** Kills on disk, until Redis holds them for good. A kill is never taken back, so order is no matter. */
export interface KillMarks {
  /** @throws {PipelineError} `UNAVAILABLE` when the disk does not take it. */
  write(mark: KillMark): Promise<void>;
  /** Marks that cannot be read are left out. */
  list(): Promise<readonly KillMark[]>;
  remove(mark: KillMark): Promise<void>;
}

const ENDING = '.kill.json';

/** Opens the marks in a folder, which is made where it is missing. */
export async function openKillMarks(folder: string): Promise<KillMarks> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const pathOf = ({ articleId }: KillMark): string => join(folder, articleId + ENDING);
  return {
    write: async (mark) => onDisk(replaceDurably(pathOf(mark), JSON.stringify(mark))),
    list: async () => {
      const names = (await readdir(folder)).filter((name) => name.endsWith(ENDING));
      const marks = await Promise.all(names.map(async (name) => readMark(join(folder, name))));
      return marks.filter((mark) => mark !== undefined);
    },
    remove: async (mark) => rm(pathOf(mark), { force: true }),
  };
}

async function readMark(path: string): Promise<KillMark | undefined> {
  try {
    return KillMark.parse(JSON.parse(await readFile(path, 'utf8')));
  } catch {
    return undefined; // removed meanwhile, or damaged: writes are whole or not there
  }
}
