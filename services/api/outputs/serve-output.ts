import { createHash } from 'node:crypto';
import type { Locale } from '../../../shared/document/locale.ts';
import { isStored, type OutputFormat } from '../../../shared/document/output-format.ts';
import type { Rendition } from '../../../shared/document/rendition.ts';
import { PipelineError } from '../../../shared/errors/errors.ts';
import type { VersionRecord } from '../../../shared/stores/article-store.ts';
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
}

export interface ServedOutput extends StoredOutput {
  readonly rendition: Rendition;
}

type Ports = Pick<ApiDeps, 'client' | 'press'>;

/**
 * The bytes that a wish is served with: those that render kept where they show what may be shown, else
 * written now. Undefined until they can be had.
 *
 * @throws {PipelineError} `OUTPUT_NOT_READY` where segments do not meet the policy and nothing may
 *   stand in for them.
 */
export async function serveOutput(
  { client, press }: Ports,
  record: VersionRecord,
  { locale, format, policy, fallback }: OutputWish,
): Promise<ServedOutput | undefined> {
  const rendition = await readRendition(client, record, locale);
  if (rendition === undefined) {
    return undefined;
  }
  const unmet = rendition.segments.filter((segment) => !meetsPolicy(segment, policy));
  if (unmet.length > 0 && fallback === 'fail') {
    throw policyGap(rendition, policy, unmet.length);
  }
  // What is kept shows the source language where there is no target.
  const isKept = fallback !== 'omit' && unmet.every(({ target }) => target === undefined);
  if (isStored(format) && isKept) {
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

function policyGap({ segments, locale }: Rendition, policy: OutputPolicy, unmet: number): PipelineError {
  const met = segments.length - unmet;
  return new PipelineError(
    'OUTPUT_NOT_READY',
    `${met} of ${segments.length} segments in ${locale} meet policy "${policy}", and fallback is "fail"`,
    { details: { policy, fallback: 'fail', segments: segments.length, met } },
  );
}
