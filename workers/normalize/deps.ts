import { readdirSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import { configPath } from '../../config/project-root.ts';
import { PipelineError } from '../../shared/errors/errors.ts';
import type { Lexicon } from './case/lexicon.ts';
import { loadLexicons } from './case/load-lexicons.ts';
import { createLanguageDetector, type DetectLanguage } from './locale/detect-language.ts';
import { type Agencies, compileAgencies } from './meta/agencies.ts';
import { loadSrx } from './segment/load-srx.ts';
import { SegmentationTable } from './segment/segmentation-table.ts';
import { createSentenceBreakers } from './segment/sentence-breakers.ts';
import type { SentenceBreaker } from './segment/sentence-breaks.ts';
import type { SrxMode } from './segment/srx-breaks.ts';
import { type Boilerplate, BoilerplateTable, compileBoilerplate } from './structure/boilerplate.ts';
import { AgencyTable } from './word-tables.ts';

/** What normalize reads besides the article. */
export interface NormalizeDeps {
  /** Words of a language; an empty table where none is kept for it. */
  readonly lexiconOf: (language: string) => Lexicon;
  readonly agencies: Agencies;
  /** Lines of pages that are no text of an article, in every language that has a table. */
  readonly boilerplate: Boilerplate;
  /** What cuts text of a locale into sentences; rules common to all where its language has none. */
  readonly sentenceBreaksOf: (locale: string) => SentenceBreaker;
  readonly detectLanguage: DetectLanguage;
  /** Names of repair rules that are switched off. */
  readonly disabledRules: ReadonlySet<string>;
}

export interface NormalizeOptions {
  readonly disabledRules?: Iterable<string>;
  /** SRX files, and whether their rules come before ours or stand in their place. */
  readonly srx?: { readonly files: readonly string[]; readonly mode: SrxMode };
}

/**
 * Reads the tables below `config/casing/`, `config/segmentation/` and `config/boilerplate/` once and
 * builds the ports of normalize.
 *
 * @throws {PipelineError} `CONFIG_INVALID`, which names the file and the place in it.
 */
export function createNormalizeDeps(options: NormalizeOptions = {}): NormalizeDeps {
  return {
    lexiconOf: loadLexicons(),
    agencies: compileAgencies(readTable('casing', 'agencies.json', AgencyTable)),
    boilerplate: compileBoilerplate([...readFolder('boilerplate', BoilerplateTable).values()]),
    sentenceBreaksOf: createSentenceBreakers(readFolder('segmentation', SegmentationTable), {
      files: loadSrx(options.srx?.files ?? []),
      mode: options.srx?.mode ?? 'add',
    }),
    detectLanguage: createLanguageDetector(),
    disabledRules: new Set(options.disabledRules),
  };
}

/** Every table of a folder, by the name of its file. */
function readFolder<Table>(folder: string, schema: z.ZodType<Table>): Map<string, Table> {
  const files = readdirSync(configPath(folder)).filter((file) => file.endsWith('.json'));
  return new Map(files.map((file) => [file.replace('.json', ''), readTable(folder, file, schema)]));
}

function readTable<Table>(folder: string, file: string, schema: z.ZodType<Table>): Table {
  const path = configPath(folder, file);
  try {
    return schema.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch (error) {
    const reason = error instanceof z.ZodError ? z.prettifyError(error) : String(error);
    throw new PipelineError('CONFIG_INVALID', `config/${folder}/${file} cannot be used: ${reason}`, {
      details: { file: path },
      cause: error,
    });
  }
}
