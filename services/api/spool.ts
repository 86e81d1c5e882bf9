import { mkdir, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { ArticleId, SourceArticle } from '../../shared/document/article.ts';
import { PipelineError } from '../../shared/errors/errors.ts';
import { createDurably, UNFINISHED } from './durable-file.ts';
import { onDisk } from './on-disk.ts';

/** A submission as it is kept until Redis holds its outcome for good. */
export const SpoolEntry = z.object({
  source: SourceArticle,
  contentHash: z.string(),
  trace: z.string(),
  /** Milliseconds since the epoch. */
  submittedAt: z.int(),
});
export type SpoolEntry = Readonly<z.infer<typeof SpoolEntry>>;

/** A file of the spool: which version it keeps, and when it was written (ms since the epoch). */
export interface SpoolFile {
  readonly name: string;
  readonly articleId: ArticleId;
  readonly version: number;
  readonly writtenAt: number;
}

/** A request that is still being answered keeps the reconciler away from its file. */
export interface SpoolHold {
  readonly name: string;
  /** Gives the file to the reconciler. */
  release(): void;
  /** Removes the file: what it holds was refused. A file that another request wrote stays. */
  discard(): Promise<void>;
}

/**
 * Submissions on disk: what was acknowledged survives even when Redis loses its last second.
 * Several processes may share the folder.
 */
export interface Spool {
  /**
   * Resolves once the entry is on the disk, file and directory entry both.
   *
   * @throws {PipelineError} `VERSION_CONFLICT` when the same version waits with other content,
   *   `UNAVAILABLE` when the disk does not take it.
   */
  write(entry: SpoolEntry): Promise<SpoolHold>;
  /** Every file that no request of this process holds, oldest first. */
  list(): Promise<readonly SpoolFile[]>;
  /** @throws when the file is not a whole entry. */
  read(name: string): Promise<SpoolEntry>;
  remove(name: string): Promise<void>;
  /** Keeps a file that cannot be used, as `<name>.bad`, out of the way. */
  setAside(name: string): Promise<void>;
}

const FILE_NAME = /^(?<articleId>a[0-9a-z]{20})\.v(?<version>[1-9]\d*)\.json$/u;

/** Writes that were cut off by a crash are not acknowledged; they are swept after this long. */
const STALE_WRITE_MS = 600_000;

/** Opens the spool in a folder, which is made where it is missing. */
export async function openSpool(folder: string): Promise<Spool> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await sweep(folder);
  const held = new Map<string, number>();
  return {
    write: async (entry) => {
      const name = nameOf(entry);
      held.set(name, (held.get(name) ?? 0) + 1);
      const release = (): void => letGo(held, name);
      try {
        const created = await writeEntry(folder, name, entry);
        return {
          name,
          release,
          discard: async () => (created ? rm(join(folder, name), { force: true }) : undefined),
        };
      } catch (error) {
        release();
        throw error;
      }
    },
    list: async () => (await listFiles(folder)).filter(({ name }) => !held.has(name)),
    read: async (name) => SpoolEntry.parse(JSON.parse(await readFile(join(folder, name), 'utf8'))),
    remove: async (name) => rm(join(folder, name), { force: true }),
    setAside: async (name) => rename(join(folder, name), join(folder, `${name}.bad`)),
  };
}

function nameOf({ source }: SpoolEntry): string {
  return `${source.articleId}.v${source.version}.json`;
}

function letGo(held: Map<string, number>, name: string): void {
  const count = held.get(name) ?? 1;
  if (count > 1) {
    held.set(name, count - 1);
  } else {
    held.delete(name);
  }
}

/** Tells whether this call made the file: what another request was told is safe is never replaced. */
async function writeEntry(folder: string, name: string, entry: SpoolEntry): Promise<boolean> {
  const path = join(folder, name);
  const created = await onDisk(createDurably(path, JSON.stringify(entry)));
  if (!created) {
    await checkSame(path, entry);
  }
  return created;
}

async function checkSame(path: string, entry: SpoolEntry): Promise<void> {
  const existing = SpoolEntry.parse(JSON.parse(await readFile(path, 'utf8')));
  if (existing.contentHash !== entry.contentHash) {
    const { externalId, version } = entry.source;
    throw new PipelineError(
      'VERSION_CONFLICT',
      `Article "${externalId}" version ${version} was just submitted with other content; send the change as a higher version`,
    );
  }
}

async function listFiles(folder: string): Promise<readonly SpoolFile[]> {
  const files = await Promise.all((await readdir(folder)).map(async (name) => describeFile(folder, name)));
  return files.filter((file) => file !== undefined).toSorted((a, b) => a.writtenAt - b.writtenAt);
}

async function describeFile(folder: string, name: string): Promise<SpoolFile | undefined> {
  const { articleId, version } = FILE_NAME.exec(name)?.groups ?? {};
  if (articleId === undefined || version === undefined) {
    return undefined;
  }
  const facts = await stat(join(folder, name)).catch(() => undefined); // removed meanwhile
  return facts === undefined
    ? undefined
    : {
        name,
        articleId: ArticleId.parse(articleId),
        version: Number(version),
        writtenAt: Math.floor(facts.mtimeMs),
      };
}

async function sweep(folder: string): Promise<void> {
  const leftovers = (await readdir(folder)).filter((name) => name.endsWith(UNFINISHED));
  for (const name of leftovers) {
    const facts = await stat(join(folder, name)).catch(() => undefined);
    if (facts !== undefined && Date.now() - facts.mtimeMs > STALE_WRITE_MS) {
      await rm(join(folder, name), { force: true });
    }
  }
}
