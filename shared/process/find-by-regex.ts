import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { Span } from '../document/span.ts';
import { PipelineError } from '../errors/errors.ts';

/** Threads run built code alone: where this file is a source, the build's thread stands in `dist/`. */
const ENTRY = import.meta.url.endsWith('.ts')
  ? pathToFileURL(join(fileURLToPath(import.meta.url), '../../../dist/shared/process/regex-thread.js'))
  : new URL('./regex-thread.js', import.meta.url);

/** Finds a pattern in a thread of its own. Disposing ends it, whatever it is at. */
export interface RegexFinder extends AsyncDisposable {
  /**
   * Tells where the pattern stands in each text; one call at a time.
   *
   * @throws {PipelineError} `REQUEST_INVALID` when all calls together took longer than the budget.
   */
  readonly find: (texts: readonly string[]) => Promise<readonly (readonly Span[])[]>;
}

/**
 * Opens a finder for a regular expression, case-insensitive and by Unicode characters. A pattern that
 * never ends keeps nobody waiting: its thread is ended when the budget is spent.
 *
 * @throws {PipelineError} `REQUEST_INVALID` for what is no regular expression.
 */
export function findByRegex(pattern: string, budgetMs: number): RegexFinder {
  checkPattern(pattern);
  const thread = new Worker(ENTRY, {
    workerData: { pattern },
    resourceLimits: { maxOldGenerationSizeMb: 64 },
  });
  thread.unref();
  let left = budgetMs;
  return {
    find: async (texts) => {
      const startedAt = performance.now();
      const found = await ask(thread, texts, left);
      left -= performance.now() - startedAt;
      if (found === undefined) {
        await thread.terminate();
        throw new PipelineError(
          'REQUEST_INVALID',
          `The pattern "${pattern}" took longer than ${budgetMs} ms; make it simpler, or narrow the search`,
        );
      }
      return found;
    },
    [Symbol.asyncDispose]: async () => {
      await thread.terminate();
    },
  };
}

function checkPattern(pattern: string): void {
  try {
    RegExp(pattern, 'u');
  } catch (error) {
    throw new PipelineError(
      'REQUEST_INVALID',
      `"${pattern}" is not a regular expression: ${error instanceof Error ? error.message : String(error)}`,
      { cause: error },
    );
  }
}

/** Undefined when the time is up, or the thread broke down. */
async function ask(
  thread: Worker,
  texts: readonly string[],
  timeMs: number,
): Promise<readonly (readonly Span[])[] | undefined> {
  return new Promise((resolve) => {
    const settle = (found: readonly (readonly Span[])[] | undefined): void => {
      clearTimeout(timer);
      thread.removeAllListeners();
      resolve(found);
    };
    const timer = setTimeout(() => settle(undefined), Math.max(0, timeMs));
    thread.once('message', settle);
    thread.once('error', () => settle(undefined));
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread is no window
    thread.postMessage(texts);
  });
}
