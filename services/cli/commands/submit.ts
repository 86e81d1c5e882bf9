import { type Command, SERVICE_OPTIONS } from '../command.ts';
import { exitOfState, explainState } from '../end-of-article.ts';
import { CliFailure } from '../failure.ts';
import { followArticle } from '../follow-article.ts';
import { progressRows } from '../progress-rows.ts';
import { serviceClient } from '../service-client.ts';
import { SUBMISSION_OPTIONS, slugOf, submissionOfFile } from '../submission-of-file.ts';

/** `polywire submit`: gives a file to the running service. */
export const submitCommand: Command = {
  name: 'submit',
  purpose: 'Submit an article to the running service.',
  usage: 'FILE [options]',
  operands: { min: 1, max: 1 },
  options: [
    { name: 'id', value: 'ID', does: 'Id of the article in your system', fallback: 'from the file name' },
    {
      name: 'version',
      value: 'N',
      does: 'Version; a higher one replaces those before it',
      fallback: '1',
    },
    ...SUBMISSION_OPTIONS,
    { name: 'wait', does: 'Wait until every locale has ended, with live progress' },
    ...SERVICE_OPTIONS,
  ],
  examples: [
    [
      'polywire submit news.md --id desk-4711 --version 1 --to es,vi',
      'Queue the article and return at once.',
    ],
    ['polywire submit news.html --to ja --wait --json', 'Wait for the end and print the final state.'],
  ],
  exits: ['failed', 'incomplete', 'unreachable', 'conflict', 'refused', 'interrupted'],
  run: async (args, context) => {
    const { terminal, signal } = context;
    const [file = ''] = args.operands;
    const client = await serviceClient(args, context);
    const externalId = args.value('id') ?? slugOf(file);
    const body = await submissionOfFile(file, args);
    const receipt = await client.submit(externalId, readVersion(args.value('version')), body);
    const locales = receipt.targetLocales.join(', ');
    terminal.print(
      receipt.outcome === 'accepted'
        ? `Accepted "${externalId}" version ${receipt.version} for ${locales}.`
        : `"${externalId}" version ${receipt.version} is here already with this content; nothing was queued.`,
    );
    if (!args.has('wait')) {
      terminal.result(receipt);
      return 'ok';
    }
    const progress = terminal.progress();
    const status = await followArticle(client, externalId, {
      onStatus: (next) => progress.update(progressRows(next)),
      signal,
    });
    progress.end();
    explainState(status, terminal);
    terminal.result(status);
    return exitOfState(status);
  },
};

function readVersion(text: string | undefined): number {
  if (text === undefined) {
    return 1;
  }
  if (!/^[1-9]\d{0,8}$/u.test(text)) {
    throw new CliFailure('usage', `--version is "${text}"; expected a whole number from 1`);
  }
  return Number(text);
}
