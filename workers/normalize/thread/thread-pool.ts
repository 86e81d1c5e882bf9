import type { ResourceLimits } from 'node:worker_threads';
import { PipelineError } from '../../../shared/errors/errors.ts';
import { startThread, type Thread } from './thread.ts';

export interface ThreadPoolOptions {
  /** The script of every thread, built JavaScript; it speaks `ThreadMessage`. */
  readonly entry: URL;
  /** Structured-clone copy that each thread finds as its `workerData`. */
  readonly workerData?: unknown;
  /** Most threads at a time, from 1; the first starts at once, the others when they are needed. */
  readonly size: number;
  /** Longest time of one job, counted from when its thread takes it up. */
  readonly deadlineMs: number;
  readonly resourceLimits: ResourceLimits;
}

/** Threads that each do one job at a time. Disposing ends them and refuses what still waits. */
export interface ThreadPool<Job, Result> extends AsyncDisposable {
  /** Resolves when the first thread can take jobs. @throws {PipelineError} when it could not start. */
  readonly ready: Promise<void>;
  /**
   * Has a thread do `job`; an aborted `signal` ends the wait and the thread that is at it.
   *
   * @throws {PipelineError} as the thread threw it; `SOURCE_TOO_COMPLEX`, which names the deadline or
   *   the memory that the job went beyond; `INTERNAL` after an abort or when the pool was closed.
   */
  readonly run: (job: Job, signal: AbortSignal) => Promise<Result>;
}

interface Waiting<Job, Result> {
  readonly job: Job;
  readonly signal: AbortSignal;
  readonly settle: (outcome: Promise<Result>) => void;
}

/** Opens a pool and starts its first thread, without waiting for it. */
export function openThreadPool<Job, Result>(options: ThreadPoolOptions): ThreadPool<Job, Result> {
  const threads = new Set<Thread<Job, Result>>();
  const idle: Thread<Job, Result>[] = [];
  const queue: Waiting<Job, Result>[] = [];
  let isClosed = false;

  function addThread(): Thread<Job, Result> {
    const thread = startThread<Job, Result>(options);
    threads.add(thread);
    void forgetWhenOver(thread);
    return thread;
  }

  async function forgetWhenOver(thread: Thread<Job, Result>): Promise<void> {
    await thread.ended;
    threads.delete(thread);
    remove(idle, thread);
    if (thread.wasReady && !isClosed) {
      idle.push(addThread()); // at once: the next job shall not wait for it
    }
    assign();
  }

  /** Gives what waits to threads, as long as there are any. */
  function assign(): void {
    while (queue.length > 0) {
      const thread = idle.pop() ?? (threads.size < options.size ? addThread() : undefined);
      const next = thread === undefined ? undefined : queue.shift();
      if (thread === undefined || next === undefined) {
        return;
      }
      const outcome = thread.run(next.job, next.signal);
      next.settle(outcome);
      void release(thread, outcome);
    }
  }

  async function release(thread: Thread<Job, Result>, outcome: Promise<Result>): Promise<void> {
    await Promise.allSettled([outcome]);
    if (!thread.isOver) {
      idle.push(thread);
      assign();
    }
  }

  const first = addThread();
  idle.push(first);
  return {
    ready: first.ready,
    run: async (job, signal) => {
      if (isClosed || signal.aborted) {
        throw isClosed ? closed() : givenUp();
      }
      return new Promise<Result>((resolve, reject) => {
        const giveUp = (): void => {
          if (remove(queue, waiting)) {
            reject(givenUp());
          }
        };
        const waiting: Waiting<Job, Result> = {
          job,
          signal,
          settle: (outcome) => {
            signal.removeEventListener('abort', giveUp);
            resolve(outcome);
          },
        };
        signal.addEventListener('abort', giveUp, { once: true });
        queue.push(waiting);
        assign();
      });
    },
    [Symbol.asyncDispose]: async () => {
      isClosed = true;
      for (const { settle } of queue.splice(0)) {
        settle(Promise.reject(closed()));
      }
      await Promise.all([...threads].map(async (thread) => thread[Symbol.asyncDispose]()));
    },
  };
}

function remove<Item>(items: Item[], item: Item): boolean {
  const index = items.indexOf(item);
  if (index !== -1) {
    items.splice(index, 1);
  }
  return index !== -1;
}

function givenUp(): PipelineError {
  return new PipelineError('INTERNAL', 'The job was given up before a thread took it');
}

function closed(): PipelineError {
  return new PipelineError('INTERNAL', 'The threads are closed');
}
