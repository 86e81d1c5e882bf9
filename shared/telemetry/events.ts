import type { Logger } from 'pino';
import type { QueueName, QueuePayload } from '../queue/contract.ts';
import { traceIdOf } from './trace.ts';

/** How one attempt of a stage ended. */
export interface StageEnded {
  readonly stage: QueueName;
  readonly payload: QueuePayload;
  readonly attempt: number;
  readonly waitMs: number;
  readonly runMs: number;
  readonly outcome: 'done' | 'reused' | 'waiting' | 'skipped' | 'retried' | 'failed' | 'postponed';
  readonly error?: { readonly code: string; readonly message: string } | undefined;
}

/** One line per attempt of a stage. */
export function logStageEnded(log: Logger, event: StageEnded): void {
  const { payload, error, ...rest } = event;
  const subject =
    'articleId' in payload
      ? {
          articleId: payload.articleId,
          version: payload.version,
          locale: payload.locale,
          run: payload.run,
        }
      : { runId: payload.runId };
  const fields = {
    ...rest,
    ...subject,
    pipelineVersion: payload.pipelineVersion,
    traceId: traceIdOf(payload.trace),
    ...(error === undefined ? {} : { code: error.code, reason: error.message }),
  };
  if (event.outcome === 'failed') {
    log.error(fields, 'stage ended');
  } else {
    log.info(fields, 'stage ended');
  }
}

/** A job whose worker was lost was put back. */
export function logStalled(log: Logger, stage: QueueName, jobId: string): void {
  log.warn({ stage, jobId }, 'job lost its worker and waits again');
}

/** An article that Redis had lost was put back from the spool. */
export function logReadded(log: Logger, externalId: string, version: number): void {
  log.warn({ externalId, version }, 'article put back from the spool');
}
