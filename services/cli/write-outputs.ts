import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  OUTPUT_FACTS,
  OUTPUT_FORMATS,
  type OutputFormat,
  STORED_FORMATS,
} from '../../shared/document/output-format.ts';
import type { Client } from './client.ts';
import type { OptionSpec } from './command.ts';
import { CliFailure } from './failure.ts';

export interface OutputsRequest {
  readonly externalId: string;
  readonly locales: readonly string[];
  readonly formats: readonly OutputFormat[];
  /** Files are `<folder>/<locale>.<extension>`. */
  readonly folder: string;
  readonly policy?: string | undefined;
  readonly fallback?: string | undefined;
  /** `true`: sentences of HTML say where they came from. */
  readonly origins?: string | undefined;
}

export interface WrittenOutputs {
  /** Paths, in the order of locales and formats. */
  readonly files: readonly string[];
  /** What could not be had yet, and why. */
  readonly missing: readonly {
    readonly locale: string;
    readonly format: OutputFormat;
    readonly reason: string;
  }[];
}

/** Pulls outputs and writes them; one that is not ready is reported and does not stop the others. */
export async function writeOutputs(client: Client, request: OutputsRequest): Promise<WrittenOutputs> {
  await mkdir(request.folder, { recursive: true });
  const files: string[] = [];
  const missing: { locale: string; format: OutputFormat; reason: string }[] = [];
  for (const locale of request.locales) {
    for (const format of request.formats) {
      const output = await pull(client, request, { locale, format });
      if (output instanceof CliFailure) {
        missing.push({ locale, format, reason: output.message });
      } else {
        const file = join(request.folder, `${locale}.${OUTPUT_FACTS[format].extension}`);
        await writeWhole(file, output);
        files.push(file);
      }
    }
  }
  return { files, missing };
}

/** The option that names them, for the help. */
export const FORMAT_OPTION: OptionSpec = {
  name: 'format',
  value: 'FORMATS',
  does: `${OUTPUT_FORMATS.join(', ')}, or several with commas`,
  fallback: STORED_FORMATS.join(','),
};

/**
 * Reads a list of output formats; without one those that are kept.
 *
 * @throws {CliFailure} `usage`
 */
export function readFormats(text: string | undefined): readonly OutputFormat[] {
  if (text === undefined) {
    return STORED_FORMATS;
  }
  return text.split(',').map((name) => {
    const format = OUTPUT_FORMATS.find((known) => known === name.trim());
    if (format === undefined) {
      throw new CliFailure('usage', `--format has "${name}"; expected ${OUTPUT_FORMATS.join(', ')}`);
    }
    return format;
  });
}

/** The text, or why it cannot be had; a service that is gone ends the whole pull. */
async function pull(
  client: Client,
  { externalId, policy, fallback, origins }: OutputsRequest,
  { locale, format }: { readonly locale: string; readonly format: OutputFormat },
): Promise<string | CliFailure> {
  try {
    return await client.output({ externalId, locale, format, policy, fallback, origins });
  } catch (error) {
    if (error instanceof CliFailure && (error.exit === 'conflict' || error.exit === 'notFound')) {
      return error;
    }
    throw error;
  }
}

/** A reader never meets half a file. */
async function writeWhole(file: string, text: string): Promise<void> {
  const draft = `${file}.part`;
  await writeFile(draft, text);
  await rename(draft, file);
}
