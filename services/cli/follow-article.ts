import { setTimeout as sleep } from 'node:timers/promises';
import type { ArticleStatus } from '../../shared/api/article-status.ts';
import type { Client } from './client.ts';
import { CliFailure } from './failure.ts';

/** Pauses before the stream is opened again; with the last, the service counts as gone. */
const PAUSES_MS = [200, 500, 1000, 2000, 4000, 8000] as const;

/**
 * Follows an article until it is no longer running, and answers its last status. A connection that
 * breaks is opened again.
 *
 * @throws {CliFailure} `unreachable` when the service stays away.
 */
export async function followArticle(
  client: Client,
  externalId: string,
  { onStatus, signal }: { readonly onStatus: (status: ArticleStatus) => void; readonly signal: AbortSignal },
): Promise<ArticleStatus> {
  let failures = 0;
  const note = (status: ArticleStatus): void => {
    failures = 0;
    onStatus(status);
  };
  for (;;) {
    const last = await readStream(client, externalId, note);
    if (last !== undefined) {
      return last;
    }
    const pauseMs = PAUSES_MS[failures];
    failures += 1;
    if (pauseMs === undefined) {
      throw new CliFailure('unreachable', `The service went away while "${externalId}" was running`);
    }
    await sleep(pauseMs, undefined, { signal });
  }
}

/** The final status, or undefined where the stream ended before: a restart, or a proxy's limit. */
async function readStream(
  client: Client,
  externalId: string,
  onStatus: (status: ArticleStatus) => void,
): Promise<ArticleStatus | undefined> {
  let last: ArticleStatus | undefined;
  try {
    // Read to its end, which follows the final status: giving up a stream would cost the connection.
    for await (const status of client.statuses(externalId)) {
      last = status;
      onStatus(status);
    }
  } catch (error) {
    if (!isWorthRetrying(error)) {
      throw error;
    }
  }
  return last?.state === 'running' ? undefined : last;
}

/** Broken streams arrive as plain errors of fetch. */
function isWorthRetrying(error: unknown): boolean {
  return error instanceof CliFailure ? error.exit === 'unreachable' : error instanceof TypeError;
}
