import type { HeldArticle } from '../../../shared/stores/memory-quarantine.ts';
import { type Html, html } from '../view/html.ts';
import { canAct, type View } from '../view/view.ts';

/** Articles in quarantine, each with the way out of it. */
export function memoryQuarantine(view: View, held: readonly HeldArticle[]): Html {
  const { t, format, now } = view;
  return html`<section class="panel" aria-labelledby="quarantine-title"><header class="panel-head"><h2 id="quarantine-title">${t('memory.quarantine')} <span class="count">${format.count(held.length)}</span></h2></header>
<p class="quiet-text">${t(held.length === 0 ? 'memory.noQuarantine' : 'memory.quarantineHint')}</p>
${
  held.length > 0 &&
  html`<ul class="affected">${held.map(
    ({
      record,
      since,
    }) => html`<li><form method="post" action="/memory/release"><bdi>${record.headline ?? record.externalId}</bdi> <code>${record.externalId}</code> <span class="small">${format.age(since, now)}</span>
${canAct(view) && html`<input type="hidden" name="csrf" value="${view.session?.csrf ?? ''}"><input type="hidden" name="article" value="${record.externalId}"><button class="quiet" aria-label="${t('memory.releaseOne', { id: record.externalId })}">${t('memory.release')}</button>`}</form></li>\n`,
  )}</ul>`
}</section>`;
}
