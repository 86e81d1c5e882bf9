import { parentPort, workerData } from 'node:worker_threads';
import { z } from 'zod';
import type { SourceArticle } from '../../../shared/document/article.ts';
import { Document } from '../../../shared/document/document.ts';
import { createNormalizeDeps, type NormalizeDeps } from '../deps.ts';
import { normalize } from '../normalize.ts';
import { packError, type ThreadMessage } from './thread-message.ts';

/** What the threads are told when they start. */
const ThreadData = z.object({
  srx: z
    .object({ files: z.array(z.string()), mode: z.enum(['add', 'replace']) })
    .default({ files: [], mode: 'add' }),
});

// The entry of a worker thread: reads the word tables once, then takes articles one at a time.
const port = parentPort;
const say = (message: ThreadMessage<Document>): void => port?.postMessage(message);

/** Has the models of languages loaded before the first article's time runs. */
const WARM_UP = 'The harbour will stay closed until the end of the week, the city said on Monday.';

try {
  const deps = createNormalizeDeps(ThreadData.parse(workerData ?? {}));
  await deps.detectLanguage(WARM_UP);
  port?.on('message', (source: SourceArticle) => void answer(source, deps));
  say({ kind: 'ready' });
} catch (error) {
  say({ kind: 'failed', error: packError(error) });
}

async function answer(source: SourceArticle, deps: NormalizeDeps): Promise<void> {
  try {
    say({ kind: 'done', result: Document.parse(await normalize(source, deps)) });
  } catch (error) {
    say({ kind: 'failed', error: packError(error) });
  }
}
