import { createHash } from 'node:crypto';
import { type ArticleStatus, type StageRun, stageRuns } from '../../../shared/api/article-status.ts';
import { groupBy } from '../../../shared/document/group-by.ts';

/** One failed stage run of one article. */
export interface FailedRun {
  readonly status: ArticleStatus;
  readonly run: StageRun;
  readonly code: string;
  readonly message: string;
}

/** Failures that are the same problem: one code, and messages that differ in their values alone. */
export interface FailureGroup {
  /** Stable as long as the problem is: names the group in an address. */
  readonly id: string;
  readonly code: string;
  /** The message with its values left out. */
  readonly shape: string;
  /** A message as it was written. */
  readonly sample: string;
  /** Milliseconds since the epoch. */
  readonly firstAt: number;
  readonly lastAt: number;
  readonly runs: readonly FailedRun[];
  /** The articles that are affected, each once, in the order of `runs`. */
  readonly articles: readonly ArticleStatus[];
}

/** Gathers what failed into problems, the largest first. */
export function groupFailures(statuses: Iterable<ArticleStatus>): readonly FailureGroup[] {
  const failed = [...statuses].flatMap((status) => failedRuns(status));
  const groups = groupBy(failed, ({ code, message }) => `${code} ${messageShape(message)}`);
  return [...groups]
    .map(([key, runs]) => toGroup(key, runs))
    .toSorted((a, b) => b.articles.length - a.articles.length || b.lastAt - a.lastAt);
}

/**
 * A message without what differs from one article to the next: quoted values, ids, hashes and
 * numbers.
 *
 * @example messageShape('Line 12 of "a.xml" is broken') // 'Line # of "…" is broken'
 */
export function messageShape(message: string): string {
  return message
    .replace(/"[^"]*"|“[^”]*”/gu, '"…"')
    .replace(/\ba[0-9a-z]{20}\b/gu, '…')
    .replace(/\b(?=[0-9a-f-]*\d)[0-9a-f]{8}[0-9a-f-]{4,}\b/giu, '…')
    .replace(/\d+(?:[.,]\d+)*/gu, '#')
    .replace(/\s+/gu, ' ')
    .trim();
}

function failedRuns(status: ArticleStatus): readonly FailedRun[] {
  return stageRuns(status)
    .filter(({ progress }) => progress.state === 'failed')
    .map((run) => {
      const { code = 'INTERNAL', message = '' } = run.progress.error ?? {};
      return { status, run, code, message };
    });
}

function toGroup(key: string, runs: readonly FailedRun[]): FailureGroup {
  const times = runs.map(({ run }) => run.progress.at);
  const [first] = runs;
  return {
    id: createHash('sha256').update(key).digest('hex').slice(0, 12),
    code: first?.code ?? '',
    shape: messageShape(first?.message ?? ''),
    sample: first?.message ?? '',
    firstAt: Math.min(...times),
    lastAt: Math.max(...times),
    runs,
    articles: [...new Set(runs.map(({ status }) => status))],
  };
}
