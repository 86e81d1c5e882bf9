import { PipelineError } from '../../shared/errors/errors.ts';

/**
 * Waits for a write that an answer depends on.
 *
 * @throws {PipelineError} `UNAVAILABLE` when the disk does not take it; the path stays in the log.
 */
export async function onDisk<Result>(write: Promise<Result>): Promise<Result> {
  try {
    return await write;
  } catch (error) {
    throw new PipelineError('UNAVAILABLE', 'The submission could not be written to the disk', {
      details: { retryAfterSeconds: 10 },
      cause: error,
    });
  }
}
