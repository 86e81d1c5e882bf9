import { stat, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { LEVERAGE_FORMATS } from '../../../shared/memory/leverage-formats.ts';
import type { LeverageReport } from '../../../shared/memory/leverage-report.ts';
import { LEVERAGE_BANDS } from '../../../shared/memory/match.ts';
import { SCORE_PROFILES } from '../../../shared/memory/profiles/score-profiles.ts';
import type { LeverageBatch } from '../client.ts';
import { type Arguments, type CliContext, type Command, SERVICE_OPTIONS } from '../command.ts';
import { readArticleFile } from '../content-of-file.ts';
import { CliFailure } from '../failure.ts';
import { serviceClient } from '../service-client.ts';
import { tableLines } from '../terminal/table.ts';
import type { Terminal } from '../terminal/terminal.ts';

/** `polywire leverage`: what the memory saves for articles of the service. */
export const leverageCommand: Command = {
  name: 'leverage',
  purpose: 'Count articles, or files that are not submitted, by the bands of the translation memory.',
  usage: 'ID... | FILE... [options]',
  operands: { min: 1, max: 200 },
  options: [
    {
      name: 'to',
      value: 'LOCALES',
      does: 'Locales, separated by commas',
      fallback: 'all of the article; required for files',
    },
    {
      name: 'format',
      value: 'FORMAT',
      does: 'A table, CSV, or the analysis file of Trados Studio (one locale)',
      fallback: 'table',
      oneOf: ['table', ...LEVERAGE_FORMATS.filter((format) => format !== 'json')],
    },
    {
      name: 'profiles',
      value: 'TOOLS',
      does: `Count by the scores of other tools too: ${SCORE_PROFILES.join(',')}`,
      fallback: 'none',
    },
    { name: 'out', value: 'FILE', does: 'File to write', fallback: 'standard output' },
    ...SERVICE_OPTIONS,
  ],
  examples: [
    ['polywire leverage desk-4711 --to es', 'Show the bands of one article in one locale.'],
    ['polywire leverage desk-4711 --profiles omegat,weblate', 'See what these tools would have shown.'],
    ['polywire leverage story.md --to es,fr', 'See what a file would need, without submitting it.'],
    ['polywire leverage guide-1 guide-2 --format csv --out bands.csv', 'Count two articles as one batch.'],
  ],
  exits: ['failed', 'incomplete', 'unreachable', 'refused', 'notFound'],
  run: async (args, context) => {
    const client = await serviceClient(args, context);
    const batch = await batchOf(args, context);
    const format = args.value('format');
    if (format !== 'csv' && format !== 'trados') {
      const reports = await client.leverage(batch, args.value('profiles'));
      for (const report of reports) {
        printReport(report, context.terminal);
      }
      context.terminal.result(reports);
      return 'ok';
    }
    const text = await client.leverageAs(batch, format);
    const out = args.value('out');
    if (out === undefined) {
      context.terminal.raw(text);
    } else {
      const file = resolve(context.cwd, out);
      await writeFile(file, text);
      context.terminal.print(`Wrote ${file}.`);
      context.terminal.result({ file });
    }
    return 'ok';
  },
};

/**
 * The files that are named, as drafts; where no operand is a file, they are ids of articles.
 *
 * @throws {CliFailure} `usage` where some are files and some are not, or no locale is named.
 */
async function batchOf(args: Arguments, { cwd }: CliContext): Promise<LeverageBatch> {
  const locales = args.value('to')?.split(',');
  const paths = args.operands.map((operand) => resolve(cwd, operand));
  const isFile = await Promise.all(
    paths.map(async (path) => (await stat(path).catch(() => undefined))?.isFile()),
  );
  if (!isFile.includes(true)) {
    return { articles: args.operands, ...(locales === undefined ? {} : { locales }) };
  }
  const other = args.operands.find((_, at) => isFile[at] !== true);
  if (other !== undefined) {
    throw new CliFailure('usage', `"${other}" is no file, others are; count files and articles apart`);
  }
  if (locales === undefined) {
    throw new CliFailure('usage', 'Files need --to, such as --to es,fr');
  }
  const drafts = await Promise.all(
    paths.map(async (path, at) => ({
      ...(await readArticleFile(path, undefined)),
      name: args.operands[at] ?? path,
    })),
  );
  return { drafts, locales };
}

function printReport(report: LeverageReport, terminal: Terminal): void {
  const { locale, articles, rows, total, counter } = report;
  const right = 'right' as const;
  const columns = [
    { title: 'band' },
    { title: 'segments', align: right },
    { title: 'words', align: right },
    { title: 'characters', align: right },
    { title: 'rate', align: right },
    { title: 'weighted words', align: right },
  ];
  const cells = rows.map(({ band, segments, words, characters, rate, weightedWords, repaired }) => [
    repaired === 0 ? band : `${band} (${repaired} with values exchanged)`,
    String(segments),
    String(words),
    String(characters),
    `${rate} %`,
    weightedWords.toFixed(1),
  ]);
  const sum = [
    'total',
    String(total.segments),
    String(total.words),
    String(total.characters),
    '',
    total.weightedWords.toFixed(1),
  ];
  terminal.print(`${locale}: ${articles.length === 1 ? articles.join('') : `${articles.length} articles`}`);
  for (const line of tableLines(columns, [...cells, sum])) {
    terminal.print(`  ${line}`);
  }
  terminal.print(`  ${counter.words}`);
  printProfiles(report.profiles ?? {}, terminal);
}

/** Segments by band, as other tools would count the same matches. */
function printProfiles(profiles: NonNullable<LeverageReport['profiles']>, terminal: Terminal): void {
  const names = SCORE_PROFILES.filter((profile) => profiles[profile] !== undefined);
  if (names.length === 0) {
    return;
  }
  const columns = [
    { title: 'segments by band' },
    ...names.map((title) => ({ title, align: 'right' as const })),
  ];
  const rows = LEVERAGE_BANDS.slice(2).map((band) => [
    band,
    ...names.map((name) => String(profiles[name]?.[band].segments ?? 0)),
  ]);
  terminal.print();
  for (const line of tableLines(columns, rows)) {
    terminal.print(`  ${line}`);
  }
}
