import { PipelineError } from '../../shared/errors/errors.ts';
import type { Exit } from './exit-code.ts';

/** A command that cannot go on: one sentence for a person, and how the program ends. */
export class CliFailure extends Error {
  readonly exit: Exit;
  /** Catalog code of the service, where it was the one to refuse. */
  readonly code: string | undefined;

  constructor(
    exit: Exit,
    message: string,
    options: { readonly code?: string | undefined; readonly cause?: unknown } = {},
  ) {
    super(message, options.cause === undefined ? {} : { cause: options.cause });
    this.name = 'CliFailure';
    this.exit = exit;
    this.code = options.code;
  }
}

/** How a failure is shown: `exit`, the catalog code where there is one, and the sentence. */
export function describeFailure(error: unknown): { exit: Exit; code: string | undefined; message: string } {
  if (error instanceof CliFailure) {
    return { exit: error.exit, code: error.code, message: error.message };
  }
  if (error instanceof PipelineError) {
    const exit = error.code === 'LOCALE_UNKNOWN' ? 'usage' : 'failed';
    return { exit, code: error.code, message: error.message };
  }
  return {
    exit: 'failed',
    code: undefined,
    message: error instanceof Error ? error.message : String(error),
  };
}
