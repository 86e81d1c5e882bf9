import type { SubmissionReceipt } from '../../../shared/api/submission.ts';
import type { PubStatus, SourceArticle } from '../../../shared/document/article.ts';
import { placeAgain } from '../../../shared/document/fix-place.ts';
import { isSameReview, NO_REVIEW, type SourceReview } from '../../../shared/document/source-review.ts';
import { publishArticle } from '../../../shared/queue/article-actions.ts';
import { contentHashOf } from '../../../shared/stores/article-identity.ts';
import { setPubStatus } from '../../../shared/stores/article-lifecycle.ts';
import { payloadOf, type VersionRecord } from '../../../shared/stores/article-store.ts';
import { readFindings } from '../../../shared/stores/output-store.ts';
import { type Registration, registerVersion } from '../../../shared/stores/register-version.ts';
import { type KillPorts, killArticle } from '../kill-article.ts';
import type { Pressure } from '../pressure.ts';
import type { Spool, SpoolEntry, SpoolHold } from '../spool.ts';
import { conflict, killed, type Recognition, recognizeVersion, stale } from './recognize-version.ts';
import { type Submission, toSourceArticle } from './to-source-article.ts';

export interface SubmissionPorts extends KillPorts {
  readonly spool: Spool;
  readonly pressure: Pressure;
}

/**
 * Takes in a submission. `accepted` is answered only once the submission is on the disk, registered
 * and queued; sending the same again is always safe, also after an error.
 *
 * @throws {PipelineError} `LOCALE_UNKNOWN`, `SOURCE_TOO_LARGE`, `VERSION_CONFLICT`, `STALE_VERSION`,
 *   `ARTICLE_KILLED`, `OVERLOADED`, `UNAVAILABLE`.
 */
export async function submitArticle(
  ports: SubmissionPorts,
  submission: Submission,
  trace: string,
): Promise<SubmissionReceipt> {
  const drafted = toSourceArticle(submission);
  const contentHash = contentHashOf(drafted);
  const known = await recognizeVersion(ports.client, drafted, contentHash);
  const source = {
    ...drafted,
    ...(await keptReview(ports.client, known)),
    pubStatus: submission.pubStatus ?? keptStatus(known),
  };
  if (known.head !== undefined && source.pubStatus === 'canceled') {
    return kill(ports, source, known.head);
  }
  if (known.same !== undefined) {
    await applyPubStatus(ports, known, submission.pubStatus);
    return receiptOf(source, 'unchanged');
  }
  await ports.pressure.check();
  const entry: SpoolEntry = { source, contentHash, trace, submittedAt: ports.now() };
  const hold = await ports.spool.write(entry);
  try {
    const { outcome, ordinal } = await register(ports, entry, hold);
    if (outcome === 'accepted') {
      const payload = payloadOf({ ...source, contentHash, trace, ordinal, run: 0 });
      await ports.submitter.submit(payload, [{ stage: 'normalize' }]);
      await announcePubStatus(ports, known, source);
    }
    return receiptOf(source, outcome);
  } finally {
    hold.release();
  }
}

/** The status of a version that states none: what people withheld stays withheld. */
function keptStatus({ head }: Recognition): PubStatus {
  return head?.pubStatus === 'withheld' ? 'withheld' : 'usable';
}

/**
 * What people decided about the version before, as far as it still meant something there: nobody
 * should have to take the same repair back, or to correct the same name, at each update.
 */
async function keptReview(
  client: SubmissionPorts['client'],
  { head }: Recognition,
): Promise<{ readonly review?: SourceReview }> {
  if (head === undefined || isSameReview(head.review, NO_REVIEW)) {
    return {};
  }
  const { document, entities } = await readFindings(client, head);
  const { undone, fixes = [], ...others } = head.review;
  const matched = new Set(document?.overlays.undone?.map(({ key }) => key));
  const lost = new Set(entities?.fixes?.filter(({ places }) => places.length === 0).map(({ key }) => key));
  const keptFixes = fixes
    .filter(({ key }) => !lost.has(key))
    .map((fix) => ({ ...fix, place: placeAgain(document?.segments ?? [], fix.place) }));
  return {
    review: {
      ...others,
      undone: document === undefined ? undone : undone.filter((key) => matched.has(key)),
      ...(keptFixes.length === 0 ? {} : { fixes: keptFixes }),
    },
  };
}

/** A kill is about the article, not about a version: it registers and queues nothing. */
async function kill(
  ports: SubmissionPorts,
  source: SourceArticle,
  head: VersionRecord,
): Promise<SubmissionReceipt> {
  await killArticle(ports, head);
  return receiptOf(source, head.pubStatus === 'canceled' ? 'unchanged' : 'accepted');
}

/** Content that is here may still be withheld or released; an older version's word no longer counts. */
async function applyPubStatus(
  ports: SubmissionPorts,
  { head, same }: Recognition,
  stated: PubStatus | undefined,
): Promise<void> {
  if (stated !== undefined && head !== undefined && same?.version === head.version) {
    await publishArticle(ports, head, stated);
  }
}

async function register(
  ports: SubmissionPorts,
  { source, contentHash, submittedAt, trace }: SpoolEntry,
  hold: SpoolHold,
): Promise<{ readonly outcome: SubmissionReceipt['outcome']; readonly ordinal: number }> {
  const registration = await registerVersion(ports.client, source, { contentHash, now: submittedAt, trace });
  const { outcome, ordinal } = registration;
  if (outcome === 'accepted' || outcome === 'unchanged') {
    return { outcome, ordinal };
  }
  await hold.discard();
  throw await refusal(ports, source, registration);
}

async function refusal(
  { client }: SubmissionPorts,
  source: SourceArticle,
  { outcome, head }: Registration,
): Promise<Error> {
  switch (outcome) {
    case 'conflict':
      return conflict(client, source);
    case 'stale':
      return stale(source, head);
    case 'killed':
      return killed(source);
    case 'accepted':
    case 'unchanged':
      throw new Error(`"${outcome}" is not a refusal`);
  }
}

/** Registering sets the article's status; those who follow the feed are told when it changed. */
async function announcePubStatus(
  ports: SubmissionPorts,
  { head }: Recognition,
  { pubStatus, version }: SourceArticle,
): Promise<void> {
  if (head !== undefined && head.pubStatus !== pubStatus) {
    await setPubStatus(ports.client, { ...head, version }, { pubStatus, now: ports.now() });
  }
}

function receiptOf(
  { articleId, externalId, version, targetLocales }: SourceArticle,
  outcome: SubmissionReceipt['outcome'],
): SubmissionReceipt {
  const path = `/v1/articles/${encodeURIComponent(externalId)}`;
  return {
    articleId,
    externalId,
    version,
    outcome,
    targetLocales,
    links: { status: path, events: `${path}/events` },
  };
}
