import { readFile } from 'node:fs/promises';
import { relative } from 'node:path';
import { z } from 'zod';
import { LOCALES } from '../../config/locales.ts';
import { configPath, PROJECT_ROOT } from '../../config/project-root.ts';
import type { Locale } from '../../shared/document/locale.ts';
import { PipelineError } from '../../shared/errors/errors.ts';
import { findLabelProblems, type LabelBundle } from './label-contract.ts';
import { createLabels } from './labels.ts';
import { createLocaleKit, type LocaleKit } from './locale-kit.ts';
import { LocaleStyle } from './locale-style.ts';

/** What render needs besides its input. */
export interface RenderDeps {
  /** @throws {PipelineError} `LOCALE_UNKNOWN` for a locale without labels and style. */
  readonly kitOf: (locale: Locale) => LocaleKit;
}

/**
 * Reads the labels and styles of every configured locale, once.
 *
 * @throws {PipelineError} `CONFIG_INVALID`, which lists every problem at once: file, JSON pointer,
 * and what was expected.
 */
export async function createRenderDeps(): Promise<RenderDeps> {
  const problems: string[] = [];
  const bundles = new Map<Locale, LabelBundle>();
  const styles = new Map<Locale, LocaleStyle>();
  for (const locale of LOCALES) {
    const labelsFile = configPath('labels', `${locale}.json`);
    const bundle = await readConfig(labelsFile, z.record(z.string(), z.string()), problems);
    const style = await readConfig(configPath('styles', `${locale}.json`), LocaleStyle, problems);
    if (bundle !== undefined) {
      problems.push(
        ...findLabelProblems(locale, bundle).map((problem) => `${shown(labelsFile)}: ${problem}`),
      );
      bundles.set(locale, bundle);
    }
    if (style !== undefined) {
      styles.set(locale, style);
    }
  }
  if (problems.length > 0) {
    throw new PipelineError('CONFIG_INVALID', `Labels and styles are not valid: ${problems.join('; ')}`, {
      details: { problems },
    });
  }
  return { kitOf: kitsOf(bundles, styles) };
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

/** Reads and checks one file; what is wrong with it is added to `problems`. */
async function readConfig<Value>(
  path: string,
  schema: z.ZodType<Value>,
  problems: string[],
): Promise<Value | undefined> {
  const file = shown(path);
  let json: unknown;
  try {
    json = JSON.parse(await readFile(path, 'utf8'));
  } catch (error) {
    problems.push(`${file}: ${error instanceof Error ? error.message : String(error)}`);
    return undefined;
  }
  const result = schema.safeParse(json);
  if (result.success) {
    return result.data;
  }
  problems.push(...result.error.issues.map((issue) => `${file}: /${issue.path.join('/')} ${issue.message}`));
  return undefined;
}

function shown(path: string): string {
  return relative(PROJECT_ROOT, path);
}
