import { fileURLToPath } from 'node:url';
import { buildSources } from '../../services/launcher/bootstrap/build-sources.mjs';
import { ensureRedisBinary } from '../../services/launcher/install-redis.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/**
 * Brings what the tests on real processes need: a Redis server program, found or installed as the
 * launcher does it, and an up-to-date build. A build with findings still runs: the tests say what of
 * it matters.
 */
export async function setup(): Promise<void> {
  const binary = await ensureRedisBinary({
    path: process.env['PATH'] ?? '',
    server: process.env['POLYWIRE_REDIS_SERVER'],
    isRoot: process.getuid?.() === 0,
    say,
  });
  process.env['POLYWIRE_REDIS_SERVER'] = binary.path;
  try {
    await buildSources(ROOT, say);
  } catch (error) {
    say(error instanceof Error ? error.message : String(error));
  }
}

function say(text: string): void {
  process.stderr.write(`${text}\n`);
}
