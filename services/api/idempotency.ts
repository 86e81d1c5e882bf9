import { createHash } from 'node:crypto';
import { z } from 'zod';
import { PipelineError } from '../../shared/errors/errors.ts';
import { keys } from '../../shared/stores/keys.ts';
import type { RedisClient } from '../../shared/stores/redis.ts';

/** What was answered to the first request with a key. */
export interface Answer {
  readonly status: number;
  readonly body: unknown;
}

/** One request with an `Idempotency-Key`. */
export interface KeyedRequest {
  readonly tenant: string;
  readonly key: string;
  /** What the key stands for: the same key with another body is a mistake of the client. */
  readonly body: unknown;
}

const Entry = z.object({
  /** SHA-256 of the request's body, hex. */
  fingerprint: z.string(),
  /** Absent while the first request is running. */
  answer: z.object({ status: z.int(), body: z.unknown() }).optional(),
});

/** How long an answer is kept. */
const KEPT_SECONDS = 24 * 3600;
/** How long a request that was cut off blocks its key. */
const RUNNING_SECONDS = 60;

/**
 * Answers a request once per key: the first runs, the same again within 24 hours is given its
 * answer. A request that fails frees its key, so that it can be sent again.
 *
 * @throws {PipelineError} `IDEMPOTENCY_CONFLICT` for another body, `IDEMPOTENCY_RUNNING` while the
 *   first has no answer yet.
 */
export async function answerOnce(
  client: RedisClient,
  request: KeyedRequest,
  run: () => Promise<Answer>,
): Promise<Answer & { readonly replayed: boolean }> {
  const name = keys.idempotency(request.tenant, request.key);
  const fingerprint = createHash('sha256').update(JSON.stringify(request.body)).digest('hex');
  const claim = JSON.stringify({ fingerprint });
  const claimed = await client.set(name, claim, 'EX', RUNNING_SECONDS, 'NX');
  if (claimed === null) {
    return { ...replay(await client.get(name), fingerprint, request.key), replayed: true };
  }
  try {
    const answer = await run();
    await client.set(name, JSON.stringify({ fingerprint, answer }), 'EX', KEPT_SECONDS);
    return { ...answer, replayed: false };
  } catch (error) {
    await client.del(name).catch(() => undefined); // expires by itself; the first error is the one to tell
    throw error;
  }
}

function replay(text: string | null, fingerprint: string, key: string): Answer {
  const entry = text === null ? undefined : Entry.parse(JSON.parse(text));
  if (entry !== undefined && entry.fingerprint !== fingerprint) {
    throw new PipelineError(
      'IDEMPOTENCY_CONFLICT',
      `Idempotency-Key "${key}" was used for a request with another body; expected a new key`,
    );
  }
  if (entry?.answer === undefined) {
    throw new PipelineError(
      'IDEMPOTENCY_RUNNING',
      `The first request with Idempotency-Key "${key}" has no answer yet; try again`,
      { details: { retryAfterSeconds: 1 } },
    );
  }
  return { status: entry.answer.status, body: entry.answer.body };
}
