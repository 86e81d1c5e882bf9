import { join } from 'node:path';
import { setImmediate as turn } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { PROJECT_ROOT } from '../../../config/project-root.ts';
import type { SourceArticle } from '../../../shared/document/article.ts';
import type { Document } from '../../../shared/document/document.ts';
import type { NormalizeOptions } from '../deps.ts';
import type { Normalizer } from './normalizer.ts';
import { openThreadPool } from './thread-pool.ts';

/** Threads run built code alone: where this file is a source, the build's thread stands in `dist/`. */
const ENTRY = import.meta.url.endsWith('.ts')
  ? pathToFileURL(join(PROJECT_ROOT, 'dist', 'workers', 'normalize', 'thread', 'thread-main.js'))
  : new URL('./thread-main.js', import.meta.url);

export interface NormalizeThreadsOptions {
  /** Most threads, from 1. */
  readonly threads: number;
  /** Time that one article may take, from when its thread takes it up. */
  readonly deadlineMs: number;
  /** Heap and stack of one thread, in MB. */
  readonly maxHeapMb: number;
  readonly stackMb: number;
  /** Segmentation rules of other tools; see `NormalizeOptions`. */
  readonly srx?: NormalizeOptions['srx'];
}

/**
 * Starts threads that normalize, so that no article, however hostile, blocks this one: the locks of
 * other jobs are renewed meanwhile, and a thread that takes too long or too much memory is ended.
 * Disposing ends all of them.
 *
 * @throws {PipelineError} `CONFIG_INVALID` when a table of words cannot be used.
 */
export async function normalizeInThreads({
  threads,
  deadlineMs,
  maxHeapMb,
  stackMb,
  srx,
}: NormalizeThreadsOptions): Promise<Normalizer & AsyncDisposable> {
  const pool = openThreadPool<SourceArticle, Document>({
    entry: ENTRY,
    workerData: { srx },
    size: threads,
    deadlineMs,
    resourceLimits: { maxOldGenerationSizeMb: maxHeapMb, stackSizeMb: stackMb },
  });
  await pool.ready;
  return {
    normalize: async (source, signal) => {
      const document = await pool.run(source, signal);
      await turn(); // large documents: receiving one and storing it are two blocks, not one
      return document;
    },
    [Symbol.asyncDispose]: async () => pool[Symbol.asyncDispose](),
  };
}
