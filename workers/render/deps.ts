import { readFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { z } from 'zod';
import { LOCALES } from '../../config/locales.ts';
import { configPath } from '../../config/project-root.ts';
import { readFiles } from '../../config/read-files.ts';
import { readTables } from '../../config/read-tables.ts';
import type { Locale } from '../../shared/document/locale.ts';
import { PipelineError } from '../../shared/errors/errors.ts';
import { loadGazetteer } from '../../shared/gazetteer/load-gazetteer.ts';
import { createNameReader, type NameReader } from '../../shared/gazetteer/name-reader.ts';
import { Inflection } from '../../shared/memory/terms/inflection.ts';
import { createTermMatchers, type TermMatcher } from '../../shared/memory/terms/term-matcher.ts';
import { findLabelProblems, type LabelBundle } from './label-contract.ts';
import { createLabels } from './labels.ts';
import { createLocaleKit, type LocaleKit } from './locale-kit.ts';
import { LocaleStyle } from './locale-style.ts';
import { type PageUrlOf, pageUrls } from './site-urls.ts';

/** What render needs besides its input. */
export interface RenderDeps {
  /** @throws {PipelineError} `LOCALE_UNKNOWN` for a locale without labels and style. */
  readonly kitOf: (locale: Locale) => LocaleKit;
  /** Finds terms in targets, in any form of their words. */
  readonly termMatcherFor: (locale: Locale) => TermMatcher;
  /** Knows the names that targets may have. */
  readonly nameReader: NameReader;
  /** Absent where no site is configured. */
  readonly pageUrlOf: PageUrlOf | undefined;
}

export interface RenderOptions {
  /** Default: the folder that ships. */
  readonly configFolder?: string;
  /** Pattern of the pages' addresses, with `{locale}` and `{id}`. */
  readonly siteUrl?: string | undefined;
}

/**
 * Reads the labels and styles of every configured locale and the tables of inflection below `configFolder`, once.
 *
 * @throws {PipelineError} `CONFIG_INVALID`, which lists every problem at once: file, JSON pointer,
 * and what was expected.
 */
export async function createRenderDeps({
  configFolder = configPath(),
  siteUrl,
}: RenderOptions = {}): Promise<RenderDeps> {
  const problems: string[] = [];
  const bundles = new Map<Locale, LabelBundle>();
  const styles = new Map<Locale, LocaleStyle>();
  for (const locale of LOCALES) {
    const labels = await readConfig(join(configFolder, 'labels', `${locale}.json`), Bundle);
    const style = await readConfig(join(configFolder, 'styles', `${locale}.json`), LocaleStyle);
    problems.push(...labels.problems, ...style.problems);
    if (labels.value !== undefined) {
      const found = findLabelProblems(locale, labels.value);
      problems.push(...found.map((problem) => `${labels.file}: ${problem}`));
      bundles.set(locale, labels.value);
    }
    if (style.value !== undefined) {
      styles.set(locale, style.value);
    }
  }
  if (problems.length > 0) {
    throw new PipelineError('CONFIG_INVALID', `Labels and styles are not valid: ${problems.join('; ')}`, {
      details: { problems },
    });
  }
  const inflections = await readTables(join(configFolder, 'inflection'), Inflection);
  const termMatcherFor = createTermMatchers(inflections);
  const gazetteers = await readFiles(join(configFolder, 'gazetteers'), '.jsonl');
  return {
    kitOf: kitsOf(bundles, styles),
    termMatcherFor,
    nameReader: createNameReader(() => loadGazetteer(gazetteers, LOCALES), termMatcherFor),
    pageUrlOf: pageUrls(siteUrl),
  };
}

function kitsOf(
  bundles: ReadonlyMap<Locale, LabelBundle>,
  styles: ReadonlyMap<Locale, LocaleStyle>,
): (locale: Locale) => LocaleKit {
  const labelsOf = createLabels(bundles);
  const kits = new Map([...styles].map(([tag, style]) => [tag, createLocaleKit(tag, labelsOf(tag), style)]));
  return (locale) => {
    const kit = kits.get(locale);
    if (kit === undefined) {
      throw new PipelineError(
        'LOCALE_UNKNOWN',
        `Locale "${locale}" has no config/labels/${locale}.json and config/styles/${locale}.json: known are ${[...kits.keys()].join(', ')}`,
        { details: { locale } },
      );
    }
    return kit;
  };
}

const Bundle = z.record(z.string(), z.string());

interface ConfigFile<Value> {
  /** As an operator names it: `config/labels/fr.json`. */
  readonly file: string;
  /** Absent where there are problems. */
  readonly value?: Value;
  readonly problems: readonly string[];
}

async function readConfig<Value>(path: string, schema: z.ZodType<Value>): Promise<ConfigFile<Value>> {
  const file = relative(dirname(dirname(dirname(path))), path);
  let json: unknown;
  try {
    json = JSON.parse(await readFile(path, 'utf8'));
  } catch (error) {
    return { file, problems: [`${file}: ${error instanceof Error ? error.message : String(error)}`] };
  }
  const result = schema.safeParse(json);
  if (result.success) {
    return { file, value: result.data, problems: [] };
  }
  const problems = result.error.issues.map((issue) => `${file}: /${issue.path.join('/')} ${issue.message}`);
  return { file, problems };
}
