import type { Logger } from 'pino';
import type { Scope } from '../../shared/api/scopes.ts';
import type { OwnTypes } from '../../shared/document/own-types.ts';
import type { MemorySettings } from '../../shared/memory/memory-settings.ts';
import type { ActionPorts } from '../../shared/queue/article-actions.ts';
import type { QueueName } from '../../shared/queue/contract.ts';
import type { PipelineQueue } from '../../shared/queue/open-queue.ts';
import type { EntryDirectory } from '../../shared/stores/entry-directory.ts';
import type { RedisClient } from '../../shared/stores/redis.ts';
import type { BulkRetries } from './failures/bulk-retry.ts';
import type { ArticleHub } from './live/article-hub.ts';
import type { Interfaces } from './view/interface.ts';

/** Who an API key belongs to and what it may do. */
export interface KeyHolder {
  /** API key id. */
  readonly actor: string;
  readonly tenant: string;
  readonly scopes: readonly Scope[];
}

/** What the dashboard's pages are given. */
export interface DashboardDeps {
  readonly client: RedisClient;
  readonly queues: ReadonlyMap<QueueName, PipelineQueue>;
  readonly actions: ActionPorts;
  readonly bulkRetries: BulkRetries;
  /** What ships and what was imported, for choosing what a name means. */
  readonly directory: EntryDirectory;
  /** Kinds of entities that the customer declared. */
  readonly ownTypes: OwnTypes;
  /** Which translation memories there are. */
  readonly memorySettings: MemorySettings;
  readonly hub: ArticleHub;
  readonly interfaces: Interfaces;
  /** The holder of an API key; undefined for a key that is not valid. */
  readonly authenticate: (apiKey: string) => Promise<KeyHolder | undefined>;
  /** The compiled `client/live.ts`; undefined where the sources run without a build. */
  readonly clientScript: string | undefined;
  readonly now: () => number;
  readonly log: Logger;
}
