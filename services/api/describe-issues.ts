import type { z } from 'zod';
import { PipelineError } from '../../shared/errors/errors.ts';
import type { FieldError } from './problem.ts';

type Issue = z.core.$ZodIssue;

/** Where a request's part stands in pointers: fields of the body need no prefix. */
const PREFIXES: Readonly<Record<string, string>> = {
  body: '',
  querystring: '/query',
  params: '/path',
  headers: '/headers',
};

/** Longest value that is repeated in a sentence. */
const MAX_SHOWN = 60;

/**
 * One `REQUEST_INVALID` for everything that is wrong with one part of a request: for each field a
 * JSON pointer and a sentence that names the value and what was expected.
 */
export function describeIssues(
  issues: readonly Issue[],
  { httpPart, sent }: { readonly httpPart: string | undefined; readonly sent: unknown },
): PipelineError {
  const prefix = PREFIXES[httpPart ?? 'body'] ?? '';
  const errors = issues
    .flatMap((issue) => nearestIssues(issue))
    .flatMap((issue) => fieldErrors(issue, prefix, valueAt(sent, issue.path)));
  const message = errors.map(({ pointer, detail }) => `${pointer === '' ? 'body' : pointer}: ${detail}`);
  return new PipelineError('REQUEST_INVALID', message.join('; '), { details: { errors } });
}

/** An RFC 6901 pointer to a path inside a value. */
export function pointerOf(path: readonly PropertyKey[]): string {
  return path.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}

/**
 * Where a value may be one of several things, what keeps it from being the one that it is nearest to: the one
 * with the fewest problems. A choice that says by itself what is expected is left as it is.
 */
function nearestIssues(issue: Issue): readonly Issue[] {
  if (issue.code !== 'invalid_union' || issue.message !== 'Invalid input') {
    return [issue];
  }
  const [nearest] = issue.errors.toSorted((a, b) => a.length - b.length);
  return nearest === undefined
    ? [issue]
    : nearest.flatMap((each) => nearestIssues({ ...each, path: [...issue.path, ...each.path] }));
}

function fieldErrors(issue: Issue, prefix: string, value: unknown): readonly FieldError[] {
  const pointer = prefix + pointerOf(issue.path);
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({
      pointer: pointer + pointerOf([key]),
      detail: `"${key}" is not a field of this request`,
    }));
  }
  if (issue.code === 'invalid_value') {
    const detail = `${shown(value)} is not allowed; expected ${listOf(issue.values)}`;
    return [{ pointer, detail }];
  }
  return [{ pointer, detail: `${shown(value)}: ${issue.message}` }];
}

function listOf(values: readonly unknown[]): string {
  const names = values.map((value) => JSON.stringify(value));
  return names.length === 1 ? String(names[0]) : `one of ${names.join(', ')}`;
}

/** What was sent at a path, before anything was made of it. */
function valueAt(sent: unknown, path: readonly PropertyKey[]): unknown {
  let value = sent;
  for (const part of path) {
    value = typeof value === 'object' && value !== null ? Reflect.get(value, part) : undefined;
  }
  return value;
}

/** The value as a person would write it; long ones are cut, structures are named, not printed. */
function shown(value: unknown): string {
  if (value === undefined) {
    return 'nothing';
  }
  if (Array.isArray(value)) {
    return `a list of ${value.length}`;
  }
  if (typeof value === 'object' && value !== null) {
    return 'an object';
  }
  const text = JSON.stringify(value) ?? typeof value;
  return text.length > MAX_SHOWN ? `${text.slice(0, MAX_SHOWN)}..."` : text;
}
