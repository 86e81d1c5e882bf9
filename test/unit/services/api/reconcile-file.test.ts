import { describe, expect, it } from 'vitest';
import { judgeSpoolEntry } from '../../../../services/api/reconcile-file.ts';
import type { VersionRecord } from '../../../../shared/stores/article-store.ts';
import { sourceOf } from '../../../support/pipeline.ts';

const source = sourceOf('a');
const entry = { source, contentHash: 'a'.repeat(64), trace: 't', submittedAt: 5 };
const running: VersionRecord = {
  articleId: source.articleId,
  externalId: 'a',
  tenant: 'default',
  version: 1,
  head: 1,
  contentHash: entry.contentHash,
  state: 'running',
  pubStatus: 'usable',
  urgency: 5,
  ordinal: 1,
  targets: [],
  run: 0,
  review: { undone: [], disabledRules: [] },
  reviews: 0,
  canceled: false,
  submittedAt: 5,
  trace: 't',
};

describe('judgeSpoolEntry', () => {
  it.each([
    ['Redis lost it', undefined, false, 'register'],
    ['its jobs are missing', running, false, 'enqueue'],
    ['it is being worked on', running, true, 'keep'],
    ['it has closed', { ...running, state: 'done', closedAt: 9 }, false, 'closed'],
    ['other content is stored', { ...running, contentHash: 'b'.repeat(64) }, true, 'conflict'],
  ] as const)('when %s', (_name, record, hasFlow, verdict) => {
    expect(judgeSpoolEntry(entry, { record, hasFlow })).toBe(verdict);
  });
});
