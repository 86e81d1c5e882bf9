import { resolve } from 'node:path';
import { startOneProcess } from '../../launcher/one-process.ts';
import type { CliContext, Command } from '../command.ts';
import { exitOfState, explainState } from '../end-of-article.ts';
import type { Exit } from '../exit-code.ts';
import { CliFailure } from '../failure.ts';
import { importMemoryFile } from '../memory-file.ts';
import { PRIVATE_SERVICE_OPTIONS, withPrivateService } from '../private-service.ts';
import { type ProcessedFile, processFile } from '../process-file.ts';
import { shortPath } from '../short-path.ts';
import { SUBMISSION_OPTIONS, slugOf, submissionOfFile } from '../submission-of-file.ts';
import { FORMAT_OPTION, readFormats } from '../write-outputs.ts';
import { describeImport } from './memory.ts';

/** `polywire run`: files in, outputs out, in one process and without a running service. */
export const runCommand: Command = {
  name: 'run',
  purpose: 'Process files without a running service: the whole pipeline in one process.',
  usage: 'FILE... [options]',
  operands: { min: 1, max: 1000 },
  options: [...SUBMISSION_OPTIONS, FORMAT_OPTION, ...PRIVATE_SERVICE_OPTIONS],
  examples: [
    ['polywire run news.md --to es,vi --out site', 'Write site/news/es.html and so on.'],
    ['polywire run *.md --memory memory.tmx', 'Process many files into every locale, with a memory.'],
  ],
  exits: ['failed', 'incomplete', 'interrupted'],
  run: async (args, context) => {
    const { terminal, cwd } = context;
    const files = args.operands.map((file) => resolve(cwd, file));
    refuseSameNames(files);
    readFormats(args.value('format')); // refuses before anything starts
    await Promise.all(files.map((file) => submissionOfFile(file, args)));
    const out = resolve(cwd, args.value('out') ?? 'out');
    const memory = args.value('memory');
    const done: ProcessedFile[] = [];
    await withPrivateService(context, {
      start: startOneProcess,
      use: async (client) => {
        if (memory !== undefined) {
          terminal.note(describeImport(await importMemoryFile(client, resolve(cwd, memory))));
        }
        for (const file of files) {
          terminal.note(`${shortPath(file, cwd)}:`);
          const processed = await processFile({ client, file, args, out, context });
          done.push(processed);
          printFile(processed, context);
        }
      },
    });
    terminal.result(done.map(({ file, status, outputs }) => ({ file, status, ...outputs })));
    return worstOf(done.map(({ status }) => exitOfState(status)));
  },
};

function printFile({ file, status, outputs, ms }: ProcessedFile, { terminal, cwd }: CliContext): void {
  explainState(status, terminal);
  terminal.print(
    `${shortPath(file, cwd)}: ${status.state}, ${outputs.files.length} files in ${shortPath(outputs.folder, cwd)}/ after ${(ms / 1000).toFixed(1)} s`,
  );
}

/** Two files of one name would write over each other. */
function refuseSameNames(files: readonly string[]): void {
  const seen = new Map<string, string>();
  for (const file of files) {
    const other = seen.get(slugOf(file));
    if (other !== undefined) {
      throw new CliFailure(
        'usage',
        `${other} and ${file} would both write to "${slugOf(file)}"; run them apart`,
      );
    }
    seen.set(slugOf(file), file);
  }
}

function worstOf(exits: readonly Exit[]): Exit {
  return exits.find((exit) => exit === 'failed') ?? exits.find((exit) => exit !== 'ok') ?? 'ok';
}
