import { createHash } from 'node:crypto';
import type { Locale } from '../../../shared/document/locale.ts';
import { isStored, type OutputFormat } from '../../../shared/document/output-format.ts';
import type { Rendition } from '../../../shared/document/rendition.ts';
import { PipelineError } from '../../../shared/errors/errors.ts';
import type { VersionRecord } from '../../../shared/stores/article-store.ts';
import { readOlderRendition } from '../../../shared/stores/older-rendition.ts';
import {
  readFindings,
  readMatches,
  readOutput,
  readRendition,
  type StoredOutput,
} from '../../../shared/stores/output-store.ts';
import type { ApiDeps } from '../api.ts';
import { meetsPolicy, type OutputFallback, type OutputPolicy } from './policy.ts';

/** What a reader asks for. */
export interface OutputWish {
  readonly locale: Locale;
  readonly format: OutputFormat;
  readonly policy: OutputPolicy;
  readonly fallback: OutputFallback;
  /** Whether each target says where it came from, in HTML. */
  readonly showOrigins?: boolean;
}

export interface ServedOutput extends StoredOutput {
  readonly rendition: Rendition;
}

type Ports = Pick<ApiDeps, 'client' | 'press'>;

/**
 * The bytes that a wish is served with: those that render kept where they show what may be shown, else
 * written now; of an older version where the wish allows that and this one is not ready. Undefined until
 * they can be had.
 *
 * @throws {PipelineError} `OUTPUT_NOT_READY` where segments do not meet the policy and nothing may
 *   stand in for them.
 */
export async function serveOutput(
  ports: Ports,
  record: VersionRecord,
  wish: OutputWish,
): Promise<ServedOutput | undefined> {
  const { locale, policy, fallback } = wish;
  const rendition = await readRendition(ports.client, record, locale);
  const unmet = rendition?.segments.filter((segment) => !meetsPolicy(segment, policy)) ?? [];
  if (fallback === 'last-approved' && (rendition === undefined || unmet.length > 0)) {
    const older = await readOlderRendition(ports.client, record, { locale, accepts: isApproved });
    if (older !== undefined) {
      return writeOutput(ports, { ...older, wish: { ...wish, policy: 'approved' }, isWhole: true });
    }
  }
  if (rendition === undefined) {
    return undefined;
  }
  if (unmet.length > 0 && (fallback === 'fail' || fallback === 'last-approved')) {
    throw policyGap(rendition, wish, unmet.length);
  }
  // What is kept shows the source language where there is no target.
  const isWhole = fallback !== 'omit' && unmet.every(({ target }) => target === undefined);
  return writeOutput(ports, { record, rendition, wish, isWhole });
}

function isApproved({ segments }: Rendition): boolean {
  return segments.every((segment) => meetsPolicy(segment, 'approved'));
}

interface Writing {
  readonly record: VersionRecord;
  readonly rendition: Rendition;
  readonly wish: OutputWish;
  /** Whether the bytes that render kept show no more and no less than is wanted. */
  readonly isWhole: boolean;
}

async function writeOutput(
  { client, press }: Ports,
  { record, rendition, wish, isWhole }: Writing,
): Promise<ServedOutput | undefined> {
  const { locale, format, policy, fallback, showOrigins = false } = wish;
  if (isStored(format) && isWhole && !showOrigins) {
    const output = await readOutput(client, record, locale, format);
    return output && { ...output, rendition };
  }
  const [findings, matches] = await Promise.all([
    readFindings(client, record),
    readMatches(client, record, locale),
  ]);
  const { document, entities } = findings;
  if (document === undefined || entities === undefined || !belongsTo(rendition, document)) {
    return undefined; // between two runs of a review
  }
  const pressed = await press({
    document,
    overlay: entities,
    rendition,
    matches,
    targets: record.targets,
    format,
    isServed: (state) => meetsPolicy(state, policy),
    fallback: fallback === 'omit' ? 'omit' : 'source',
    showOrigins,
  });
  return { ...pressed, hash: createHash('sha256').update(pressed.body).digest('hex') };
}

/** Whether a rendition is of this reading of the document: the same segments, in order. */
function belongsTo(
  { segments }: Rendition,
  document: { readonly segments: readonly { id: string }[] },
): boolean {
  return (
    segments.length === document.segments.length &&
    segments.every(({ segmentId }, index) => document.segments[index]?.id === segmentId)
  );
}

function policyGap(
  { segments, locale }: Rendition,
  { policy, fallback }: OutputWish,
  unmet: number,
): PipelineError {
  const met = segments.length - unmet;
  const none = fallback === 'fail' ? '' : ', and no older version is approved in every segment';
  return new PipelineError(
    'OUTPUT_NOT_READY',
    `${met} of ${segments.length} segments in ${locale} meet policy "${policy}", and fallback is "${fallback}"${none}`,
    { details: { policy, fallback, segments: segments.length, met } },
  );
}
