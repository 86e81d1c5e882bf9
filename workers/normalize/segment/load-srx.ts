import { readFileSync } from 'node:fs';
import { PipelineError } from '../../../shared/errors/errors.ts';
import { decodeXml } from '../../../shared/exchange/decode-xml.ts';
import { readSrx, type SrxFile } from '../../../shared/exchange/srx/read-srx.ts';

/**
 * Reads SRX files. Their refused rules are in the result: the caller tells the operator.
 *
 * @throws {PipelineError} `CONFIG_INVALID`, which names the file and what is wrong with it.
 */
export function loadSrx(paths: readonly string[]): SrxFile[] {
  return paths.map((path) => {
    try {
      return readSrx(decodeXml(readFileSync(path)));
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      throw new PipelineError('CONFIG_INVALID', `The SRX file ${path} cannot be used: ${reason}`, {
        details: { file: path },
        cause: error,
      });
    }
  });
}
