import type { TranslationMemory } from '../../../shared/memory/memory.ts';
import type { TranslationUnit } from '../../../shared/memory/translation-unit.ts';
import type { RedisClient } from '../../../shared/stores/redis.ts';
import type { RedisMemoryOptions } from '../../../shared/stores/redis-memory.ts';
import type { Row } from '../report.ts';

/** A filled memory and what is asked of it. */
export interface Bench {
  readonly client: RedisClient;
  /** What opens another connection, as another process has. */
  readonly redisUrl: string;
  /** As a tm-lookup worker has it, with a copy of the index. */
  readonly memory: TranslationMemory;
  readonly options: RedisMemoryOptions;
  readonly units: readonly TranslationUnit[];
  readonly queries: readonly string[];
  /** Processor microseconds of one lookup in batches, once it was measured: what peers are compared with. */
  lookupMicroseconds?: number;
}

/** One measurement of the memory's speed. */
export interface SpeedMeasure {
  /** Chosen by `npm run bench -- memory --only <name>`. */
  readonly name: string;
  readonly run: (bench: Bench) => Promise<readonly Row[]>;
}
