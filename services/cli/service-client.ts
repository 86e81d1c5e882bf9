import { join, resolve } from 'node:path';
import { PROJECT_ROOT } from '../../config/project-root.ts';
import { readApiKey } from '../launcher/api-key.ts';
import { type Client, createClient } from './client.ts';
import type { Arguments, CliContext } from './command.ts';
import { CliFailure } from './failure.ts';

/** Where `polywire start` listens unless it is told otherwise. */
export const DEFAULT_URL = 'http://127.0.0.1:8040';

/** Where the embedded Redis, logs and the API key of `polywire start` are. */
export function dataFolderOf({ env, cwd }: CliContext): string {
  const named = env['POLYWIRE_DATA_DIR'];
  return named === undefined || named === '' ? join(PROJECT_ROOT, '.polywire') : resolve(cwd, named);
}

/** Address of the service that `--api` or the environment names. */
export function serviceUrlOf(args: Arguments, { env }: CliContext): string {
  const url = args.value('api') ?? env['POLYWIRE_API_URL'] ?? DEFAULT_URL;
  if (!/^https?:\/\//u.test(url) || !URL.canParse(url)) {
    throw new CliFailure('usage', `The service address is "${url}"; expected a URL such as ${DEFAULT_URL}`);
  }
  return url;
}

/** A client of the running service, as `SERVICE_OPTIONS` and the environment describe it. */
export async function serviceClient(args: Arguments, context: CliContext): Promise<Client> {
  const key =
    args.value('key') ?? context.env['POLYWIRE_API_KEY'] ?? (await readApiKey(dataFolderOf(context)));
  return createClient({ url: serviceUrlOf(args, context), key, signal: context.signal });
}
