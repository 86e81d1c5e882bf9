import { deflateSync, inflateSync } from 'node:zlib';
import { PipelineError } from '../../../shared/errors/errors.ts';
import { FEATURE_BITS } from './hashes.ts';
import { LABEL_COUNT } from './labels.ts';
import { buildLexicon } from './lexicon.ts';
import type { TaggerModel } from './tagger-model.ts';

/**
 * A model as a file. Head: `PWTG`, version, number of labels, bits of a feature, length of the
 * language tag, the tag, FNV-1a of the body (u32). Body, deflated: margin unit and transitions
 * (f32), number of features (u32), then for each, ascending, the distance to the one before
 * (varint), a mask of the labels that have a weight (varint) and those weights (i8); number of
 * lexicon entries (u32), then for each, ascending, the distance (varint) and its bits (varint). All
 * numbers are little-endian.
 */
const MAGIC = 'PWTG';
/** Raise it when features, labels or the lexicon's bits change their meaning. */
const VERSION = 1;

/** Writes a model: the same model gives the same bytes. */
export function writeTaggerModel(model: TaggerModel): Buffer {
  const body = deflateSync(bodyOf(model), { level: 9 });
  const tag = Buffer.from(model.language, 'ascii');
  const head = Buffer.from([...Buffer.from(MAGIC), VERSION, LABEL_COUNT, FEATURE_BITS, tag.length, ...tag]);
  const sum = Buffer.alloc(4);
  sum.writeUInt32LE(checksum(body));
  return Buffer.concat([head, sum, body]);
}

/**
 * Reads a model that `writeTaggerModel` wrote.
 *
 * @throws {PipelineError} `CONFIG_INVALID` where `file` is no model, is damaged or is of another version.
 */
export function readTaggerModel(file: Buffer, name: string): TaggerModel {
  const fits = file.toString('latin1', 0, 4) === MAGIC && file.length > 16;
  if (!fits || file[4] !== VERSION || file[5] !== LABEL_COUNT || file[6] !== FEATURE_BITS) {
    throw invalid(name, `expected a tagger's model of version ${VERSION}`);
  }
  const tagEnd = 8 + (file[7] ?? 0);
  const body = file.subarray(tagEnd + 4);
  if (file.readUInt32LE(tagEnd) !== checksum(body)) {
    throw invalid(name, 'its checksum does not fit: the file is damaged');
  }
  return parseBody(inflateSync(body), file.toString('ascii', 8, tagEnd));
}

function invalid(name: string, problem: string): PipelineError {
  return new PipelineError(
    'CONFIG_INVALID',
    `${name} cannot be used: ${problem}; "polywire train" writes a new one`,
  );
}

function bodyOf(model: TaggerModel): Buffer {
  const bytes: number[] = [];
  const { features, weights, lexicon } = model;
  let before = 0;
  for (let row = 0; row < features.length; row += 1) {
    const feature = features[row] ?? 0;
    pushVarint(bytes, feature - before);
    before = feature;
    const own = weights.subarray(row * LABEL_COUNT, (row + 1) * LABEL_COUNT);
    pushVarint(
      bytes,
      own.reduce((mask, weight, label) => (weight === 0 ? mask : mask | (1 << label)), 0),
    );
    bytes.push(...own.filter((weight) => weight !== 0).map((weight) => weight & 0xff));
  }
  const rows = Buffer.from(bytes);
  const entries = [...lexicon.keys]
    .map((key, slot) => ({ key: key >>> 0, flags: lexicon.flags[slot] ?? 0 }))
    .filter(({ key }) => key !== 0)
    .toSorted((a, b) => a.key - b.key);
  const words: number[] = [];
  before = 0;
  for (const { key, flags } of entries) {
    pushVarint(words, key - before);
    pushVarint(words, flags);
    before = key;
  }
  const numbers = Buffer.alloc(4 + 4 * model.transitions.length + 8);
  numbers.writeFloatLE(model.marginUnit, 0);
  for (const [at, value] of model.transitions.entries()) {
    numbers.writeFloatLE(value, 4 + 4 * at);
  }
  numbers.writeUInt32LE(features.length, numbers.length - 8);
  numbers.writeUInt32LE(entries.length, numbers.length - 4);
  return Buffer.concat([numbers, rows, Buffer.from(words)]);
}

function parseBody(body: Buffer, language: string): TaggerModel {
  const transitions = new Float32Array(LABEL_COUNT * LABEL_COUNT);
  for (let at = 0; at < transitions.length; at += 1) {
    transitions[at] = body.readFloatLE(4 + 4 * at);
  }
  let at = 4 + 4 * transitions.length;
  const rows = body.readUInt32LE(at);
  const words = body.readUInt32LE(at + 4);
  at += 8;
  const varint = (): number => {
    let value = 0;
    let shift = 1;
    for (;;) {
      const byte = body[at] ?? 0;
      at += 1;
      value += (byte & 0x7f) * shift;
      if (byte < 0x80) {
        return value;
      }
      shift *= 128;
    }
  };
  const features = new Uint32Array(rows);
  const weights = new Int8Array(rows * LABEL_COUNT);
  let last = 0;
  for (let row = 0; row < rows; row += 1) {
    last += varint();
    features[row] = last;
    for (let mask = varint(); mask !== 0; mask &= mask - 1) {
      const label = 31 - Math.clz32(mask & -mask); // the lowest that is left
      weights[row * LABEL_COUNT + label] = body[at] ?? 0;
      at += 1;
    }
  }
  const hashes = new Int32Array(words);
  const flags = new Uint16Array(words);
  last = 0;
  for (let word = 0; word < words; word += 1) {
    last += varint();
    hashes[word] = last;
    flags[word] = varint();
  }
  return {
    language,
    features,
    weights,
    transitions,
    marginUnit: body.readFloatLE(0),
    lexicon: buildLexicon(hashes, flags),
  };
}

function pushVarint(bytes: number[], number: number): void {
  let rest = number;
  while (rest >= 128) {
    bytes.push((rest % 128) + 128);
    rest = Math.floor(rest / 128);
  }
  bytes.push(rest);
}

function checksum(bytes: Uint8Array): number {
  let hash = 0x81_1c_9d_c5;
  for (let at = 0; at < bytes.length; at += 1) {
    hash = Math.imul(hash ^ (bytes[at] ?? 0), 0x01_00_01_93);
  }
  return hash >>> 0;
}
