import { envToConfig } from '../../../config/config.ts';
import { readEnv } from '../../../config/env.ts';
import { type Arguments, type CliContext, type Command, SERVICE_OPTIONS } from '../command.ts';
import { checkBuild, checkLocales, checkNode } from '../doctor/check-installation.ts';
import { checkDataFolder, checkPort } from '../doctor/check-machine.ts';
import { checkNeuralModel } from '../doctor/check-neural-model.ts';
import { checkRedis } from '../doctor/check-redis.ts';
import { checkProcess, checkService, isServiceAt } from '../doctor/check-service.ts';
import type { Finding } from '../doctor/finding.ts';
import { PROCESS_NAMES } from '../doctor/process-names.ts';
import { redisRequestOf } from '../local-service.ts';
import { dataFolderOf, serviceUrlOf } from '../service-client.ts';
import type { Terminal } from '../terminal/terminal.ts';

/** `polywire doctor`: what is in the way, and how to clear it. */
export const doctorCommand: Command = {
  name: 'doctor',
  purpose:
    'Check Node, Redis, ports, disk, locales, models and the service, and say how to fix what is wrong.',
  usage: '[options]',
  operands: { min: 0, max: 0 },
  options: [
    {
      name: 'process',
      value: 'NAME',
      does: 'Only whether this process on this machine lives; for container health checks',
      oneOf: PROCESS_NAMES,
    },
    ...SERVICE_OPTIONS.slice(0, 1),
  ],
  examples: [
    ['polywire doctor', 'Check everything; the exit code is 1 if there is a problem.'],
    ['polywire doctor --process render', 'The health check of a render container.'],
  ],
  exits: ['failed'],
  run: async (args, context) => {
    const name = args.value('process');
    const findings =
      name === undefined ? await checkAll(args, context) : [await checkProcess(name, Date.now())];
    for (const finding of findings) {
      printFinding(finding, context.terminal);
    }
    context.terminal.result(findings);
    return findings.some(({ result }) => result === 'problem') ? 'failed' : 'ok';
  },
};

async function checkAll(args: Arguments, context: CliContext): Promise<readonly Finding[]> {
  const { env } = context;
  const { host, apiPort, dashboardPort, neuralModel } = envToConfig(readEnv(env));
  const url = args.value('api') ?? env['POLYWIRE_API_URL'] ?? `http://${host}:${apiPort}`;
  const [isOurApi, isOurDashboard] = await Promise.all([
    isServiceAt(`http://${host}:${apiPort}`),
    isServiceAt(`http://${host}:${dashboardPort}`),
  ]);
  const others = await Promise.all([
    checkLocales(),
    checkNeuralModel(neuralModel),
    checkRedis(redisRequestOf(env)),
    checkDataFolder(dataFolderOf(context)),
    checkPort('api', { host, port: apiPort, isOurs: isOurApi }),
    checkPort('dashboard', { host, port: dashboardPort, isOurs: isOurDashboard }),
    checkService(serviceUrlOf({ ...args, value: () => url }, context)),
  ]);
  return [checkNode(process.versions.node), checkBuild(), ...others];
}

function printFinding({ check, result, text, fix }: Finding, { print, style }: Terminal): void {
  const mark = { ok: style.good('ok     '), note: style.dim('note   '), problem: style.bad('problem') }[
    result
  ];
  print(`${mark}  ${check.padEnd(14)}  ${text}`);
  if (fix !== undefined) {
    print(`${' '.repeat(25)}fix: ${fix}`);
  }
}
