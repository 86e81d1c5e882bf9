import type { z } from 'zod';
import { PipelineError } from '../../../shared/errors/errors.ts';

/**
 * Reads JSON that must fit a schema; `what` names it in the message, such as "JSON article".
 *
 * @throws {PipelineError} `SOURCE_UNREADABLE`, which names the JSON pointer of each problem.
 */
export function readJson<Value>(content: string, schema: z.ZodType<Value>, what: string): Value {
  const checked = schema.safeParse(parse(content));
  if (checked.success) {
    return checked.data;
  }
  throw unreadable(
    what,
    checked.error.issues.map((issue) => ({ pointer: pointerOf(issue.path), message: issue.message })),
  );
}

/** The error that names where a value does not have what it needs. */
export function unreadable(
  what: string,
  problems: readonly { readonly pointer: string; readonly message: string }[],
): PipelineError {
  const text = problems.map((problem) => `${problem.pointer}: ${problem.message}`).join('; ');
  return new PipelineError('SOURCE_UNREADABLE', `The ${what} is not valid at ${text}`, {
    details: { problems },
  });
}

function parse(content: string): unknown {
  try {
    return JSON.parse(content.replace(/^\uFEFF/u, ''));
  } catch (error) {
    const reason = error instanceof Error ? error.message : 'it cannot be parsed';
    throw new PipelineError('SOURCE_UNREADABLE', `The content is not JSON: ${reason}`, {
      details: { problems: [{ pointer: '', message: reason }] },
      cause: error,
    });
  }
}

/** RFC 6901. */
function pointerOf(path: readonly PropertyKey[]): string {
  return path.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('') || '/';
}
