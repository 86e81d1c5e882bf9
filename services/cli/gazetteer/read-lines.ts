import { spawn } from 'node:child_process';
import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream';
import { createGunzip } from 'node:zlib';

/** A longer line is no entry of any form: the file is not one item a line. */
const LONGEST_LINE_CHARS = 32 * 1024 * 1024;

/**
 * The lines of a file, unpacked where its name ends in `.gz` or `.bz2` (the latter by the `bzip2` program),
 * as they are read: memory does not grow with the file.
 *
 * @throws {Error} where the file cannot be read or unpacked, or a line is longer than 32 MB.
 */
export async function* readLines(file: string): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  let rest = '';
  for await (const chunk of bytesOf(file)) {
    const lines = (rest + decoder.decode(chunk, { stream: true })).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) {
      yield line.replace(/\r$/u, '');
    }
    if (rest.length > LONGEST_LINE_CHARS) {
      throw new Error(`a line is longer than ${LONGEST_LINE_CHARS} characters; expected one entry a line`);
    }
  }
  rest += decoder.decode();
  if (rest !== '') {
    yield rest.replace(/\r$/u, '');
  }
}

async function* bytesOf(file: string): AsyncGenerator<Uint8Array> {
  const name = file.toLowerCase();
  if (name.endsWith('.bz2')) {
    yield* unpackedBy('bzip2', file);
    return;
  }
  const source = createReadStream(file, { highWaterMark: 256 * 1024 });
  yield* name.endsWith('.gz') ? pipeline(source, createGunzip(), () => undefined) : source;
}

/** What a program prints that unpacks files. */
async function* unpackedBy(program: string, file: string): AsyncGenerator<Uint8Array> {
  const child = spawn(program, ['-dc', '--', file], { stdio: ['ignore', 'pipe', 'pipe'] });
  let complaint = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    complaint = (complaint + text).slice(0, 500);
  });
  const ended = new Promise<string | undefined>((resolve) => {
    child.once('error', () => resolve(`${program} is not on the PATH; unpack the file first`));
    child.once('close', (code) =>
      resolve(code === 0 ? undefined : complaint.trim() || `${program} ended with ${code}`),
    );
  });
  try {
    yield* child.stdout;
    const problem = await ended;
    if (problem !== undefined) {
      throw new Error(problem);
    }
  } finally {
    child.kill();
  }
}
