import { gunzipSync, gzipSync } from 'node:zlib';
import { z } from 'zod';
import { FEATURE_PLACES } from './case-features.ts';
import type { CaseModel, ModelWord } from './case-model.ts';

const VERSION = 1;

const Header = z.object({
  version: z.literal(VERSION),
  language: z.string(),
  scale: z.number().positive(),
  /** Bytes of the word list that follows the header's line. */
  wordBytes: z.int().nonnegative(),
  sources: z.array(z.string()).readonly(),
});

/**
 * Writes a model as gzip: a line of JSON, the words (`word`, tab, three hexadecimal steps for small,
 * capital and person, `p` for a place, the form), and one signed byte to each weight.
 *
 * @param sources the training texts with their licences.
 */
export function writeModel(model: CaseModel, sources: readonly string[]): Buffer {
  const words = Buffer.from([...model.words].map(([word, info]) => wordLine(word, info)).join('\n'));
  const header = {
    version: VERSION,
    language: model.language,
    scale: model.scale,
    wordBytes: words.length,
    sources,
  };
  const weights = Buffer.from(model.weights.buffer, model.weights.byteOffset, model.weights.byteLength);
  return gzipSync(Buffer.concat([Buffer.from(`${JSON.stringify(header)}\n`), words, weights]), { level: 9 });
}

/** Reads what `writeModel` wrote. @throws {Error} where the file is cut off or of another version. */
export function readModel(file: Uint8Array): CaseModel {
  const content = gunzipSync(file);
  const lineEnd = content.indexOf('\n');
  const header = Header.parse(JSON.parse(content.toString('utf8', 0, lineEnd)));
  const weightsStart = lineEnd + 1 + header.wordBytes;
  const weights = new Int8Array(content.subarray(weightsStart));
  if (weights.length !== FEATURE_PLACES) {
    throw new Error(`it holds ${weights.length} weights, expected ${FEATURE_PLACES}`);
  }
  const lines = content.toString('utf8', lineEnd + 1, weightsStart).split('\n');
  const words = new Map<string, ModelWord>();
  for (const line of lines) {
    const tab = line.indexOf('\t');
    words.set(line.slice(0, tab), readWord(line.slice(tab + 1)));
  }
  return { language: header.language, words, weights, scale: header.scale };
}

function wordLine(word: string, info: ModelWord): string {
  const steps = [info.lower, info.capital, info.person].map((step) => step.toString(16)).join('');
  return `${word}\t${steps}${info.isPlace ? 'p' : '-'}${info.form ?? ''}`;
}

function readWord(code: string): ModelWord {
  const form = code.slice(4);
  return {
    lower: Number.parseInt(code[0] ?? '', 16),
    capital: Number.parseInt(code[1] ?? '', 16),
    person: Number.parseInt(code[2] ?? '', 16),
    isPlace: code[3] === 'p',
    ...(form === '' ? {} : { form }),
  };
}
