import { PipelineError } from '../../shared/errors/errors.ts';

/** What the client library says of a server that is away, and what a server says that cannot serve. */
const CONNECTION_LOST =
  /^(?:Connection is closed|Stream isn't writeable|Reached the max retries|Command timed out|None of startup nodes|Failed to refresh slots cache|Cluster isn't ready)/u;
const SYSTEM_ERROR = /^connect |\b(?:ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|ENOTFOUND|EHOSTUNREACH)\b/u;
const NOT_SERVING = /^(?:LOADING|MASTERDOWN|CLUSTERDOWN|READONLY|TRYAGAIN|MISCONF|BUSY|NOREPLICAS)\b/u;
const FULL = /^OOM\b|\bOOM command not allowed/u;

/**
 * Recognizes that Redis was the reason why something failed, at whatever depth it was wrapped;
 * undefined where it was not.
 */
export function storeFailureOf(error: unknown): PipelineError | undefined {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    const { message } = cause;
    if (FULL.test(message)) {
      return new PipelineError('UNAVAILABLE', 'The Redis server has no memory left for new work', {
        cause: error,
      });
    }
    if (CONNECTION_LOST.test(message) || SYSTEM_ERROR.test(message) || NOT_SERVING.test(message)) {
      return new PipelineError('REDIS_UNAVAILABLE', 'The Redis server does not answer now; try again', {
        cause: error,
      });
    }
  }
  return undefined;
}
