import { LOCALES } from '../../../config/locales.ts';
import { Origin } from '../../../shared/document/rendition.ts';
import { CONCORDANCE_MODES } from '../../../shared/memory/concordance.ts';
import type { MemoryPageQuery } from '../pages/memory-query.ts';
import { type Html, html } from '../view/html.ts';
import type { View } from '../view/view.ts';

/** The search of the memory: a plain form, whose choice is the page's address. */
export function memorySearchForm({ t, format }: View, query: MemoryPageQuery): Html {
  const locales = LOCALES.map((tag) => [tag, `${format.localeName(tag)} (${tag})`] as const);
  return html`<form class="filter" method="get" action="/memory" role="search" aria-label="${t('memory.search')}">
<div class="field grow"><label for="memory-q">${t('memory.text')}</label>
<input id="memory-q" name="q" type="search" dir="auto" maxlength="500" value="${query.q ?? ''}" placeholder="${t('memory.textHint')}"></div>
${select(
  'mode',
  t('memory.mode'),
  query.mode,
  CONCORDANCE_MODES.map((mode) => [mode, t(`mode.${mode}`)] as const),
)}
${select('side', t('memory.side'), query.side, [
  ['source', t('pairs.source')],
  ['target', t('memory.target')],
])}
${select('locale', t('filter.locale'), query.locale, [['', t('filter.anyLocale')], ...locales])}
${select('origin', t('pairs.origin'), query.origin, [['', t('memory.any')], ...Origin.options.map((origin) => [origin, t(`origin.${origin}`)] as const)])}
<div class="field"><label for="memory-article">${t('memory.article')}</label>
<input id="memory-article" name="article" value="${query.article ?? ''}"></div>
<div class="field"><label for="memory-since">${t('memory.since')}</label>
<input id="memory-since" name="since" type="date" value="${query.since ?? ''}"></div>
<div class="field"><label for="memory-until">${t('memory.until')}</label>
<input id="memory-until" name="until" type="date" value="${query.until ?? ''}"></div>
<div class="field actions"><button class="button primary">${t('memory.search')}</button>${
    query.q !== undefined && html` <a class="clear" href="/memory">${t('memory.clear')}</a>`
  }</div>
</form>`;
}

function select(
  name: string,
  label: string,
  chosen: string | undefined,
  options: readonly (readonly [value: string, label: string])[],
): Html {
  return html`<div class="field"><label for="memory-${name}">${label}</label>
<select id="memory-${name}" name="${name}">${options.map(
    ([value, text]) =>
      html`<option value="${value}"${value === (chosen ?? '') && html` selected`}>${text}</option>\n`,
  )}</select></div>`;
}
