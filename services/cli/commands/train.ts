import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { trainTaggerFromFiles } from '../../launcher/train-tagger.ts';
import type { Arguments, Command } from '../command.ts';
import { CliFailure } from '../failure.ts';
import { shortPath } from '../short-path.ts';

/** `polywire train`: makes a tagger of marked texts, without a service. */
export const trainCommand: Command = {
  name: 'train',
  purpose: 'Train a tagger of names on marked texts, and say how well it does on some held back.',
  usage: '--corpus FILE|DIR [FILE|DIR...] --language LANGUAGE --out FILE [options]',
  operands: { min: 0, max: 1000 },
  options: [
    {
      name: 'corpus',
      value: 'FILE|DIR',
      does: 'Marked texts: JSON Lines of {text, entities: [{start, end, type}]} or columns, also .gz; more may follow',
    },
    { name: 'language', value: 'LANGUAGE', does: 'Language of the texts', fallback: 'en' },
    { name: 'out', value: 'FILE', does: 'Where to write the model' },
    { name: 'gazetteer', value: 'FILES', does: 'JSON Lines of things with their names, separated by commas' },
    { name: 'lists', value: 'FILES', does: 'Lists of names by class, separated by commas' },
    { name: 'names', value: 'FILES', does: 'Words of people’s names with counts, separated by commas' },
    {
      name: 'text',
      value: 'FILES',
      does: 'Unmarked texts, which show how words are cased, separated by commas',
    },
    { name: 'passes', value: 'N', does: 'How often the texts are gone through', fallback: '8' },
    { name: 'seed', value: 'N', does: 'Another number gives another order of the texts', fallback: '1' },
  ],
  examples: [
    [
      'polywire train --corpus ours.jsonl --language en --out entities-en.bin',
      'Train on your own articles; put the file into config/models to use it.',
    ],
    [
      'polywire train --corpus corpora more.conll.gz --language pt --passes 12 --out entities-pt.bin',
      'Train on every corpus of a folder and one of columns.',
    ],
  ],
  exits: ['failed'],
  run: async (args, { terminal, cwd }) => {
    const out = args.value('out');
    const corpora = [args.value('corpus') ?? '', ...args.operands].filter((path) => path !== '');
    if (out === undefined || corpora.length === 0) {
      throw new CliFailure('usage', 'train needs texts and a place for the model: --corpus FILE --out FILE');
    }
    const trained = await trainTaggerFromFiles({
      corpora: corpora.map((path) => resolve(cwd, path)),
      gazetteers: pathsOf(args, 'gazetteer', cwd),
      lists: pathsOf(args, 'lists', cwd),
      names: pathsOf(args, 'names', cwd),
      texts: pathsOf(args, 'text', cwd),
      language: args.value('language') ?? 'en',
      passes: numberOf(args, 'passes', 8),
      seed: numberOf(args, 'seed', 1),
      say: (text) => terminal.note(text),
    });
    const path = resolve(cwd, out);
    await writeFile(path, trained.file);
    for (const { name, documents, names } of trained.corpora) {
      terminal.print(`${name}: ${documents} documents, ${names} names`);
    }
    for (const [type, { precision, recall, f1, names }] of Object.entries(trained.scores)) {
      terminal.print(
        `${type.padEnd(5)} F1 ${percent(f1)}  precision ${percent(precision)}  recall ${percent(recall)}  of ${names} names held back`,
      );
    }
    terminal.print(`${shortPath(path, cwd)}: ${trained.file.length} bytes`);
    terminal.result({
      file: path,
      bytes: trained.file.length,
      corpora: trained.corpora,
      scores: trained.scores,
    });
    return 'ok';
  },
};

function pathsOf(args: Arguments, name: string, cwd: string): readonly string[] {
  return (args.value(name) ?? '')
    .split(',')
    .filter((path) => path !== '')
    .map((path) => resolve(cwd, path));
}

function numberOf(args: Arguments, name: string, fallback: number): number {
  const text = args.value(name);
  const value = text === undefined ? fallback : Number(text);
  if (!Number.isInteger(value) || value < 1 || value > 1000) {
    throw new CliFailure('usage', `--${name} is "${text ?? ''}"; expected a whole number from 1 to 1000`);
  }
  return value;
}

function percent(share: number): string {
  return (100 * share).toFixed(1).padStart(5);
}
