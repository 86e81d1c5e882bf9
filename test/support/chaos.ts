import { createHash } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { SourceArticle } from '../../shared/document/article.ts';
import { Locale } from '../../shared/document/locale.ts';
import { STORED_FORMATS } from '../../shared/document/output-format.ts';
import { QUEUE_NAMES } from '../../shared/queue/contract.ts';
import { openQueue } from '../../shared/queue/open-queue.ts';
import { readChanges } from '../../shared/stores/change-feed.ts';
import { readOutput } from '../../shared/stores/output-store.ts';
import { type Door, sourceOf } from './pipeline.ts';
import { type ServiceProcess, startProcess } from './processes.ts';

export const CHAOS_LOCALES = ['es', 'fr', 'ar', 'ru', 'ja'].map((tag) => Locale.parse(tag));

/** Articles that differ in text, length and defects; `seed` keeps two runs alike. */
export function chaosArticles(count: number): readonly SourceArticle[] {
  return Array.from({ length: count }, (_, index) =>
    sourceOf(`chaos-${index}`, {
      content: chaosText(index),
      targetLocales: CHAOS_LOCALES,
      meta: { publishedAt: '2026-04-15' },
    }),
  );
}

function chaosText(index: number): string {
  const paragraphs = Array.from(
    { length: 2 + (index % 5) },
    (_, at) =>
      `On april ${1 + ((index + at) % 28)} the kenyan port authority counted **${100 + index * 7 + at} containers** in Mombasa. ` +
      `Minister Miriam Kiplora called the figure "better than expected." Paragraph ${at} of report ${index} ends here.`,
  );
  return [`# Port report ${index}`, ...paragraphs, `by Lena Hartwell (Reuters)`].join('\n\n');
}

/** Environment in which a lost worker is noticed within three seconds. */
export const CHAOS_ENV = {
  POLYWIRE_LOCK_MS: '2000',
  POLYWIRE_STALLED_MS: '1000',
  POLYWIRE_LOG_LEVEL: 'error',
};

const ENTRIES = QUEUE_NAMES.map((name) => `workers/${name}`);

/** The five worker processes, of which any can be killed and started again. */
export class WorkerFleet implements AsyncDisposable {
  readonly #redisUrl: string;
  readonly #processes = new Map<string, ServiceProcess>();
  kills = 0;

  private constructor(redisUrl: string) {
    this.#redisUrl = redisUrl;
  }

  static async start(redisUrl: string): Promise<WorkerFleet> {
    const fleet = new WorkerFleet(redisUrl);
    await Promise.all(ENTRIES.map(async (entry) => fleet.#start(entry)));
    return fleet;
  }

  /** Kills two different workers at once, without warning, and starts others in their place. */
  async killTwo(random: () => number): Promise<void> {
    const at = Math.floor(random() * ENTRIES.length);
    const other = at + 1 + Math.floor(random() * (ENTRIES.length - 1));
    await Promise.all([at, other].map(async (index) => this.#kill(ENTRIES[index % ENTRIES.length] ?? '')));
  }

  async #kill(entry: string): Promise<void> {
    const victim = this.#processes.get(entry);
    await victim?.kill('SIGKILL');
    await victim?.[Symbol.asyncDispose]();
    this.kills += 1;
    await this.#start(entry);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await Promise.all([...this.#processes.values()].map(async (process) => process[Symbol.asyncDispose]()));
  }

  async #start(entry: string): Promise<void> {
    this.#processes.set(entry, await startProcess(entry, { redisUrl: this.#redisUrl, env: CHAOS_ENV }));
  }
}

/** Waits until every article is closed; answers the states they ended in, counted. */
export async function settleAll(
  door: Door,
  articles: readonly SourceArticle[],
  timeoutMs: number,
): Promise<Readonly<Record<string, number>>> {
  const deadline = performance.now() + timeoutMs;
  const counts: Record<string, number> = {};
  for (const article of articles) {
    const status = await door.settled(article, Math.max(1, deadline - performance.now()));
    counts[status.state] = (counts[status.state] ?? 0) + 1;
    if (status.state !== 'done') {
      process.stdout.write(`not done: ${JSON.stringify(status)}\n`);
    }
  }
  return counts;
}

/** Hash of every output: `<article>/<locale>.<format>` -> SHA-256 of its bytes. */
export async function outputHashes(
  door: Door,
  articles: readonly SourceArticle[],
): Promise<ReadonlyMap<string, string>> {
  const hashes = new Map<string, string>();
  for (const article of articles) {
    for (const locale of article.targetLocales) {
      for (const format of STORED_FORMATS) {
        const output = await readOutput(door.client, article, locale, format);
        const hash =
          output === undefined ? 'missing' : createHash('sha256').update(output.body).digest('hex');
        hashes.set(`${article.externalId}/${locale}.${format}`, hash);
      }
    }
  }
  return hashes;
}

/** What the feed announced, counted: each output and each end must stand in it once. */
export async function feedCounts(door: Door): Promise<ReadonlyMap<string, number>> {
  const counts = new Map<string, number>();
  for (const { type, articleId, locale } of await readChanges(door.client, { limit: 100_000 })) {
    const key = `${type} ${articleId} ${locale ?? ''}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}

/** Jobs that are neither completed nor failed, per queue; empty when nothing is stuck. */
export async function unfinishedJobs(door: Door): Promise<Readonly<Record<string, number>>> {
  await sleep(50); // the last job is moved to completed just after its article was closed
  const left: Record<string, number> = {};
  for (const name of QUEUE_NAMES) {
    const queue = openQueue(name, door.client);
    const counts = await queue.getJobCounts(
      'waiting',
      'active',
      'delayed',
      'prioritized',
      'waiting-children',
      'failed',
    );
    const total = Object.values(counts).reduce((sum, count) => sum + count, 0);
    if (total > 0) {
      left[name] = total;
    }
    await queue.close();
  }
  return left;
}

/** A repeatable stream of numbers in [0, 1). */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
