import type { ArticleId } from '../document/article.ts';
import type { GazetteerList } from '../document/gazetteer-entry.ts';
import { KEY_PREFIX, type QueueName } from '../queue/contract.ts';

/**
 * Every Redis key outside BullMQ's own and the translation memory's. All carry the pipeline's hash
 * tag, so that one script or transaction may touch several of them on a Cluster.
 *
 * | key | type | holds | grows with | lives |
 * |---|---|---|---|---|
 * | `article` | hash | externalId, tenant, head version, pubStatus, embargo | articles | until retention |
 * | `version` | hash | content hash, state, times, targets, run, headline, what people decided ... | versions | until retention |
 * | `source` | string | packed `SourceArticle` | versions | until retention |
 * | `progress` | hash | `<stage>[.<locale>]` -> where that stage stands | stages x locales | with its version |
 * | `results` | hash | `<stage>[.<locale>]` -> packed stage result; `out.<locale>.<format>` -> packed bytes; `before.<field>` of a review's last run while the next is under way | stages x locales | with its version |
 * | `articles` | sorted set | article ids by time of last change | articles | until retention |
 * | `open` | set | `<articleId>:<version>` of what is not closed | work in hand | until closed |
 * | `ordinal` | hash | tenant -> articles it has waiting, for fairness | tenants | while they wait |
 * | `changes` | stream | change feed; the stream id is the cursor | events | capped, about 100,000 |
 * | `gazetteer` | hash | entry id -> packed `GazetteerEntry` of one imported list | imported entries | until removed |
 * | `gazetteerVersion` | string | counts the changes of the imported lists; workers load them anew when it moves | - | for good |
 * | `glossary` | hash | term id -> `Term` as JSON, of one pair of languages of a tenant | terms | until removed |
 * | `glossaryPairs` | set | `<source locale>:<locale>` of a tenant's glossaries | pairs | until removed |
 * | `glossaryVersion` | string | counts the changes of a tenant's glossaries; workers read them anew when it moves | tenants | for good |
 * | `import` | hash | `ledger` of one import as JSON, `runner` that may write it | imports | 30 days |
 * | `importRefusals` | list | the first 1,000 units that an import did not take, as JSON | refused units | 30 days |
 * | `importOf` | string | id of the unfinished import of a content | unfinished imports | until it is done, at most 30 days |
 * | `imports` | sorted set | import ids by their beginning | imports | the newest 1,000 of a tenant |
 * | `maintenance` | hash | `run` of one look through the memories as JSON, `runner` that may write it, `n:<kind>:<locale>` findings of each list | runs | 30 days |
 * | `findings` | hash | finding id -> `FindingRecord` of one run as JSON, at most 50,000 | findings | 30 days |
 * | `findingList` | sorted set | `<kind>:<locale>:<place in the memory>:<finding id>`, all of score 0 | findings | 30 days |
 * | `decisions` | hash | finding id -> what was decided about it in one run, as JSON | decisions | 30 days |
 * | `leftAlone` | hash | finding id -> who left it alone and when; later runs do not list it | decisions | until taken back |
 * | `maintenances` | sorted set | run ids by their beginning | runs | the newest 1,000 of a tenant |
 * | `audit` | stream | who did what from a door for people | actions | capped, about 100,000 |
 * | `keys` | hash | API key id -> hashed secret, scopes, tenant | API keys | until revoked |
 * | `idempotency` | string | answer to a request with an `Idempotency-Key` | requests with a key | 24 h |
 * | `session` | string | who is signed in to the dashboard, under the hash of the session's id | sessions | 12 h |
 * | `logins` | string | refused logins of an address | addresses | 1 min |
 * | `workerMetrics` | string | a worker's metrics as JSON | processes | 15 s, renewed |
 * | `heartbeats` | sorted set | processes of a role by their last sign of life | processes | dropped after 15 s |
 */
export const keys = {
  article: (id: ArticleId) => `${KEY_PREFIX}:article:${id}`,
  version: (id: ArticleId, version: number) => `${KEY_PREFIX}:version:${id}:${version}`,
  source: (id: ArticleId, version: number) => `${KEY_PREFIX}:source:${id}:${version}`,
  progress: (id: ArticleId, version: number) => `${KEY_PREFIX}:progress:${id}:${version}`,
  results: (id: ArticleId, version: number) => `${KEY_PREFIX}:results:${id}:${version}`,
  articles: () => `${KEY_PREFIX}:articles`,
  open: () => `${KEY_PREFIX}:open`,
  ordinal: () => `${KEY_PREFIX}:ordinal`,
  changes: () => `${KEY_PREFIX}:changes`,
  gazetteer: (list: GazetteerList) => `${KEY_PREFIX}:gazetteer:${list}`,
  gazetteerVersion: () => `${KEY_PREFIX}:gazetteer-version`,
  glossary: (tenant: string, pair: string) => `${KEY_PREFIX}:glossary:${tenant}:${pair}`,
  glossaryPairs: (tenant: string) => `${KEY_PREFIX}:glossary-pairs:${tenant}`,
  glossaryVersion: (tenant: string) => `${KEY_PREFIX}:glossary-version:${tenant}`,
  import: (tenant: string, id: string) => `${KEY_PREFIX}:import:${tenant}:${id}`,
  importRefusals: (tenant: string, id: string) => `${KEY_PREFIX}:import-refusals:${tenant}:${id}`,
  importOf: (tenant: string, content: string) => `${KEY_PREFIX}:import-of:${tenant}:${content}`,
  imports: (tenant: string) => `${KEY_PREFIX}:imports:${tenant}`,
  maintenance: (tenant: string, id: string) => `${KEY_PREFIX}:maintenance:${tenant}:${id}`,
  findings: (tenant: string, id: string) => `${KEY_PREFIX}:findings:${tenant}:${id}`,
  findingList: (tenant: string, id: string) => `${KEY_PREFIX}:finding-list:${tenant}:${id}`,
  decisions: (tenant: string, id: string) => `${KEY_PREFIX}:decisions:${tenant}:${id}`,
  leftAlone: (tenant: string) => `${KEY_PREFIX}:left-alone:${tenant}`,
  maintenances: (tenant: string) => `${KEY_PREFIX}:maintenances:${tenant}`,
  audit: () => `${KEY_PREFIX}:audit`,
  apiKeys: () => `${KEY_PREFIX}:keys`,
  idempotency: (tenant: string, key: string) => `${KEY_PREFIX}:idempotency:${tenant}:${key}`,
  session: (idHash: string) => `${KEY_PREFIX}:session:${idHash}`,
  logins: (addressHash: string) => `${KEY_PREFIX}:logins:${addressHash}`,
  workerMetrics: (member: string) => `${KEY_PREFIX}:metrics:${member}`,
  heartbeats: (role: QueueName) => `${KEY_PREFIX}:heartbeats:${role}`,
} as const;

/** Pub/sub channels: hints that something changed, never the truth. */
export const channels = {
  /** `<articleId> <version>` after each change of progress. */
  progress: `${KEY_PREFIX}:progress`,
  /** `<articleId> <version>` when its running stages should stop. */
  cancel: `${KEY_PREFIX}:cancel`,
} as const;
