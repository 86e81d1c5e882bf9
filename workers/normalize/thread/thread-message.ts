import { z } from 'zod';
import {
  ERROR_CATALOG,
  type ErrorCode,
  PipelineError,
  toPipelineError,
} from '../../../shared/errors/errors.ts';

/** What a thread says: that it can take a job, and how the job it was given ended. */
export type ThreadMessage<Result> =
  | { readonly kind: 'ready' }
  | { readonly kind: 'done'; readonly result: Result }
  | { readonly kind: 'failed'; readonly error: SentError };

/** A `PipelineError` as it crosses between threads, where classes are lost. */
export interface SentError {
  readonly code: ErrorCode;
  readonly message: string;
  /** JSON. */
  readonly details: string;
  /** Of an error that nobody expected, for the log. */
  readonly stack?: string | undefined;
}

const Details = z.record(z.string(), z.unknown());

/** Packs any error; one that is no `PipelineError` keeps its stack, all others need none. */
export function packError(error: unknown): SentError {
  const { code, message, details, cause } = toPipelineError(overflowOf(error));
  const stack = code === 'INTERNAL' && cause instanceof Error ? cause.stack : undefined;
  return { code, message, details: JSON.stringify(details), ...(stack === undefined ? {} : { stack }) };
}

/** The error that `packError` packed. */
export function unpackError({ code, message, details, stack }: SentError): PipelineError {
  const known: ErrorCode = Object.hasOwn(ERROR_CATALOG, code) ? code : 'INTERNAL';
  return new PipelineError(known, message, {
    details: Details.parse(JSON.parse(details)),
    ...(stack === undefined ? {} : { cause: new Error(stack) }),
  });
}

/** Recursion that went too deep is the article's doing, and the same each time. */
function overflowOf(error: unknown): unknown {
  return error instanceof RangeError && error.message.includes('call stack')
    ? new PipelineError('SOURCE_TOO_COMPLEX', 'The article is nested deeper than it can be followed', {
        details: { limit: 'stack' },
        cause: error,
      })
    : error;
}
