import { PassThrough, type Readable } from 'node:stream';
import type { ArticleStatus } from '../../../shared/api/article-status.ts';

/** Where a stream of statuses comes from. */
export interface StatusSource {
  /** The status now; undefined when the article is gone. */
  readonly read: () => Promise<ArticleStatus | undefined>;
  /** Calls back when it may have changed, until the answer is called. */
  readonly watch: (onChange: () => void) => () => void;
  /** Ends the stream: the service is stopping. */
  readonly stopping: AbortSignal;
}

export interface StatusStreamOptions {
  /** Changes within this time become one event. Default 100 ms. */
  readonly coalesceMs?: number;
  /** A comment goes out, and the status is read again, this often. Default 15,000 ms. */
  readonly heartbeatMs?: number;
}

/**
 * Server-sent events of an article: `status` at once and after each change, then `end` when it no
 * longer runs. A client that reads slowly is given the newest status, not every one.
 */
export function openStatusStream(
  { read, watch, stopping }: StatusSource,
  first: ArticleStatus,
  { coalesceMs = 100, heartbeatMs = 15_000 }: StatusStreamOptions = {},
): Readable {
  const stream = new PassThrough();
  let sent = '';
  let timer: NodeJS.Timeout | undefined;

  function send(status: ArticleStatus | undefined): void {
    if (stream.writableEnded || stream.destroyed) {
      return;
    }
    const data = JSON.stringify(status);
    if (status !== undefined && data !== sent) {
      sent = data;
      stream.write(eventOf('status', data));
    }
    if (status?.state !== 'running') {
      stream.end(eventOf('end', '{}'));
    }
  }

  async function refresh(): Promise<void> {
    if (stream.writableNeedDrain) {
      stream.once('drain', schedule);
      return;
    }
    try {
      send(await read());
    } catch {
      // the store is away: the next heartbeat reads again
    }
  }

  function schedule(): void {
    timer ??= setTimeout(() => {
      timer = undefined;
      void refresh();
    }, coalesceMs);
  }

  const heartbeat = setInterval(() => {
    stream.write(': still here\n\n');
    schedule(); // messages may have been missed
  }, heartbeatMs);
  const unwatch = watch(schedule);
  const stop = (): void => {
    stream.end();
  };
  stopping.addEventListener('abort', stop, { once: true });
  stream.once('close', release);
  stream.once('finish', release);

  function release(): void {
    clearTimeout(timer);
    clearInterval(heartbeat);
    unwatch();
    stopping.removeEventListener('abort', stop);
  }

  stream.write('retry: 1000\n\n');
  send(first);
  return stream;
}

function eventOf(name: string, data: string): string {
  return `event: ${name}\ndata: ${data}\n\n`;
}
