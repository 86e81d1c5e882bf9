import { resolve } from 'node:path';
import { configPath } from '../../../config/project-root.ts';
import { startService } from '../../launcher/start-service.ts';
import type { Arguments, CliContext, Command } from '../command.ts';
import { exitOfState, explainState } from '../end-of-article.ts';
import type { Exit } from '../exit-code.ts';
import { importMemoryFile } from '../memory-file.ts';
import { PRIVATE_SERVICE_OPTIONS, withPrivateService } from '../private-service.ts';
import { type ProcessedFile, processFile } from '../process-file.ts';
import { printEntities } from '../report/entities.ts';
import { printLeverage } from '../report/leverage.ts';
import { printRepairs } from '../report/repairs.ts';
import { shortPath } from '../short-path.ts';
import { SUBMISSION_OPTIONS } from '../submission-of-file.ts';
import { describeImport } from './memory.ts';

const SAMPLE_ARTICLE = configPath('samples', 'article.md');
const SAMPLE_MEMORY = configPath('samples', 'memory.tmx');

/** `polywire demo`: the whole service, once, on a sample article or a file. */
export const demoCommand: Command = {
  name: 'demo',
  purpose: 'See the whole pipeline on a sample article, or on a file of yours.',
  usage: '[FILE] [options]',
  operands: { min: 0, max: 1 },
  options: [...SUBMISSION_OPTIONS, ...PRIVATE_SERVICE_OPTIONS],
  examples: [
    ['polywire demo', 'Process the sample article into every locale; outputs go to out/article/.'],
    ['polywire demo news.md --to vi,es', 'The same for a file and locales of yours.'],
  ],
  exits: ['failed', 'incomplete', 'interrupted'],
  run: async (args, context) => {
    const startedAt = performance.now();
    const { terminal, cwd } = context;
    const file = args.operands[0] === undefined ? SAMPLE_ARTICLE : resolve(cwd, args.operands[0]);
    const memory =
      args.value('memory') === undefined ? SAMPLE_MEMORY : resolve(cwd, args.value('memory') ?? '');
    let processed: ProcessedFile | undefined;
    terminal.note(
      'Starting Redis, the workers (normalize, tag-entities, tm-lookup, render, collect, maintain) and the API ...',
    );
    await withPrivateService(context, {
      start: startService,
      use: async (client) => {
        terminal.note(`All are ready after ${secondsSince(startedAt)} s.`);
        terminal.note(describeImport(await importMemoryFile(client, memory)));
        terminal.note(`Submitting ${shortPath(file, cwd)} ...`);
        processed = await processFile({ client, file, args, out: outFolder(args, context), context });
      },
    });
    return processed === undefined ? 'failed' : report(processed, { context, startedAt });
  },
};

function report(
  processed: ProcessedFile,
  { context, startedAt }: { readonly context: CliContext; readonly startedAt: number },
): Exit {
  const { terminal, cwd } = context;
  const { status, answer, outputs } = processed;
  if (answer !== undefined) {
    terminal.print();
    printRepairs(answer.document, terminal);
    if (answer.entities !== undefined) {
      terminal.print();
      printEntities(answer.entities, terminal);
    }
    terminal.print();
    printLeverage(status, terminal);
  }
  explainState(status, terminal);
  terminal.print();
  const locales = Object.keys(status.locales).length;
  terminal.print(
    `Wrote ${outputs.files.length} files for ${locales} locales to ${shortPath(outputs.folder, cwd)}/ (.html, .md and .json each).`,
  );
  terminal.print(
    `The article took ${(processed.ms / 1000).toFixed(1)} s, everything ${secondsSince(startedAt)} s. Nothing is left running.`,
  );
  terminal.result({ status, repairs: answer?.document.overlays.repairs ?? [], ...outputs });
  return exitOfState(status);
}

function outFolder(args: Arguments, { cwd }: CliContext): string {
  return resolve(cwd, args.value('out') ?? 'out');
}

function secondsSince(startedAt: number): string {
  return ((performance.now() - startedAt) / 1000).toFixed(1);
}
