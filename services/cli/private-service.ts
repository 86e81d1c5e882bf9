import { createApiKey } from '../launcher/api-key.ts';
import { describeEvent, type ServiceEvent } from '../launcher/service-event.ts';
import type { Service, ServiceOptions } from '../launcher/start-service.ts';
import { type Client, createClient } from './client.ts';
import type { CliContext, OptionSpec } from './command.ts';
import { CliFailure } from './failure.ts';
import { localServiceOptions } from './local-service.ts';
import { createTemporaryFolder } from './temporary-folder.ts';

/** Options of the commands that bring their own service. */
export const PRIVATE_SERVICE_OPTIONS: readonly OptionSpec[] = [
  { name: 'out', value: 'DIR', does: 'Folder for <article>/<locale>.<format>', fallback: 'out' },
  { name: 'memory', value: 'FILE', does: 'TMX file that the translation memory is filled from first' },
];

interface PrivateService {
  readonly start: (options: ServiceOptions) => Promise<Service>;
  readonly use: (client: Client) => Promise<void>;
}

/**
 * Runs a service of our own for as long as `use` takes: its data in a temporary folder, its ports
 * free ones, its API key random. Everything is stopped and removed afterwards; when something
 * failed, the folder with the logs stays and is named.
 *
 * @throws {CliFailure} of `use`, `interrupted` after Ctrl+C.
 */
export async function withPrivateService(context: CliContext, { start, use }: PrivateService): Promise<void> {
  await using folder = await createTemporaryFolder('polywire-');
  const key = createApiKey();
  try {
    const options = localServiceOptions(context, {
      dataDir: folder.path,
      key,
      doors: ['api'],
      isPrivate: true,
      on: (event) => report(event, context),
    });
    await using service = await start(options);
    if (context.signal.aborted) {
      throw new CliFailure('interrupted', 'Interrupted');
    }
    await use(createClient({ url: service.apiUrl, key, signal: context.signal }));
  } catch (error) {
    if (!context.signal.aborted) {
      folder.keep();
      context.terminal.note(`The logs are in ${folder.path}/logs.`);
      throw error;
    }
    throw new CliFailure('interrupted', 'Interrupted', { cause: error });
  }
}

/** Steps and troubles; that each process is ready, or stopped, goes without saying. */
function report(event: ServiceEvent, { terminal }: CliContext): void {
  if (event.kind !== 'ready' && event.kind !== 'stopped') {
    terminal.note(describeEvent(event));
  }
}
