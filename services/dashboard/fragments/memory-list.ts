import { type MemorySettings, servesTenant } from '../../../shared/memory/memory-settings.ts';
import { type Html, html } from '../view/html.ts';
import type { View } from '../view/view.ts';

/** The memories that serve a tenant, in their order. */
export function memoryList(
  { t, format }: View,
  { memories, variants }: MemorySettings,
  tenant: string,
): Html {
  const own = memories.filter((setting) => servesTenant(setting, tenant));
  return html`<section class="panel" aria-labelledby="memories-title"><header class="panel-head"><h2 id="memories-title">${t('memory.memories')}</h2><p class="legend">${t('memory.variants', { n: format.count(variants.penalty) })}</p></header>
<ol class="affected">${own.map(
    ({ name, about = '', penalty, locales, writable }) =>
      html`<li><b><bdi>${name}</bdi></b> <bdi>${about}</bdi> <span class="small">${t('memory.penalty')}: ${format.count(penalty)} · ${t('memory.locales')}: ${locales === undefined ? t('memory.any') : format.list(locales)} · ${t('memory.writable')}: ${t(writable ? 'memory.yes' : 'memory.no')}</span></li>\n`,
  )}</ol></section>`;
}
