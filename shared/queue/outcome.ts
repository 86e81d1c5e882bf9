import type { PipelineError } from '../errors/errors.ts';
import type { SkipReason } from '../stores/stage-store.ts';

/** How an attempt that did not fail ended. */
export type Outcome =
  | { readonly kind: 'done' }
  /** An earlier execution had stored the result; only the hand-off was made (again). */
  | { readonly kind: 'reused' }
  /** It added jobs below itself and is to run again when they have ended. */
  | { readonly kind: 'waiting' }
  | { readonly kind: 'skipped'; readonly reason: SkipReason };

/** What becomes of a job whose attempt failed. */
export type Failure = 'retry' | 'fail';

/** Whether a failed attempt is tried again: only errors that can pass, and only while tries are left. */
export function failureOf(
  error: PipelineError,
  { isLastAttempt }: { readonly isLastAttempt: boolean },
): Failure {
  return error.retryable && !isLastAttempt ? 'retry' : 'fail';
}
