import { TOTAL_STATES, type TotalState, type Totals } from '../pages/read-totals.ts';
import { type Html, html } from '../view/html.ts';
import { type Shape, shape } from '../view/icons.ts';
import type { View } from '../view/view.ts';

const SHAPES: Readonly<Record<TotalState, Shape>> = {
  running: 'running',
  done: 'done',
  partial: 'partial',
  failed: 'failed',
  withheld: 'held',
};

/** How many articles are in which state, each a link to them; and what no process works on. */
export function totalsStrip(view: View, { counts, counted, capped, deadRoles }: Totals): Html {
  const { t, format } = view;
  return html`<section id="totals" aria-label="${t('totals.label')}">
<ul class="totals">
${TOTAL_STATES.map(
  (state) =>
    html`<li><a class="total is-${SHAPES[state]}" href="/?state=${state}"><b>${format.count(counts[state])}</b><span>${shape(SHAPES[state])}${t(`state.${state}`)}</span></a></li>\n`,
)}</ul>
<p class="totals-note">${t(capped ? 'totals.newest' : 'totals.all', { count: counted, n: format.count(counted) })}</p>
${
  deadRoles.length > 0 &&
  html`<p class="banner is-failed">${shape('failed')}<span>${t('totals.dead', { roles: format.list(deadRoles) })} <a href="/stages">${t('totals.toStages')}</a></span></p>`
}
</section>`;
}
