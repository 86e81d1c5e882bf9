import { parentPort, workerData } from 'node:worker_threads';
import { z } from 'zod';

// The entry of a worker thread: finds a pattern in lists of texts until it is ended.
const { pattern } = z.object({ pattern: z.string() }).parse(workerData);
const regex = new RegExp(pattern, 'giu');

/** Places that one text is told of. */
const MAX_PLACES = 50;

parentPort?.on('message', (texts: readonly string[]) => {
  const found = texts.map((text) =>
    Array.from(text.matchAll(regex))
      .filter(([part]) => part !== '')
      .slice(0, MAX_PLACES)
      .map(({ index, 0: part }) => ({ start: index, end: index + part.length })),
  );
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread is no window
  parentPort?.postMessage(found);
});
