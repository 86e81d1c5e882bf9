import { Problem } from '../../shared/api/problem.ts';
import type { Exit } from './exit-code.ts';
import { CliFailure } from './failure.ts';

/** Turns an answer that refuses into one sentence and an exit code. */
export async function failureOf(response: Response): Promise<CliFailure> {
  const problem = await readProblem(response);
  if (problem === undefined) {
    const place = new URL(response.url).pathname;
    return new CliFailure(exitOf(response.status), `The service answered ${response.status} to ${place}`);
  }
  const fields = (problem.errors ?? []).map(({ pointer, detail }) => `${pointer}: ${detail}`).join('; ');
  const retryAfter = response.headers.get('retry-after');
  const hint = retryAfter === null ? '' : `; try again in ${retryAfter} s`;
  return new CliFailure(
    exitOf(problem.status),
    `${problem.detail}${fields === '' ? '' : ` (${fields})`}${hint}`,
    { code: problem.code },
  );
}

async function readProblem(response: Response): Promise<Problem | undefined> {
  try {
    return Problem.parse(await response.json());
  } catch {
    return undefined; // not from our service, or cut off: the status has to do
  }
}

function exitOf(status: number): Exit {
  switch (status) {
    case 401:
    case 403:
      return 'refused';
    case 404:
    case 410:
      return 'notFound';
    case 409:
      return 'conflict';
    case 429:
    case 502:
    case 503:
    case 504:
      return 'unreachable';
    default:
      return 'failed';
  }
}
