import type { ImportLedger, ImportReceipt } from '../../../shared/api/memory-import.ts';
import { type Command, SERVICE_OPTIONS } from '../command.ts';
import { describeReasons } from '../report/imports.ts';
import { serviceClient } from '../service-client.ts';
import { tableLines } from '../terminal/table.ts';

const SHOWN_IMPORTS = 50;

/** `polywire memory imports`: what became of imported files, and of one of them. */
export const memoryImportsCommand: Command = {
  name: 'memory imports',
  purpose: 'List the imports of the last 30 days, or what one did not take and why.',
  usage: '[ID] [options]',
  operands: { min: 0, max: 1 },
  options: SERVICE_OPTIONS,
  examples: [
    ['polywire memory imports', 'List the newest imports with their counts.'],
    ['polywire memory imports m1x0c9-4f2a --json', 'One ledger, with each unit that was refused.'],
  ],
  exits: ['failed', 'unreachable', 'refused', 'notFound'],
  run: async (args, context) => {
    const client = await serviceClient(args, context);
    const [id] = args.operands;
    const { terminal } = context;
    if (id !== undefined) {
      const receipt = await client.memoryImport(id);
      receiptLines(receipt).forEach((line) => terminal.print(line));
      terminal.result(receipt);
      return 'ok';
    }
    const imports = await client.memoryImports(SHOWN_IMPORTS);
    listLines(imports).forEach((line) => terminal.print(line));
    terminal.result(imports);
    return 'ok';
  },
};

function listLines(imports: readonly ImportLedger[]): readonly string[] {
  if (imports.length === 0) {
    return ['No imports in the last 30 days.'];
  }
  const right = { align: 'right' } as const;
  const columns = [
    { title: 'id' },
    { title: 'begun' },
    { title: 'file' },
    { title: 'state' },
    { title: 'added', ...right },
    { title: 'merged', ...right },
    { title: 'kept', ...right },
    { title: 'refused', ...right },
  ];
  return tableLines(
    columns,
    imports.map(({ id, startedAt, file = '', state, created, merged, kept, refused }) => [
      id,
      timeOf(startedAt),
      file,
      state,
      ...[created, merged, kept, refused].map(String),
    ]),
  );
}

function receiptLines(receipt: ImportReceipt): readonly string[] {
  const { id, file, format, state, startedAt, updatedAt, resumed, problem, created, merged, kept } = receipt;
  return [
    `Import ${id} of ${file ?? 'a file without a name'} (${format}): ${state}`,
    `Begun ${timeOf(startedAt)}, last written ${timeOf(updatedAt)}${resumed === 0 ? '' : `, taken up again ${resumed} times`}`,
    `${created} units added, ${merged} merged, ${kept} were there already${describeReasons(receipt)}`,
    ...(problem === undefined ? [] : [`Why it ended: ${problem}`]),
    ...receipt.refusals.map(
      ({ line, name, reason, detail }) =>
        `  line ${line}: ${[name, reason, detail].filter((part) => part !== undefined).join(': ')}`,
    ),
  ];
}

function timeOf(at: number): string {
  return `${new Date(at).toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}
