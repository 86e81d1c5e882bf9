import type { ArticleStatus } from '../../../shared/api/article-status.ts';
import type { EntityFix } from '../../../shared/document/entity-fix.ts';
import type { EntityOverlay } from '../../../shared/document/entity-mention.ts';
import { directionOf, type Locale } from '../../../shared/document/locale.ts';
import { type Html, html } from '../view/html.ts';
import type { View } from '../view/view.ts';
import { actionFields } from './action-bar.ts';
import { articleUrl } from './article-link.ts';

/** What the list of decisions is made of. */
export interface FixList {
  readonly status: ArticleStatus;
  readonly reviews: number;
  readonly sourceLocale: Locale;
  readonly fixes: readonly EntityFix[];
  readonly overlay: EntityOverlay;
  readonly isOpen: boolean;
}

/** What people decided about the names of an article, where it holds, and a button to take each back. */
export function entityFixes(view: View, list: FixList): Html {
  const { t } = view;
  const { fixes, overlay } = list;
  const places = new Map((overlay.fixes ?? []).map((applied) => [applied.key, applied.places.length]));
  return html`<section class="panel" id="fixes" aria-labelledby="fixes-title">
<header class="panel-head"><h2 id="fixes-title">${t('fix.decisions')}</h2></header>
${
  fixes.length === 0
    ? html`<p class="quiet-text">${t('fix.noDecisions')}</p>`
    : html`<ul class="fixes">${fixes.map((fix) => item(view, list, { fix, times: places.get(fix.key) ?? 0 }))}</ul>`
}
</section>`;
}

function item(
  view: View,
  { status, reviews, sourceLocale, isOpen }: FixList,
  { fix, times }: { readonly fix: EntityFix; readonly times: number },
): Html {
  const { t, format } = view;
  const { key, place, verdict } = fix;
  const said =
    verdict.kind === 'nothing'
      ? html`${t('fix.removed')}`
      : html`${t(`entity.${verdict.type}`)}${
          verdict.link !== undefined &&
          html` <span class="id">${verdict.link === 'none' ? t('fix.linkNone') : verdict.link}</span>`
        }`;
  return html`<li><span class="words" lang="${sourceLocale}" dir="${directionOf(sourceLocale)}">${place.text}</span>
<span class="said">${said} · ${times === 0 ? html`<b>${t('fix.fitsNothing')}</b>` : html`${format.count(times)}×`}</span>
${
  isOpen &&
  html`<form method="post" action="${articleUrl(status)}/entities">${actionFields(view, status)}<input type="hidden" name="reviews" value="${reviews}"><input type="hidden" name="key" value="${key}"><button class="button" name="do" value="takeBack">${t('undo.takeBack')}<span class="hidden"> ${place.text}</span></button></form>`
}</li>
`;
}
