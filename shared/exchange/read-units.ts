import { readCsv } from './csv/read.ts';
import { decodeTextStream } from './decode-text.ts';
import { decodeXmlStream } from './decode-xml.ts';
import type { ImportFormat } from './exchange-format.ts';
import { declaredPoCharset, readPo } from './po/read.ts';
import { readTmx } from './tmx/read.ts';
import type { ReadUnitsOptions, UnitEvent } from './unit-event.ts';
import { readXliff } from './xliff/read.ts';

export interface ReadFileOptions extends ReadUnitsOptions {
  readonly format: ImportFormat;
  /** Charset of a file that is no XML. Default: found. */
  readonly charset?: string | undefined;
}

/**
 * Reads the bytes of an exchange file as they come, at constant memory: the same bytes and options give
 * the same events.
 *
 * @throws {PipelineError} `EXCHANGE_INVALID`, with the place, where the file cannot be read on; what came
 *   before has been reported by then.
 */
export async function* readUnits(
  bytes: AsyncIterable<Uint8Array>,
  { format, charset, ...options }: ReadFileOptions,
): AsyncGenerator<UnitEvent> {
  switch (format) {
    case 'tmx':
      for await (const event of readTmx(decodeXmlStream(bytes), options)) {
        if (event.kind !== 'header') {
          yield event;
        }
      }
      return;
    case 'xliff':
      yield* readXliff(decodeXmlStream(bytes), options);
      return;
    case 'csv':
      yield* readCsv(decodeTextStream(bytes, { charset }), options);
      return;
    case 'tsv':
      yield* readCsv(decodeTextStream(bytes, { charset }), options, '\t');
      return;
    case 'po':
      yield* readPo(decodeTextStream(bytes, { charset, declared: declaredPoCharset }), options);
      return;
  }
}
