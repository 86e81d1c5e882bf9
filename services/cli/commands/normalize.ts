import { basename, extname, resolve } from 'node:path';
import { envToConfig } from '../../../config/config.ts';
import { readEnv } from '../../../config/env.ts';
import { SOURCE_FORMATS } from '../../../shared/document/article.ts';
import { loadNormalizer, type Normalizer } from '../../launcher/normalize-file.ts';
import type { Arguments, Command } from '../command.ts';
import { readArticleFile, STANDARD_INPUT } from '../content-of-file.ts';
import { CliFailure } from '../failure.ts';
import { nearest } from '../nearest.ts';
import { readLocaleOption } from '../read-option.ts';
import { printArticle } from '../report/article.ts';
import { printDiff } from '../report/diff.ts';

/** `polywire normalize`: what the first stage makes of a file, without a service. */
export const normalizeCommand: Command = {
  name: 'normalize',
  purpose: 'Clean an article and show what was found and repaired; needs no service and no Redis.',
  usage: 'FILE [options]',
  operands: { min: 1, max: 1 },
  options: [
    { name: 'diff', does: 'Show the text with every change in its place' },
    { name: 'md', does: 'Print the clean article as Markdown with front matter' },
    {
      name: 'format',
      value: 'FORMAT',
      does: 'How to read the file',
      fallback: 'by its extension: .md .html .txt .json .ninjs .docx',
      oneOf: SOURCE_FORMATS,
    },
    { name: 'locale', value: 'LOCALE', does: "The article's own locale", fallback: 'detected' },
    { name: 'disable', value: 'RULES', does: 'Repair rules to leave out, separated by commas' },
  ],
  examples: [
    ['polywire normalize news.html', 'Show metadata with its evidence, repairs by rule, and suggestions.'],
    ['polywire normalize news.md --diff --disable month-case', 'Show the changes of all rules but one.'],
    ['curl -s URL | polywire normalize - --format html --md > news.md', 'Make clean Markdown of a page.'],
  ],
  exits: ['failed'],
  run: async (args, { terminal, cwd, env }) => {
    const [operand = ''] = args.operands;
    if (args.has('diff') && args.has('md')) {
      throw new CliFailure('usage', '--diff and --md are two ways to print the article; name one');
    }
    const file = operand === STANDARD_INPUT ? operand : resolve(cwd, operand);
    const sourceLocale = readLocaleOption(args, 'locale');
    const article = await readArticleFile(file, args.value('format'), '--format');
    const normalizer = await loadNormalizer();
    const document = await normalizer.normalize({
      ...article,
      ...(sourceLocale === undefined ? {} : { sourceLocale }),
      externalId: operand === STANDARD_INPUT ? 'stdin' : basename(file, extname(file)),
      disabledRules: readRules(args, normalizer),
      srx: envToConfig(readEnv(env)).srx,
    });
    terminal.result(document);
    if (args.has('md')) {
      terminal.print((await normalizer.toMarkdown(document)).trimEnd());
    } else if (args.has('diff')) {
      printDiff(document, terminal);
    } else {
      printArticle(document, terminal);
    }
    return 'ok';
  },
};

function readRules(args: Arguments, { rules }: Normalizer): readonly string[] {
  const known = rules.map(({ name }) => name);
  const named = (args.value('disable') ?? '').split(',').map((name) => name.trim());
  return named
    .filter((name) => name !== '')
    .map((name) => {
      if (!known.includes(name)) {
        const near = nearest(name, known);
        const hint = near === undefined ? `expected some of ${known.join(', ')}` : `did you mean "${near}"?`;
        throw new CliFailure(
          'usage',
          `--disable names "${name}", which is no rule that can be left out: ${hint}`,
        );
      }
      return name;
    });
}
