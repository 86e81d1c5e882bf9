import type { ListedFinding } from '../../../shared/api/maintenance.ts';
import { FINDING_KINDS } from '../../../shared/memory/maintenance/finding.ts';
import { type Command, SERVICE_OPTIONS } from '../command.ts';
import { CliFailure } from '../failure.ts';
import { readLocaleOption } from '../read-option.ts';
import { serviceClient } from '../service-client.ts';
import type { Terminal } from '../terminal/terminal.ts';
import { maintenanceLines } from './memory-maintain.ts';

const SHOWN_RUNS = 20;
const STATES = ['open', 'decided', 'outdated'] as const;
const ACTIONS = ['keep', 'set-aside', 'leave', 'undo'] as const;

/** `polywire memory findings`: the runs, or what one of them found. */
export const memoryFindingsCommand: Command = {
  name: 'memory findings',
  purpose: 'List the looks through the memory of the last 30 days, or what one has found.',
  usage: '[RUN] [options]',
  operands: { min: 0, max: 1 },
  options: [
    { name: 'kind', value: 'KIND', does: 'Kind of finding', fallback: 'all', oneOf: FINDING_KINDS },
    { name: 'to', value: 'LOCALE', does: 'Target locale', fallback: 'all' },
    { name: 'state', value: 'STATE', does: 'Where it stands', fallback: 'all', oneOf: STATES },
    { name: 'limit', value: 'NUMBER', does: 'About how many, 1 to 200', fallback: '50' },
    { name: 'after', value: 'CURSOR', does: 'Go on where a list ended' },
    ...SERVICE_OPTIONS,
  ],
  examples: [
    ['polywire memory findings', 'List the runs with what they found.'],
    ['polywire memory findings m1x0c9-4f2a81b0 --kind mismatch --state open', 'What is left of one list.'],
  ],
  exits: ['failed', 'unreachable', 'refused', 'notFound'],
  run: async (args, context) => {
    const client = await serviceClient(args, context);
    const { terminal } = context;
    const [id] = args.operands;
    if (id === undefined) {
      const runs = await client.maintenance.runs(SHOWN_RUNS);
      runs.flatMap(maintenanceLines).forEach((line) => terminal.print(line));
      terminal.result(runs);
      return 'ok';
    }
    const page = await client.maintenance.findings(id, {
      kind: args.value('kind'),
      locale: readLocaleOption(args, 'to'),
      state: args.value('state'),
      limit: args.value('limit'),
      cursor: args.value('after'),
    });
    page.findings.forEach((finding) => printFinding(finding, terminal));
    const more = page.next === undefined ? '' : `; go on with --after ${page.next}`;
    terminal.note(`${page.findings.length} findings${more}`);
    terminal.result(page);
    return 'ok';
  },
};

/** `polywire memory decide`: does something about findings, or takes it back. */
export const memoryDecideCommand: Command = {
  name: 'memory decide',
  purpose: 'Keep one unit of a finding, set units aside, leave it alone, or undo that.',
  usage: 'RUN FINDING... --action ACTION [options]',
  operands: { min: 2, max: 200 },
  options: [
    { name: 'action', value: 'ACTION', does: 'What to do; required', oneOf: ACTIONS },
    { name: 'unit', value: 'UNIT', does: 'With keep: the unit that stays', fallback: 'the proposed one' },
    ...SERVICE_OPTIONS,
  ],
  examples: [
    ['polywire memory decide m1x0c9-4f2a81b0 0a1b2c3d4e5f60718293 --action keep', 'Do what is proposed.'],
    ['polywire memory decide m1x0c9-4f2a81b0 0a1b2c3d4e5f60718293 --action undo', 'Take it back.'],
  ],
  exits: ['failed', 'unreachable', 'refused', 'notFound', 'conflict'],
  run: async (args, context) => {
    const action = ACTIONS.find((known) => known === args.value('action'));
    if (action === undefined) {
      throw new CliFailure('usage', `"polywire memory decide" needs --action: ${ACTIONS.join(', ')}`);
    }
    const client = await serviceClient(args, context);
    const [run = '', ...ids] = args.operands;
    const decided: ListedFinding[] = [];
    for (const id of ids) {
      const finding = await client.maintenance.decide(run, id, { action, unitId: args.value('unit') });
      decided.push(finding);
      printFinding(finding, context.terminal);
    }
    context.terminal.result(decided);
    return 'ok';
  },
};

function printFinding(finding: ListedFinding, terminal: Terminal): void {
  const { id, kind, locale, memory, state, decision, proposal, units, why } = finding;
  const done = decision === undefined ? '' : ` (${decision.action} by ${decision.by})`;
  terminal.print(`${id}  ${kind}  ${locale}  ${memory}  ${state}${done}  proposed: ${proposal ?? 'none'}`);
  for (const { unitId, source, target, setAside } of units) {
    terminal.print(`  ${unitId}${setAside ? '  set aside' : ''}`);
    terminal.print(`    ${source.text}`);
    terminal.print(`    ${target.text}`);
  }
  for (const { message } of why) {
    terminal.print(`    ${terminal.style.dim(message)}`);
  }
}
