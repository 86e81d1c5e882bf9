import { type ResourceLimits, Worker } from 'node:worker_threads';
import { PipelineError } from '../../../shared/errors/errors.ts';
import { type ThreadMessage, unpackError } from './thread-message.ts';

interface ThreadOptions {
  readonly entry: URL;
  readonly workerData?: unknown;
  readonly deadlineMs: number;
  readonly resourceLimits: ResourceLimits;
}

/** One worker thread that does one job at a time. Disposing ends it, whatever it is at. */
export interface Thread<Job, Result> extends AsyncDisposable {
  readonly isOver: boolean;
  /** Whether it could ever take jobs. */
  readonly wasReady: boolean;
  /** Resolves when it can take jobs. @throws {PipelineError} when it could not start. */
  readonly ready: Promise<void>;
  /** Resolves when the thread is no more. */
  readonly ended: Promise<void>;
  /** Only while no other job runs. @throws {PipelineError} see `ThreadPool.run`. */
  readonly run: (job: Job, signal: AbortSignal) => Promise<Result>;
}

/** Starts a thread; a job that is given before it is ready waits until then. */
export function startThread<Job, Result>(options: ThreadOptions): Thread<Job, Result> {
  const { entry, workerData, deadlineMs, resourceLimits } = options;
  const worker = new Worker(entry, { workerData, resourceLimits, stderr: false });
  worker.unref(); // an idle thread keeps no process alive
  const ready = deferred();
  const ended = deferred();
  let isOver = false;
  let wasReady = false;
  let end: PipelineError | undefined;
  let current: { resolve(result: Result): void; reject(error: unknown): void } | undefined;

  worker.on('message', (message: ThreadMessage<Result>) => {
    switch (message.kind) {
      case 'ready':
        wasReady = true;
        ready.resolve();
        return;
      case 'done':
        current?.resolve(message.result);
        return;
      case 'failed':
        end = current === undefined ? unpackError(message.error) : end; // it could not start
        current?.reject(unpackError(message.error));
        return;
    }
  });
  worker.on('error', (error) => {
    end ??= describeCrash(error, resourceLimits);
  });
  worker.on('exit', (code) => {
    isOver = true;
    const error = end ?? new PipelineError('INTERNAL', `The thread ended by itself with exit code ${code}`);
    ready.reject(error);
    current?.reject(error);
    ended.resolve();
  });
  ready.promise.catch(() => {}); // told to whoever waits for it, if anybody does

  async function stop(reason: PipelineError): Promise<void> {
    end ??= reason;
    isOver = true;
    await worker.terminate();
  }

  const giveUp = (): void => {
    void stop(new PipelineError('INTERNAL', 'The job was given up'));
  };

  return {
    get isOver() {
      return isOver;
    },
    get wasReady() {
      return wasReady;
    },
    ready: ready.promise,
    ended: ended.promise,
    run: async (job, signal) => {
      signal.addEventListener('abort', giveUp, { once: true });
      worker.ref();
      let timer: NodeJS.Timeout | undefined;
      try {
        await ready.promise;
        return await new Promise<Result>((resolve, reject) => {
          current = { resolve, reject };
          timer = setTimeout(() => void stop(tooSlow(deadlineMs)), deadlineMs);
          // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread is no window
          worker.postMessage(job);
        });
      } finally {
        clearTimeout(timer);
        current = undefined;
        signal.removeEventListener('abort', giveUp);
        worker.unref();
      }
    },
    [Symbol.asyncDispose]: () => stop(new PipelineError('INTERNAL', 'The threads are closed')),
  };
}

function tooSlow(deadlineMs: number): PipelineError {
  return new PipelineError(
    'SOURCE_TOO_COMPLEX',
    `The article took longer than the deadline of ${deadlineMs} ms to normalize`,
    { details: { limit: 'deadlineMs', allowed: deadlineMs } },
  );
}

function describeCrash(error: unknown, { maxOldGenerationSizeMb }: ResourceLimits): PipelineError {
  if (error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY') {
    return new PipelineError(
      'SOURCE_TOO_COMPLEX',
      `The article needed more than the ${maxOldGenerationSizeMb} MB of memory that normalizing one may take`,
      { details: { limit: 'memoryMb', allowed: maxOldGenerationSizeMb }, cause: error },
    );
  }
  const reason = error instanceof Error ? error.message : String(error);
  return new PipelineError('INTERNAL', `The thread broke down: ${reason}`, { cause: error });
}

interface Deferred {
  readonly promise: Promise<void>;
  readonly resolve: () => void;
  readonly reject: (error: unknown) => void;
}

function deferred(): Deferred {
  let settle: Omit<Deferred, 'promise'> = { resolve: () => {}, reject: () => {} };
  const promise = new Promise<void>((resolve, reject) => {
    settle = { resolve, reject };
  });
  return { promise, ...settle };
}
