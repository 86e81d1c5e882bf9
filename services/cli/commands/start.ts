import { once } from 'node:events';
import { join } from 'node:path';
import { KEY_FILE, keepApiKey } from '../../launcher/api-key.ts';
import { makeDataFolder } from '../../launcher/own-data-folder.ts';
import { describeEvent } from '../../launcher/service-event.ts';
import { type Service, startService } from '../../launcher/start-service.ts';
import type { CliContext, Command } from '../command.ts';
import { localServiceOptions } from '../local-service.ts';
import { DEFAULT_URL, dataFolderOf } from '../service-client.ts';
import { shortPath } from '../short-path.ts';

/** `polywire start`: the service, until Ctrl+C. */
export const startCommand: Command = {
  name: 'start',
  purpose: 'Run the service: Redis, the workers, the API and the dashboard, until Ctrl+C.',
  usage: '[options]',
  operands: { min: 0, max: 0 },
  options: [],
  examples: [
    ['polywire start', 'Data, logs and the API key stay in .polywire/.'],
    ['POLYWIRE_API_PORT=9000 REDIS_URL=rediss://... polywire start', 'Another port, and a Redis of yours.'],
  ],
  exits: ['failed'],
  run: async (_args, context) => {
    const { terminal, signal } = context;
    const dataDir = dataFolderOf(context);
    await makeDataFolder(dataDir);
    const service = await startService(
      localServiceOptions(context, {
        dataDir,
        key: await keepApiKey(dataDir),
        doors: ['api', 'dashboard'],
        isPrivate: false,
        on: (event) => terminal.note(describeEvent(event)),
      }),
    );
    try {
      announce(service, { dataDir, context });
      if (!signal.aborted) {
        await once(signal, 'abort');
      }
      terminal.note('Stopping: what runs is finished first. Ctrl+C again stops at once.');
    } finally {
      await service[Symbol.asyncDispose]();
    }
    terminal.note('Everything has stopped.');
    return 'ok';
  },
};

function announce(
  service: Service,
  { dataDir, context }: { readonly dataDir: string; readonly context: CliContext },
): void {
  const { terminal, cwd } = context;
  const { print, style } = terminal;
  const folder = shortPath(dataDir, cwd);
  print();
  print(style.bold('Polywire is running.'));
  print(`  API        ${service.apiUrl}`);
  print(`  API pages  ${service.apiUrl}/docs`);
  print(`  Dashboard  ${service.dashboardUrl ?? 'not started'}`);
  print(`  API key    in ${join(folder, KEY_FILE)}; it also opens the dashboard`);
  print(`  Data       in ${folder}/, logs in ${join(folder, 'logs')}/`);
  const at = service.apiUrl === DEFAULT_URL ? '' : ` --api ${service.apiUrl}`;
  print(`  Try        npm run polywire -- submit config/samples/article.md --to es,vi --wait${at}`);
  print('  Ctrl+C finishes what runs and stops.');
  print();
  terminal.result({
    api: service.apiUrl,
    dashboard: service.dashboardUrl,
    dataDir,
    keyFile: join(dataDir, KEY_FILE),
    processes: service.processes.map(({ name, pid }) => ({ name, pid })),
  });
}
