import { basename, extname, resolve } from 'node:path';
import { envToConfig } from '../../../config/config.ts';
import { readEnv } from '../../../config/env.ts';
import { SOURCE_FORMATS } from '../../../shared/document/article.ts';
import { readEntities } from '../../launcher/entities-file.ts';
import type { Command } from '../command.ts';
import { readArticleFile, STANDARD_INPUT } from '../content-of-file.ts';
import { readDateOption, readLocaleOption } from '../read-option.ts';
import { printEntityTable } from '../report/entity-table.ts';
import { printMarkedText } from '../report/marked-text.ts';
import { readTargets } from '../submission-of-file.ts';

/** `polywire entities`: what the second stage finds in a file, and why, without a service. */
export const entitiesCommand: Command = {
  name: 'entities',
  purpose: 'Show the names, dates and values of an article and why; needs no service and no Redis.',
  usage: 'FILE [options]',
  operands: { min: 1, max: 1 },
  options: [
    {
      name: 'format',
      value: 'FORMAT',
      does: 'How to read the file',
      fallback: 'by its extension: .md .html .txt .json .ninjs .docx',
      oneOf: SOURCE_FORMATS,
    },
    { name: 'locale', value: 'LOCALE', does: "The article's own locale", fallback: 'detected' },
    {
      name: 'published',
      value: 'DATE',
      does: 'Date of publication, such as 2026-01-13; relative dates are counted from it',
    },
    { name: 'names', value: 'LOCALES', does: 'Locales whose names to show, separated by commas' },
  ],
  examples: [
    ['polywire entities news.md', 'Show the text with its marks, and a table of what they mean.'],
    ['polywire entities news.md --names es,ar', 'Show too how each name is written in two locales.'],
    ['polywire entities news.md --json', 'The document and its entities as JSON, for a script.'],
  ],
  exits: ['failed'],
  run: async (args, { terminal, cwd, env }) => {
    const [operand = ''] = args.operands;
    const file = operand === STANDARD_INPUT ? operand : resolve(cwd, operand);
    const sourceLocale = readLocaleOption(args, 'locale');
    const publishedAt = readDateOption(args, 'published');
    const names = readTargets(args.value('names') ?? '');
    const { srx, neuralModel } = envToConfig(readEnv(env));
    const read = await readEntities({
      ...(await readArticleFile(file, args.value('format'), '--format')),
      ...(sourceLocale === undefined ? {} : { sourceLocale }),
      ...(publishedAt === undefined ? {} : { meta: { publishedAt } }),
      externalId: operand === STANDARD_INPUT ? 'stdin' : basename(file, extname(file)),
      srx,
      neuralModel,
    });
    terminal.result(read);
    printMarkedText(read.document, read.entities, terminal);
    printEntityTable(read.entities, names, terminal);
    return 'ok';
  },
};
