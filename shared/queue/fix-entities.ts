import type { EntityFix } from '../document/entity-fix.ts';
import type { GazetteerEntry } from '../document/gazetteer-entry.ts';
import type { OwnTypes } from '../document/own-types.ts';
import { isSameReview, MOST_FIXES, type SourceReview } from '../document/source-review.ts';
import { PipelineError } from '../errors/errors.ts';
import type { VersionRecord } from '../stores/article-store.ts';
import { createGazetteerStore } from '../stores/gazetteer-store.ts';
import { readFindings } from '../stores/output-store.ts';
import type { ActionPorts } from './article-actions.ts';
import { checkEntityChange, type EntityChange } from './check-entity-change.ts';
import { draftFixes } from './draft-fixes.ts';
import { makeAgain, notReviewable, queueAgain, requireCurrent } from './make-again.ts';

export interface FixPorts extends ActionPorts {
  /** What the gazetteers know of an id. */
  readonly findEntry: (id: string) => Promise<GazetteerEntry | undefined>;
  /** Kinds that the customer declared. */
  readonly ownTypes: OwnTypes;
}

/** What became of a change. */
export interface FixOutcome {
  /** Whether there was anything to do. */
  readonly isChanged: boolean;
  /** Ids that were put on an imported list. */
  readonly remembered: readonly string[];
}

/**
 * Corrects what a version names: types, links and boundaries of mentions, mentions that are missing or
 * none. Has everything made anew from `tag-entities` on; outputs are served as they were until the new
 * ones are there. Names to remember are put on the imported lists first. Asking twice is safe.
 *
 * @throws {PipelineError} `STALE_VERSION`, `ARTICLE_KILLED`, `NOT_REVIEWABLE` while it runs or when
 *   someone else was first, `REQUEST_INVALID` with a pointer to each member that does not fit.
 */
export async function fixEntities(
  ports: FixPorts,
  record: VersionRecord,
  change: EntityChange,
): Promise<FixOutcome> {
  requireCurrent(record);
  const { document, entities } = await readFindings(ports.client, record);
  if (document === undefined || entities === undefined) {
    throw notReviewable(record, 'has no entities yet: it is not tagged');
  }
  const known = record.review.fixes ?? [];
  checkEntityChange({ document, fixes: known, ownTypes: ports.ownTypes }, change);
  const drafts = await draftFixes({ document, entities, findEntry: ports.findEntry }, change);
  const review = withFixes(record.review, drafts.apply(known));
  if (isSameReview(review, record.review)) {
    await queueAgain(ports, record);
    return { isChanged: false, remembered: [] };
  }
  if (record.state === 'running') {
    throw notReviewable(record, 'is being processed: wait for its end');
  }
  const store = createGazetteerStore(ports.client);
  for (const { list, entry } of drafts.remember) {
    await store.add(list, [entry]);
  }
  await makeAgain(ports, record, { review, from: 'tag-entities' });
  return { isChanged: true, remembered: drafts.remember.map(({ entry }) => entry.id) };
}

/** What was asked for, for the audit log: `2 set, 1 removed; remembered: Q90`. */
export function describeEntityChange(
  { set = [], remove = [], takeBack = [] }: EntityChange,
  remembered: readonly string[],
): string {
  return [
    set.length > 0 ? `${set.length} set` : '',
    remove.length > 0 ? `${remove.length} removed` : '',
    takeBack.length > 0 ? `${takeBack.length} taken back` : '',
    remembered.length > 0 ? `remembered: ${remembered.join(', ')}` : '',
  ]
    .filter((part) => part !== '')
    .join('; ');
}

function withFixes({ fixes: _before, ...review }: SourceReview, fixes: readonly EntityFix[]): SourceReview {
  if (fixes.length > MOST_FIXES) {
    throw new PipelineError(
      'REQUEST_INVALID',
      `The article would have ${fixes.length} fixes; at most ${MOST_FIXES} are kept`,
    );
  }
  return fixes.length === 0 ? review : { ...review, fixes };
}
