import { PipelineError } from '../errors/errors.ts';

/** A longer line is no line of a file of this kind. */
const MAX_LINE_LENGTH = 4 * 1024 * 1024;

/**
 * The lines of a text that comes in pieces, without their ends (LF, CRLF or CR), at constant memory.
 *
 * @throws {PipelineError} `EXCHANGE_INVALID`, with the line, where one is longer than 4 million characters.
 */
export async function* splitLines(
  chunks: AsyncIterable<string> | Iterable<string>,
): AsyncGenerator<{ readonly line: number; readonly text: string }> {
  let rest = '';
  let line = 1;
  for await (const chunk of chunks) {
    const text = rest + chunk;
    let from = 0;
    for (const { index, 0: end } of text.matchAll(/\r\n|\n|\r(?!$)/gu)) {
      yield { line, text: text.slice(from, index) };
      line += 1;
      from = index + end.length;
    }
    rest = text.slice(from);
    if (rest.length > MAX_LINE_LENGTH) {
      throw new PipelineError(
        'EXCHANGE_INVALID',
        `Line ${line} is longer than ${MAX_LINE_LENGTH} characters; expected lines of a text file`,
        { details: { line, column: MAX_LINE_LENGTH } },
      );
    }
  }
  if (rest !== '') {
    yield { line, text: rest.replace(/\r$/u, '') };
  }
}
