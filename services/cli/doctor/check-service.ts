import { stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Problem } from '../../../shared/api/problem.ts';
import { checking, type Finding } from './finding.ts';

const TIMEOUT_MS = 3000;
/** A live process touches its file every 5 s. */
const STALE_MS = 20_000;

/** Whether a Polywire API answers at `url`. */
export async function isServiceAt(url: string): Promise<boolean> {
  try {
    return (await get(new URL('/livez', url))).ok;
  } catch {
    return false;
  }
}

/** The service at `url` accepts work. That none runs is no problem. */
export async function checkService(url: string): Promise<Finding> {
  if (!(await isServiceAt(url))) {
    return { check: 'service', result: 'note', text: `none runs at ${url}; start one with "polywire start"` };
  }
  return checking('service', 'look into its logs', async () => {
    const response = await get(new URL('/readyz', url));
    if (response.ok) {
      return { result: 'ok', text: `${url} is ready` };
    }
    const problem = Problem.safeParse(await response.json().catch(() => undefined));
    const reason = problem.success ? problem.data.detail : `it answers ${response.status}`;
    return { result: 'problem', text: `${url} does not accept work: ${reason}`, fix: 'look into its logs' };
  });
}

/** A worker on this machine (or in this container) lives: it touches a file while it does. */
export async function checkProcess(name: string, now: number): Promise<Finding> {
  const file = join(tmpdir(), `polywire-${name}.alive`);
  return checking(name, 'start it, or look into its log', async () => {
    const { mtimeMs } = await stat(file);
    const seconds = Math.round((now - mtimeMs) / 1000);
    return now - mtimeMs <= STALE_MS
      ? { result: 'ok', text: `alive ${seconds} s ago` }
      : { result: 'problem', text: `last alive ${seconds} s ago`, fix: 'restart it' };
  });
}

function get(url: URL): Promise<Response> {
  return fetch(url, { signal: AbortSignal.timeout(TIMEOUT_MS) });
}
