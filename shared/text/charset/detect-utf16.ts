import { type Charset, charsetOf } from './charset.ts';

const SAMPLE_BYTES = 16 * 1024;
/** Share of a sample's units that must be characters of living scripts. */
const MIN_SHARE = 0.9;
/** Lead of one byte order over the other. */
const MIN_LEAD = 0.05;
/** Control bytes among the bytes of text that is no valid UTF-8; 8-bit charsets have none. */
const MIN_CONTROLS = 0.01;
/** Of every second byte, where all bytes are valid UTF-8 too: ASCII, Hindi, Cyrillic. */
const MIN_CONTROLS_OF_HALF = 0.6;

/** First and last code unit of what articles are written in. */
const LIVING: readonly (readonly [number, number])[] = [
  [0x0009, 0x000d],
  [0x0020, 0x007e],
  [0x00a0, 0x0250],
  [0x02b0, 0x07ff],
  [0x0900, 0x109f],
  [0x10a0, 0x139f],
  [0x1780, 0x17ff],
  [0x1e00, 0x206f],
  [0x20a0, 0x214f],
  [0x2190, 0x21ff],
  [0x2500, 0x27bf],
  [0x3000, 0x30ff],
  [0x4e00, 0x9fff],
  [0xac00, 0xd7a3],
  [0xd800, 0xdfff],
  [0xff00, 0xffef],
];

/**
 * UTF-16 without a byte order mark, in any script: half of its bytes are high halves of code units,
 * which for most scripts are control bytes, and one byte order gives characters of living scripts.
 * `isUtf8`: whether the bytes are valid UTF-8 as well.
 */
export function detectUtf16(bytes: Uint8Array, isUtf8: boolean): Charset | undefined {
  const sample = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, SAMPLE_BYTES));
  if (sample.length < 4 || !hasControls(sample, isUtf8)) {
    return undefined;
  }
  const little = plausibility(sample, (at) => sample.readUInt16LE(at));
  const big = plausibility(sample, (at) => sample.readUInt16BE(at));
  if (Math.max(little, big) < MIN_SHARE || Math.abs(little - big) < MIN_LEAD) {
    return undefined;
  }
  return charsetOf(little > big ? 'utf-16le' : 'utf-16be');
}

function hasControls(sample: Buffer, isUtf8: boolean): boolean {
  const counts = [0, 0];
  let tabs = 0;
  for (const [index, byte] of sample.entries()) {
    const isControl = byte < 0x20 && byte !== 0x0a && byte !== 0x0d && byte !== 0x0c && byte !== 0x1b;
    counts[index % 2] = (counts[index % 2] ?? 0) + (isControl ? 1 : 0);
    tabs += byte === 0x09 ? 1 : 0;
  }
  const half = sample.length / 2;
  const all = (counts[0] ?? 0) + (counts[1] ?? 0);
  return (
    Math.max(...counts) >= half * MIN_CONTROLS_OF_HALF ||
    (!isUtf8 && all - tabs > sample.length * MIN_CONTROLS)
  );
}

/** Share of living units, less those with an empty low byte, which are letters read the wrong way round. */
function plausibility(sample: Buffer, unitAt: (at: number) => number): number {
  const units = Math.floor(sample.length / 2);
  let score = 0;
  for (let at = 0; at < units * 2; at += 2) {
    const unit = unitAt(at);
    if (unit > 0xff && unit % 0x100 === 0) {
      score -= 1;
    } else if (LIVING.some(([first, last]) => unit >= first && unit <= last)) {
      score += 1;
    }
  }
  return score / units;
}
