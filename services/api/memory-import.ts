import { PipelineError } from '../../shared/errors/errors.ts';
import { decodeXmlStream } from '../../shared/exchange/decode-xml.ts';
import { readTmx } from '../../shared/exchange/tmx/read.ts';
import type { TranslationMemory } from '../../shared/memory/memory.ts';
import type { TranslationUnit } from '../../shared/memory/translation-unit.ts';
import type { ImportReceipt } from './schemas.ts';

export interface ImportOptions {
  /** Name of the file, for the units' provenance. */
  readonly file?: string | undefined;
  /** Largest file in bytes. */
  readonly maxBytes: number;
}

/** Units that are filed at a time. */
const BATCH = 500;
/** Refusals that are told one by one; the counts are exact beyond it. */
const MAX_REFUSED = 1000;

/**
 * Files the units of a TMX file as it comes, at constant memory. Units that came before a fault stay
 * filed: sending the corrected file again files the rest.
 *
 * @throws {PipelineError} `EXCHANGE_INVALID` with line and column, `SOURCE_TOO_LARGE`; both with what
 *   was filed so far in `details.imported`.
 */
export async function importMemory(
  memory: TranslationMemory,
  bytes: AsyncIterable<Uint8Array>,
  { file, maxBytes }: ImportOptions,
): Promise<ImportReceipt> {
  const ledger = createLedger(memory);
  try {
    const chunks = decodeXmlStream(limitBytes(bytes, maxBytes));
    for await (const event of readTmx(chunks, file === undefined ? {} : { file })) {
      if (event.kind === 'unit') {
        await ledger.offer(event.unit, event.line);
      } else if (event.kind === 'refused') {
        ledger.refuse(
          event.line,
          event.detail === undefined ? event.reason : `${event.reason}: "${event.detail}"`,
        );
      }
    }
    await ledger.flush();
    await memory.settle();
    return ledger.receipt();
  } catch (error) {
    await memory.settle().catch(() => undefined); // the fault is what is told
    if (error instanceof PipelineError) {
      const { refused, ...imported } = ledger.receipt();
      throw new PipelineError(error.code, error.message, {
        details: { ...error.details, imported: { ...imported, refused: refused.length } },
        cause: error,
      });
    }
    throw error;
  }
}

interface ImportLedger {
  offer(unit: TranslationUnit, line: number): Promise<void>;
  refuse(line: number, reason: string): void;
  flush(): Promise<void>;
  receipt(): ImportReceipt;
}

function createLedger(memory: TranslationMemory): ImportLedger {
  const sums = { created: 0, merged: 0, kept: 0 };
  const refused: { index: number; reason: string; line: number }[] = [];
  let batch: { readonly unit: TranslationUnit; readonly index: number; readonly line: number }[] = [];
  let offered = 0;

  function note(index: number, line: number, reason: string): void {
    if (refused.length < MAX_REFUSED) {
      refused.push({ index, reason, line });
    }
  }

  async function flush(): Promise<void> {
    const units = batch;
    batch = [];
    if (units.length === 0) {
      return;
    }
    const filed = await memory.add(
      units.map(({ unit }) => unit),
      { bulk: true },
    );
    sums.created += filed.created;
    sums.merged += filed.merged;
    sums.kept += filed.kept;
    for (const { index, reason } of filed.refused) {
      const place = units[index];
      note(place?.index ?? index, place?.line ?? 0, reason);
    }
  }

  return {
    async offer(unit, line) {
      batch.push({ unit, line, index: offered });
      offered += 1;
      if (batch.length >= BATCH) {
        await flush();
      }
    },
    refuse(line, reason) {
      note(offered, line, reason);
      offered += 1;
    },
    flush,
    receipt: () => ({ ...sums, refused: refused.toSorted((a, b) => a.index - b.index) }),
  };
}

async function* limitBytes(bytes: AsyncIterable<Uint8Array>, maxBytes: number): AsyncIterable<Uint8Array> {
  let seen = 0;
  for await (const chunk of bytes) {
    seen += chunk.length;
    if (seen > maxBytes) {
      throw new PipelineError(
        'SOURCE_TOO_LARGE',
        `The file has more than ${maxBytes} bytes, which is the most that is taken at once; split it`,
      );
    }
    yield chunk;
  }
}
