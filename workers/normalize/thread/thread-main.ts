import { parentPort } from 'node:worker_threads';
import type { SourceArticle } from '../../../shared/document/article.ts';
import type { Document } from '../../../shared/document/document.ts';
import { createNormalizeDeps, type NormalizeDeps } from '../deps.ts';
import { normalize } from '../normalize.ts';
import { packError, type ThreadMessage } from './thread-message.ts';

// The entry of a worker thread: reads the word tables once, then takes articles one at a time.
const port = parentPort;
const say = (message: ThreadMessage<Document>): void => port?.postMessage(message);

/** Has the models of languages loaded before the first article's time runs. */
const WARM_UP = 'The harbour will stay closed until the end of the week, the city said on Monday.';

try {
  const deps = createNormalizeDeps();
  await deps.detectLanguage(WARM_UP);
  port?.on('message', (source: SourceArticle) => void answer(source, deps));
  say({ kind: 'ready' });
} catch (error) {
  say({ kind: 'failed', error: packError(error) });
}

async function answer(source: SourceArticle, deps: NormalizeDeps): Promise<void> {
  try {
    say({ kind: 'done', result: await normalize(source, deps) });
  } catch (error) {
    say({ kind: 'failed', error: packError(error) });
  }
}
