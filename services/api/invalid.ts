import { PipelineError } from '../../shared/errors/errors.ts';

/** A request of which one member is wrong: where it is, and what was expected. */
export function invalid(pointer: string, detail: string): PipelineError {
  return new PipelineError('REQUEST_INVALID', `${pointer}: ${detail}`, {
    details: { errors: [{ pointer, detail }] },
  });
}
