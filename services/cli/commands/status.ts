import type { ArticleStatus, StageProgress } from '../../../shared/api/article-status.ts';
import { type CliContext, type Command, SERVICE_OPTIONS } from '../command.ts';
import { exitOfState } from '../end-of-article.ts';
import { failuresOf } from '../progress-rows.ts';
import { coverageOf } from '../report/leverage.ts';
import { serviceClient } from '../service-client.ts';
import { tableLines } from '../terminal/table.ts';
import type { Terminal } from '../terminal/terminal.ts';

const LISTED = 20;

/** `polywire status`: the latest articles, or one with its stages per locale. */
export const statusCommand: Command = {
  name: 'status',
  purpose: 'Show the latest articles, or one article with every stage of every locale.',
  usage: '[ID] [options]',
  operands: { min: 0, max: 1 },
  options: SERVICE_OPTIONS,
  examples: [
    ['polywire status', `List the ${LISTED} articles that changed last.`],
    ['polywire status desk-4711', 'Show where each locale stands, and what failed.'],
  ],
  exits: ['failed', 'incomplete', 'unreachable', 'refused', 'notFound'],
  run: async (args, context) => {
    const client = await serviceClient(args, context);
    const [externalId] = args.operands;
    if (externalId === undefined) {
      const page = await client.list(LISTED);
      printList(page.items, context);
      context.terminal.result(page.items);
      return 'ok';
    }
    const status = await client.status(externalId);
    printStatus(status, context.terminal);
    context.terminal.result(status);
    return exitOfState(status);
  },
};

function printList(articles: readonly ArticleStatus[], { terminal }: CliContext): void {
  if (articles.length === 0) {
    terminal.print('No article has been submitted yet.');
    return;
  }
  const rows = articles.map((status) => [
    status.externalId,
    `v${status.version}`,
    status.state,
    `${doneLocales(status)}/${Object.keys(status.locales).length}`,
    status.headline ?? '',
  ]);
  const columns = [
    { title: 'id' },
    { title: 'version' },
    { title: 'state' },
    { title: 'locales', align: 'right' as const },
    { title: 'headline' },
  ];
  for (const line of tableLines(columns, rows)) {
    terminal.print(line);
  }
}

function printStatus(status: ArticleStatus, { print, style }: Terminal): void {
  print(style.bold(`${status.externalId} version ${status.version}: ${status.state}`));
  if (status.headline !== undefined) {
    print(`  ${status.headline}`);
  }
  const { normalize, 'tag-entities': tagging } = status.stages;
  print(`  normalize ${describe(normalize)}, tag-entities ${describe(tagging)}`);
  const rows = Object.entries(status.locales).map(([locale, { 'tm-lookup': lookup, render, counts }]) => {
    const coverage = coverageOf(counts);
    return [
      locale,
      describe(lookup),
      describe(render),
      coverage === undefined ? '' : `${coverage.sentencePercent} %`,
      coverage === undefined ? '' : String(coverage.fuzzy),
      coverage === undefined ? '' : String(coverage.left),
    ];
  });
  const columns = [
    { title: 'locale' },
    { title: 'tm-lookup' },
    { title: 'render' },
    { title: 'translated', align: 'right' as const },
    { title: 'fuzzy', align: 'right' as const },
    { title: 'left', align: 'right' as const },
  ];
  for (const line of tableLines(columns, rows)) {
    print(`  ${line}`);
  }
  for (const failure of failuresOf(status)) {
    print(`  ${style.bad(failure)}`);
  }
}

function describe({ state, ms }: StageProgress): string {
  return ms === undefined ? state : `${state} ${Math.round(ms)} ms`;
}

function doneLocales({ locales }: ArticleStatus): number {
  return Object.values(locales).filter(({ render }) => render.state === 'done').length;
}
