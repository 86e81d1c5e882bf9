/**
 * The catalog of operation errors. `retryable` says whether the same job may succeed later;
 * `status` is what the API answers; `title` is the stable short form shown to people.
 */
export const ERROR_CATALOG = {
  CONFIG_INVALID: { retryable: false, status: 500, title: 'The configuration is not valid' },
  REDIS_UNAVAILABLE: { retryable: true, status: 503, title: 'Redis does not answer' },
  REDIS_UNSUITABLE: { retryable: false, status: 503, title: 'This Redis server cannot be used' },
  TM_STORE_UNAVAILABLE: { retryable: true, status: 503, title: 'The translation memory does not answer' },
  PAYLOAD_INVALID: { retryable: false, status: 500, title: 'A job payload does not fit its contract' },
  PAYLOAD_TOO_LARGE: { retryable: false, status: 413, title: 'A job payload is larger than allowed' },
  RESULT_MISSING: { retryable: true, status: 500, title: 'A stage result that should exist is missing' },
  ARTICLE_NOT_FOUND: { retryable: false, status: 404, title: 'No such article' },
  VERSION_NOT_FOUND: { retryable: false, status: 404, title: 'No such version of the article' },
  LOCALE_NOT_FOUND: { retryable: false, status: 404, title: 'The article has no such locale' },
  LOCALE_UNKNOWN: { retryable: false, status: 422, title: 'The locale is not configured' },
  OUTPUT_NOT_READY: { retryable: false, status: 409, title: 'The output does not meet the policy yet' },
  OUTPUT_WITHHELD: { retryable: false, status: 451, title: 'The article is withheld' },
  OUTPUT_EMBARGOED: { retryable: false, status: 403, title: 'The article is under embargo' },
  ARTICLE_KILLED: { retryable: false, status: 410, title: 'The article was killed' },
  STALE_VERSION: { retryable: false, status: 409, title: 'A newer version is already here' },
  VERSION_CONFLICT: { retryable: false, status: 409, title: 'This version exists with other content' },
  REQUEST_INVALID: { retryable: false, status: 422, title: 'The request is not valid' },
  IDEMPOTENCY_CONFLICT: {
    retryable: false,
    status: 422,
    title: 'The idempotency key was used for another request',
  },
  IDEMPOTENCY_RUNNING: {
    retryable: false,
    status: 409,
    title: 'A request with this idempotency key is still running',
  },
  NOT_RETRYABLE: { retryable: false, status: 409, title: 'There is nothing to retry' },
  NOT_REVIEWABLE: { retryable: false, status: 409, title: 'The article cannot be reviewed now' },
  UNAUTHENTICATED: { retryable: false, status: 401, title: 'A valid API key is needed' },
  FORBIDDEN: { retryable: false, status: 403, title: 'The API key does not have the scope' },
  OVERLOADED: { retryable: true, status: 429, title: 'Too much is waiting' },
  UNAVAILABLE: { retryable: true, status: 503, title: 'The service cannot accept work now' },
  NOT_FOUND: { retryable: false, status: 404, title: 'No such resource' },
  SOURCE_EMPTY: { retryable: false, status: 422, title: 'The article has no text' },
  SOURCE_TOO_LARGE: { retryable: false, status: 413, title: 'The article is larger than allowed' },
  SOURCE_TOO_COMPLEX: {
    retryable: false,
    status: 422,
    title: 'The markup is nested or repeated beyond the limits',
  },
  SOURCE_UNREADABLE: {
    retryable: false,
    status: 422,
    title: 'The article cannot be read in the given format',
  },
  SOURCE_LOCALE_UNKNOWN: { retryable: false, status: 422, title: 'The language of the article is not known' },
  EXCHANGE_INVALID: { retryable: false, status: 422, title: 'The exchange file is not valid' },
  IMPORT_TAKEN_OVER: { retryable: false, status: 409, title: 'A later request goes on with this import' },
  FINDING_OUTDATED: { retryable: false, status: 409, title: 'The finding no longer holds' },
  MEMORY_READ_ONLY: { retryable: false, status: 409, title: 'Nothing is changed in this memory' },
  STAGE_TIMEOUT: { retryable: true, status: 500, title: 'A stage took longer than allowed' },
  WORKER_LOST: { retryable: true, status: 500, title: 'The worker was lost too often' },
  INTERNAL: { retryable: true, status: 500, title: 'Something unexpected went wrong' },
} as const;

export type ErrorCode = keyof typeof ERROR_CATALOG;

export interface ErrorOptions {
  /** Facts for logs and problem documents; no article text. */
  readonly details?: Readonly<Record<string, unknown>>;
  readonly cause?: unknown;
}

/**
 * An operation that failed. The message is one sentence for a person: the value, where it was, and
 * what was expected.
 */
export class PipelineError extends Error {
  readonly code: ErrorCode;
  readonly details: Readonly<Record<string, unknown>>;

  constructor(code: ErrorCode, message: string, options: ErrorOptions = {}) {
    super(message, options.cause === undefined ? {} : { cause: options.cause });
    this.name = 'PipelineError';
    this.code = code;
    this.details = options.details ?? {};
  }

  /** Whether the same operation may succeed later without a change by a person. */
  get retryable(): boolean {
    return ERROR_CATALOG[this.code].retryable;
  }
}

/** Wraps what is not a `PipelineError` as `INTERNAL`, so that every failure has a code. */
export function toPipelineError(error: unknown): PipelineError {
  if (error instanceof PipelineError) {
    return error;
  }
  const message = error instanceof Error ? error.message : String(error);
  return new PipelineError('INTERNAL', message, { cause: error });
}
