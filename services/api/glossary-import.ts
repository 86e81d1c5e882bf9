import { createHash } from 'node:crypto';
import type { GlossaryFormat, GlossaryReceipt } from '../../shared/api/glossary.ts';
import { type Locale, toLocale } from '../../shared/document/locale.ts';
import { PipelineError } from '../../shared/errors/errors.ts';
import { readCsvTerms } from '../../shared/exchange/csv/read-terms.ts';
import { decodeTextStream } from '../../shared/exchange/decode-text.ts';
import { decodeXmlStream } from '../../shared/exchange/decode-xml.ts';
import { readTbx } from '../../shared/exchange/tbx/read.ts';
import { type Concept, type TermEvent, termsOf } from '../../shared/exchange/term-event.ts';
import type { Term } from '../../shared/memory/terms/term.ts';
import type { GlossaryStore } from '../../shared/stores/glossary-store.ts';

export interface GlossaryOptions {
  readonly tenant: string;
  readonly format: GlossaryFormat;
  /** Default: what the file says; the first language of a concept in TBX. */
  readonly sourceLocale?: Locale | undefined;
  readonly locale?: Locale | undefined;
}

/** Terms that are stored at a time. */
const BATCH = 500;
/** Refusals that are told one by one. */
const MAX_REFUSALS = 1000;

/**
 * Stores the terms of a file as it comes, at constant memory. Terms before a fault stay stored.
 *
 * @throws {PipelineError} `EXCHANGE_INVALID`, with line and column.
 */
export async function importGlossary(
  store: GlossaryStore,
  bytes: AsyncIterable<Uint8Array>,
  options: GlossaryOptions,
): Promise<GlossaryReceipt> {
  const sums = { created: 0, merged: 0, kept: 0, refused: 0 };
  const refusals: GlossaryReceipt['refusals'][number][] = [];
  let batch: Term[] = [];
  const flush = async (): Promise<void> => {
    const added = await store.add(options.tenant, batch);
    batch = [];
    sums.created += added.created;
    sums.merged += added.merged;
    sums.kept += added.kept;
  };
  for await (const event of readTerms(bytes, options)) {
    if (event.kind === 'term') {
      batch.push(event.term);
    } else {
      const { kind: _kind, ...refusal } = event;
      sums.refused += 1;
      refusals.push(...(refusals.length < MAX_REFUSALS ? [refusal] : []));
    }
    if (batch.length >= BATCH) {
      await flush();
    }
  }
  await flush();
  return { ...sums, refusals };
}

async function* readTerms(
  bytes: AsyncIterable<Uint8Array>,
  { format, sourceLocale, locale }: GlossaryOptions,
): AsyncGenerator<TermEvent> {
  if (format === 'csv') {
    yield* readCsvTerms(decodeTextStream(bytes), { sourceLocale, locale, idOf });
    return;
  }
  for await (const event of readTbx(decodeXmlStream(bytes))) {
    if (event.kind === 'refused') {
      yield event;
    } else {
      yield* termsOf(event.concept, sourceLocale ?? firstLanguage(event.concept), idOf);
    }
  }
}

function firstLanguage({ terms, line }: Concept): Locale {
  for (const { language } of terms) {
    const locale = toLocale(language);
    if (locale !== undefined) {
      return locale;
    }
  }
  throw new PipelineError(
    'EXCHANGE_INVALID',
    `The concept in line ${line} has no language that is known; name the source language with the file`,
    { details: { line, column: 1 } },
  );
}

function idOf(parts: readonly string[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('base64url').slice(0, 16);
}
