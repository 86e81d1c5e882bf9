import { STATUS_CODES } from 'node:http';
import type { Problem } from '../../shared/api/problem.ts';
import { ERROR_CATALOG, type ErrorCode, PipelineError } from '../../shared/errors/errors.ts';
import { storeFailureOf } from './store-failure.ts';

/** A problem document with the headers that belong to it. */
export interface ProblemAnswer {
  readonly problem: Problem;
  readonly headers: Readonly<Record<string, string>>;
}

/** One wrong field of a request: where it is and what is wrong with it. */
export interface FieldError {
  readonly pointer: string;
  readonly detail: string;
}

/** Seconds after which a client should try again, where the error does not say so itself. */
const RETRY_AFTER_SECONDS = 2;

/**
 * Turns whatever was thrown into an RFC 9457 problem. Errors of the catalog keep their sentence;
 * what nobody foresaw is `INTERNAL` and says nothing about the inside.
 */
export function toProblem(
  thrown: unknown,
  request: { readonly instance: string; readonly traceId: string },
): ProblemAnswer {
  const { error, status } = classify(thrown);
  const { title } = ERROR_CATALOG[error.code];
  const { errors, retryAfterSeconds, ...details } = error.details;
  const problem: Problem = {
    type: problemType(error.code),
    title,
    status,
    detail:
      error.code === 'INTERNAL' ? `The error is in the log under trace ${request.traceId}` : error.message,
    code: error.code,
    instance: request.instance,
    ...(isFieldErrors(errors) ? { errors: [...errors] } : {}),
    ...(Object.keys(details).length === 0 ? {} : { details }),
    traceId: request.traceId,
  };
  return { problem, headers: headersOf(status, retryAfterSeconds) };
}

/** The stable identifier of a kind of problem. */
export function problemType(code: ErrorCode): string {
  return `urn:polywire:problem:${code}`;
}

interface Classified {
  readonly error: PipelineError;
  readonly status: number;
}

function classify(thrown: unknown): Classified {
  const storeFailure = storeFailureOf(thrown);
  if (storeFailure !== undefined) {
    return catalogued(storeFailure);
  }
  if (thrown instanceof PipelineError) {
    return catalogued(thrown);
  }
  return (
    fromFramework(thrown) ?? catalogued(new PipelineError('INTERNAL', 'Internal error', { cause: thrown }))
  );
}

function catalogued(error: PipelineError): Classified {
  return { error, status: ERROR_CATALOG[error.code].status };
}

/** What Fastify refuses before a route sees it: unreadable, too large, of an unknown type, too slow. */
function fromFramework(thrown: unknown): Classified | undefined {
  const status = statusOf(thrown);
  if (!(thrown instanceof Error) || status === undefined) {
    return undefined;
  }
  if (status === 413) {
    const message = 'The body of the request is larger than this endpoint takes';
    return { error: new PipelineError('SOURCE_TOO_LARGE', message, { cause: thrown }), status };
  }
  if (status === 503) {
    const message = 'The request took too long or the service is stopping; try again';
    return { error: new PipelineError('UNAVAILABLE', message, { cause: thrown }), status };
  }
  if (status >= 400 && status < 500) {
    const message = `${STATUS_CODES[status] ?? 'Bad Request'}: ${thrown.message}`;
    return { error: new PipelineError('REQUEST_INVALID', message, { cause: thrown }), status };
  }
  return undefined;
}

function statusOf(thrown: unknown): number | undefined {
  return thrown instanceof Error && 'statusCode' in thrown && typeof thrown.statusCode === 'number'
    ? thrown.statusCode
    : undefined;
}

function headersOf(status: number, retryAfterSeconds: unknown): Readonly<Record<string, string>> {
  if (status === 401) {
    return { 'www-authenticate': 'Bearer realm="polywire"' };
  }
  if (typeof retryAfterSeconds === 'number') {
    return { 'retry-after': String(retryAfterSeconds) };
  }
  return status === 429 || status === 503 ? { 'retry-after': String(RETRY_AFTER_SECONDS) } : {};
}

function isFieldErrors(value: unknown): value is readonly FieldError[] {
  return Array.isArray(value) && value.length > 0;
}
