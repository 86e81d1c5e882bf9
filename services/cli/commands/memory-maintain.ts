import { setTimeout as sleep } from 'node:timers/promises';
import type { MaintenanceReport } from '../../../shared/api/maintenance.ts';
import { FINDING_KINDS } from '../../../shared/memory/maintenance/finding.ts';
import { type Command, SERVICE_OPTIONS } from '../command.ts';
import { readLocaleOption } from '../read-option.ts';
import { serviceClient } from '../service-client.ts';
import { tableLines } from '../terminal/table.ts';

const POLL_MS = 300;

/** `polywire memory maintain`: has the memory looked through, and says how much was found. */
export const memoryMaintainCommand: Command = {
  name: 'memory maintain',
  purpose: 'Look through the translation memory for what should be tidied; nothing is changed.',
  usage: '[options]',
  operands: { min: 0, max: 0 },
  options: [
    { name: 'kind', value: 'KIND', does: 'What to look for', fallback: 'everything', oneOf: FINDING_KINDS },
    { name: 'from', value: 'LOCALE', does: 'Source locale', fallback: 'all' },
    { name: 'to', value: 'LOCALE', does: 'Target locale', fallback: 'all' },
    { name: 'memory', value: 'NAME', does: 'Memory to look through', fallback: 'all that serve you' },
    { name: 'no-wait', does: 'Do not wait for the end' },
    ...SERVICE_OPTIONS,
  ],
  examples: [
    ['polywire memory maintain', 'Look through everything, and count what was found.'],
    ['polywire memory maintain --to es --kind contradiction', 'Find Spanish translations that contradict.'],
  ],
  exits: ['failed', 'unreachable', 'refused', 'interrupted'],
  run: async (args, context) => {
    const client = await serviceClient(args, context);
    const { terminal, signal } = context;
    const kind = args.value('kind');
    let run = await client.maintenance.start({
      ...(kind === undefined ? {} : { kinds: [kind] }),
      sourceLocale: readLocaleOption(args, 'from'),
      locale: readLocaleOption(args, 'to'),
      memory: args.value('memory'),
    });
    while (!args.has('no-wait') && (run.state === 'waiting' || run.state === 'running')) {
      await sleep(POLL_MS, undefined, { signal });
      run = await client.maintenance.run(run.id);
    }
    maintenanceLines(run).forEach((line) => terminal.print(line));
    terminal.result(run);
    return run.state === 'failed' || run.state === 'canceled' ? 'failed' : 'ok';
  },
};

/** A run in words: what it looked at, and a table of what it found. */
export function maintenanceLines({
  id,
  state,
  searched,
  units,
  problem,
  counts,
}: MaintenanceReport): readonly string[] {
  return [
    `Run ${id}: ${state}, ${units} units looked at (${Math.floor(searched * 100)} %)${problem === undefined ? '' : `: ${problem}`}`,
    ...(counts.length === 0
      ? state === 'done'
        ? ['Nothing was found.']
        : []
      : [
          ...tableLines(
            [{ title: 'kind' }, { title: 'locale' }, { title: 'findings', align: 'right' }],
            counts.map(({ kind, locale, findings }) => [kind, locale, String(findings)]),
          ),
          `Show them: polywire memory findings ${id}`,
        ]),
  ];
}
