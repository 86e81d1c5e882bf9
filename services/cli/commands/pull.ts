import { join, resolve } from 'node:path';
import { type Command, SERVICE_OPTIONS } from '../command.ts';
import { CliFailure } from '../failure.ts';
import { serviceClient } from '../service-client.ts';
import { readTargets, safeName } from '../submission-of-file.ts';
import { FORMAT_OPTION, readFormats, writeOutputs } from '../write-outputs.ts';

/** `polywire pull`: fetches outputs into files. */
export const pullCommand: Command = {
  name: 'pull',
  purpose: "Fetch an article's outputs into files, or one of them to standard output.",
  usage: 'ID [options]',
  operands: { min: 1, max: 1 },
  options: [
    { name: 'locale', value: 'LOCALES', does: 'Which locales', fallback: "all of the article's" },
    FORMAT_OPTION,
    {
      name: 'out',
      value: 'DIR',
      does: 'Folder for <id>/<locale>.<format>; "-" prints one output',
      fallback: 'out',
    },
    {
      name: 'policy',
      value: 'POLICY',
      does: 'Least state of review that is served',
      fallback: 'any',
      oneOf: ['approved', 'reviewed', 'translated', 'any'],
    },
    {
      name: 'fallback',
      value: 'FALLBACK',
      does: 'What stands in for a segment below the policy',
      fallback: 'source',
      oneOf: ['fail', 'omit', 'source', 'last-approved'],
    },
    { name: 'origins', does: 'In HTML, mark where each sentence came from' },
    ...SERVICE_OPTIONS,
  ],
  examples: [
    ['polywire pull desk-4711 --locale vi --format html --out site', 'Write site/desk-4711/vi.html.'],
    ['polywire pull desk-4711 --locale es --format md --out -', 'Print the Spanish Markdown.'],
  ],
  exits: ['failed', 'incomplete', 'unreachable', 'refused', 'notFound', 'interrupted'],
  run: async (args, context) => {
    const { terminal, cwd } = context;
    const [externalId = ''] = args.operands;
    const client = await serviceClient(args, context);
    const named = args.value('locale');
    const targets = named === undefined ? undefined : readTargets(named);
    const locales = targets ?? Object.keys((await client.status(externalId)).locales);
    const formats = readFormats(args.value('format'));
    const query = {
      policy: args.value('policy'),
      fallback: args.value('fallback'),
      origins: args.has('origins') ? 'true' : undefined,
    };
    const out = args.value('out') ?? 'out';
    if (out === '-') {
      const [locale, format] = [locales[0], formats[0]];
      if (locale === undefined || format === undefined || locales.length + formats.length > 2) {
        throw new CliFailure('usage', '--out - prints one output: name one --locale and one --format');
      }
      terminal.raw(await client.output({ externalId, locale, format, ...query }));
      return 'ok';
    }
    const folder = join(resolve(cwd, out), safeName(externalId));
    const written = await writeOutputs(client, { externalId, locales, formats, folder, ...query });
    for (const file of written.files) {
      terminal.print(file);
    }
    for (const { locale, format, reason } of written.missing) {
      terminal.note(`${locale}.${format}: ${reason}`);
    }
    terminal.result(written);
    if (written.files.length === 0) {
      await client.status(externalId); // says so where there is no such article
    }
    return written.missing.length === 0 ? 'ok' : 'incomplete';
  },
};
