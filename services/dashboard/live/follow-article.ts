import type { ArticleStatus } from '../../../shared/api/article-status.ts';
import type { ArticleId } from '../../../shared/document/article.ts';
import { readStatus } from '../../../shared/stores/article-status.ts';
import { headlineOf } from '../fragments/article-link.ts';
import { articleProgress } from '../fragments/article-progress.ts';
import type { OpenPage } from './open-page.ts';
import { repeat } from './repeat.ts';

const SNAPSHOT_MS = 30_000;

/** Keeps an article's state, timeline and locales current. */
export async function followArticle(page: OpenPage, id: ArticleId): Promise<void> {
  const { stream, deps, view, tenant } = page;
  let state: ArticleStatus['state'] | undefined;

  function send(status: ArticleStatus): void {
    stream.patch('progress', articleProgress(view(), status));
    if (state === 'running' && status.state !== 'running') {
      const { t } = view();
      stream.say(t('live.ended', { name: headlineOf(status), state: t(`state.${status.state}`) }));
    }
    state = status.state;
  }

  stream.onEnd(
    deps.hub.subscribe((changed) => {
      const own = changed.find((status) => status.articleId === id && status.tenant === tenant);
      if (own !== undefined) {
        send(own);
      }
    }),
  );
  await repeat(page, SNAPSHOT_MS, async () => {
    const status = await readStatus(deps.client, id);
    if (status?.tenant === tenant) {
      send(status);
    }
  });
}
