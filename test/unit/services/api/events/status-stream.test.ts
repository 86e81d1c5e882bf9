import type { Readable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { openStatusStream } from '../../../../../services/api/events/status-stream.ts';
import type { ArticleStatus } from '../../../../../shared/api/article-status.ts';

function statusOf(run: number, state: ArticleStatus['state'] = 'running'): ArticleStatus {
  const waiting = { state: 'waiting', at: 0 } as const;
  return {
    articleId: 'a',
    externalId: 'a',
    version: 1,
    tenant: 't',
    state,
    pubStatus: 'usable',
    urgency: 5,
    submittedAt: 0,
    run,
    stages: { normalize: waiting, 'tag-entities': waiting },
    locales: {},
  };
}

/** An article whose status a test sets, and a stream of it. */
function follow(options: { coalesceMs: number; heartbeatMs: number }) {
  let status: ArticleStatus | undefined = statusOf(0);
  let reads = 0;
  const watchers = new Set<() => void>();
  const stopping = new AbortController();
  const stream = openStatusStream(
    {
      read: async () => {
        reads += 1;
        return status;
      },
      watch: (onChange) => {
        watchers.add(onChange);
        return () => watchers.delete(onChange);
      },
      stopping: stopping.signal,
    },
    statusOf(0),
    options,
  );
  return {
    stream,
    watchers,
    stop: () => stopping.abort(),
    reads: () => reads,
    change: (next: ArticleStatus | undefined) => {
      status = next;
      for (const watcher of watchers) {
        watcher();
      }
    },
  };
}

async function textOf(stream: Readable): Promise<string> {
  let text = '';
  for await (const chunk of stream) {
    text += String(chunk);
  }
  return text;
}

function eventsOf(text: string): string[] {
  return Array.from(text.matchAll(/^event: (\w+)$/gmu), ([, name]) => name ?? '');
}

describe('openStatusStream', () => {
  it('makes one event of changes that come together, and none of no change', async () => {
    const article = follow({ coalesceMs: 10, heartbeatMs: 10_000 });
    const text = textOf(article.stream);
    for (let run = 1; run <= 20; run += 1) {
      article.change(statusOf(run));
    }
    await sleep(40);
    article.change(statusOf(20));
    await sleep(40);
    expect(article.reads()).toBe(2);
    article.change(statusOf(21, 'done'));
    expect(eventsOf(await text)).toEqual(['status', 'status', 'status', 'end']);
  });

  it('stays alive and notices what it was not told', async () => {
    const article = follow({ coalesceMs: 1, heartbeatMs: 15 });
    const text = textOf(article.stream);
    const [watcher] = article.watchers;
    article.watchers.clear(); // messages are lost
    article.change(statusOf(1, 'done'));
    expect(watcher).toBeDefined();
    const whole = await text;
    expect(whole).toContain(': still here\n\n');
    expect(eventsOf(whole)).toEqual(['status', 'status', 'end']);
  });

  it.each([
    ['the client goes', (article: ReturnType<typeof follow>) => void article.stream.destroy()],
    ['the service stops', (article: ReturnType<typeof follow>) => article.stop()],
    ['the article is gone', (article: ReturnType<typeof follow>) => article.change(undefined)],
  ])('lets go of everything when %s', async (_name, end) => {
    const article = follow({ coalesceMs: 1, heartbeatMs: 10_000 });
    const text = textOf(article.stream).catch(() => '');
    end(article);
    await text;
    expect(article.watchers.size).toBe(0);
  });
});
