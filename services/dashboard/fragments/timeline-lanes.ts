import type { ArticleStatus, StageProgress } from '../../../shared/api/article-status.ts';
import type { StageName } from '../../../shared/queue/contract.ts';

/** One stage run on the time axis; times are milliseconds since the epoch. */
export interface LaneStep {
  readonly stage: StageName;
  readonly progress: StageProgress;
  /** When its work could have begun: its predecessor's end. */
  readonly readyAt: number;
  /** Undefined until it has run. */
  readonly startedAt?: number;
  /** Undefined while it runs. */
  readonly endedAt?: number;
}

/** The runs that follow each other for one locale, or for the article. */
export interface Lane {
  readonly locale?: string;
  readonly steps: readonly LaneStep[];
}

export interface Timeline {
  readonly from: number;
  readonly to: number;
  /** Up to when what is open waits or runs: now, or the article's end. */
  readonly until: number;
  readonly lanes: readonly Lane[];
}

/**
 * Lays an article's stage runs out on one axis: the article's own lane, then one a locale. Steps
 * that could not begin yet have no place on it and are left out. What waits in an article that has ended
 * stopped waiting then.
 */
export function timelineLanes(status: ArticleStatus, now: number): Timeline {
  const { normalize, 'tag-entities': tagEntities } = status.stages;
  const until = status.closedAt ?? now;
  const first = layStep('normalize', normalize, status.submittedAt);
  const second = followStep('tag-entities', tagEntities, first);
  const lanes: Lane[] = [{ steps: present([first, second]) }];
  for (const [locale, { 'tm-lookup': lookup, render }] of Object.entries(status.locales)) {
    const third = followStep('tm-lookup', lookup, second);
    const fourth = followStep('render', render, third);
    lanes.push({ locale, steps: present([third, fourth]) });
  }
  const ends = lanes.flatMap(({ steps }) => steps.map((step) => step.endedAt ?? until));
  return { from: status.submittedAt, to: Math.max(status.submittedAt + 1, ...ends), until, lanes };
}

function followStep(
  stage: StageName,
  progress: StageProgress,
  before: LaneStep | undefined,
): LaneStep | undefined {
  return before?.endedAt === undefined || before.progress.state !== 'done'
    ? undefined
    : layStep(stage, progress, before.endedAt);
}

function layStep(stage: StageName, progress: StageProgress, readyAt: number): LaneStep {
  const { state, at, ms = 0 } = progress;
  const step = { stage, progress, readyAt };
  switch (state) {
    case 'waiting':
      return step;
    case 'running':
      return { ...step, startedAt: Math.max(readyAt, at) };
    case 'done':
    case 'failed':
    case 'skipped':
      return { ...step, startedAt: Math.max(readyAt, at - ms), endedAt: Math.max(readyAt, at) };
  }
}

function present(steps: readonly (LaneStep | undefined)[]): readonly LaneStep[] {
  return steps.filter((step) => step !== undefined);
}
