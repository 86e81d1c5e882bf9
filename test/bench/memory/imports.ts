import { readFile } from 'node:fs/promises';
import { ImportReceipt } from '../../../shared/api/memory-import.ts';
import { startProcess } from '../../support/processes.ts';
import { startRedis } from '../../support/redis.ts';
import { goal } from './lookups.ts';
import type { SpeedMeasure } from './measure.ts';

const KEY = 'pw_bench_0123456789abcdef0123456789abcdef';
const MEGABYTE = 1024 * 1024;
const SIZES_MB = [20, 320] as const;
/** Distinct units in a file; the rest repeats them, so that Redis does not grow with it. */
const DISTINCT = 20_000;

/**
 * The memory of the API's process (its highest resident set since it began) while it imports TMX of two
 * sizes, each in a process and a Redis of its own.
 */
export const imports: SpeedMeasure = {
  name: 'imports',
  async run() {
    const [first, last] = SIZES_MB;
    const small = await importOf(first * MEGABYTE);
    const large = await importOf(last * MEGABYTE);
    const samples = 1;
    return [
      { measure: 'API process at rest', value: large.atRest, unit: 'MB', samples },
      { measure: `  while it imports TMX of ${first} MB`, value: small.highest, unit: 'MB', samples },
      goal({ measure: `  while it imports TMX of ${last} MB`, unit: 'MB', samples }, large.highest, {
        most: 150,
      }),
      { measure: '  what the import takes of it', value: large.highest - large.atRest, unit: 'MB', samples },
      { measure: '  units a second, most of them there already', value: large.rate, unit: '/s', samples },
    ];
  },
};

interface Import {
  /** Megabytes before it, and at most. */
  readonly atRest: number;
  readonly highest: number;
  readonly rate: number;
}

async function importOf(bytes: number): Promise<Import> {
  await using redis = await startRedis();
  await using api = await startProcess('services/api', {
    redisUrl: redis.url,
    env: { POLYWIRE_API_PORT: '0', POLYWIRE_BOOTSTRAP_KEY: KEY },
  });
  const atRest = await highestResidentMb(api.pid);
  const start = performance.now();
  const response = await fetch(`${api.url ?? ''}/v1/memory/import?file=generated.tmx`, {
    method: 'POST',
    body: ReadableStream.from(generateTmx(bytes)),
    duplex: 'half',
    headers: { authorization: `Bearer ${KEY}`, 'content-type': 'application/x-tmx+xml' },
  });
  const { created, merged, kept, refused } = ImportReceipt.parse(await response.json());
  const seconds = (performance.now() - start) / 1000;
  if (created !== DISTINCT || refused > 0) {
    throw new Error(
      `the import took ${created} new units and refused ${refused}; expected ${DISTINCT} and 0`,
    );
  }
  return { atRest, highest: await highestResidentMb(api.pid), rate: (created + merged + kept) / seconds };
}

/** A TMX file of at least `bytes`: sentences of 20 words with a code, a context and a date each. */
async function* generateTmx(bytes: number): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  yield encoder.encode(
    '<?xml version="1.0" encoding="UTF-8"?>\n<tmx version="1.4"><header srclang="en" creationtool="bench" segtype="sentence" datatype="html"/><body>\n',
  );
  let written = 0;
  let piece = '';
  for (let at = 0; written < bytes || at < DISTINCT; at += 1) {
    piece += unitAt(at % DISTINCT);
    if (piece.length >= 64 * 1024) {
      written += piece.length;
      yield encoder.encode(piece);
      piece = '';
    }
  }
  yield encoder.encode(`${piece}</body></tmx>\n`);
}

function unitAt(at: number): string {
  const words = Array.from({ length: 18 }, (_, word) => `w${((at + 1) * (word * 7 + 3)) % 9973}`).join(' ');
  const text = (language: string): string =>
    `<bpt i="1" x="1">&lt;b&gt;</bpt>${language}${at}<ept i="1">&lt;/b&gt;</ept> ${words}.`;
  return `<tu><prop type="x-context-pre">Before ${at}.</prop><tuv xml:lang="en"><seg>${text('en')}</seg></tuv><tuv xml:lang="es" changedate="20260113T080000Z"><seg>${text('es')}</seg></tuv></tu>\n`;
}

async function highestResidentMb(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8');
  return Number(/VmHWM:\s+(\d+) kB/u.exec(status)?.[1] ?? Number.NaN) / 1024;
}
