import type { ArticleStatus } from '../../../shared/api/article-status.ts';
import { type Html, html } from '../view/html.ts';
import type { View } from '../view/view.ts';
import { actionBar } from './action-bar.ts';
import { localeTable } from './locale-table.ts';
import { problems } from './problems.ts';
import { stateBadges } from './state-badge.ts';
import { timeline } from './timeline.ts';

/** The part of an article's page that changes while it runs. */
export function articleProgress(view: View, status: ArticleStatus): Html {
  return html`<div id="progress">
<div class="article-bar">${stateBadges(view, status)}${actionBar(view, status)}</div>
${problems(view, status)}
${timeline(view, status)}
${localeTable(view, status)}
</div>`;
}
