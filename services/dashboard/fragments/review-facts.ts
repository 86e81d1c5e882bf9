import type { Document, DocumentMeta } from '../../../shared/document/document.ts';
import { directionOf } from '../../../shared/document/locale.ts';
import type { Diagnostic } from '../../../shared/document/overlay.ts';
import type { NumberedArticle } from '../review/number-repairs.ts';
import { type Html, html } from '../view/html.ts';
import type { View } from '../view/view.ts';

/** What is known of the article beside its text: where each value was read, and how sure it is. */
export function reviewMeta(view: View, { meta, sourceLocale }: Document): Html {
  const { t, format } = view;
  const rows = FIELDS.flatMap((field) => {
    const value = valueOf(meta, field);
    return value === '' && field !== 'publishedAt' ? [] : [{ field, value }];
  });
  const head = (key: string): Html => html`<th scope="col" role="columnheader">${t(key)}</th>`;
  return html`<section class="panel" aria-labelledby="meta-title">
<header class="panel-head"><h2 id="meta-title">${t('undo.meta')}</h2></header>
<table class="evidence" role="table"><thead role="rowgroup"><tr role="row">${head('undo.field')}${head('undo.value')}${head('undo.evidence')}</tr></thead><tbody role="rowgroup">
${rows.map(({ field, value }) => {
  const evidence = meta.evidence?.[field];
  const text =
    value === ''
      ? html`<span class="quiet-text">${t('undo.unknown')}</span>`
      : html`<bdi lang="${sourceLocale}" dir="${directionOf(sourceLocale)}">${value}</bdi>`;
  return html`<tr role="row"><th scope="row" role="rowheader">${t(`meta.${field}`)}</th><td role="cell">${text}</td><td role="cell" class="small">${
    evidence !== undefined &&
    html`${t(`evidence.${evidence.from}`)} · ${format.percent(evidence.confidence * 100)}`
  }</td></tr>\n`;
})}</tbody></table>
</section>`;
}

const FIELDS = [
  'headline',
  'byline',
  'agency',
  'dateline',
  'publishedAt',
  'modifiedAt',
  'description',
  'section',
  'keywords',
  'canonicalUrl',
] as const satisfies readonly (keyof DocumentMeta)[];

function valueOf(meta: DocumentMeta, field: (typeof FIELDS)[number]): string {
  switch (field) {
    case 'byline':
      return meta.byline
        .map(({ name, role }) => (role === undefined ? name : `${name} (${role})`))
        .join(', ');
    case 'keywords':
      return (meta.keywords ?? []).join(', ');
    case 'headline':
    case 'agency':
    case 'dateline':
    case 'publishedAt':
    case 'modifiedAt':
    case 'description':
    case 'section':
    case 'canonicalUrl':
      return meta[field] ?? '';
  }
}

/** What normalization suggests at places of the text; the numbers lead there. */
export function reviewSuggestions({ t, format }: View, { noteOf }: NumberedArticle): Html | undefined {
  if (noteOf.size === 0) {
    return undefined;
  }
  return html`<section class="panel" aria-labelledby="suggestions-title">
<header class="panel-head"><h2 id="suggestions-title">${t('undo.suggestions')}</h2><p class="legend">${t('undo.suggestionsHint')}</p></header>
<ol class="suggestions">${[...noteOf].map(
    ([{ message, code }, number]: readonly [Diagnostic, number]) =>
      html`<li id="s${number}"><a href="#n${number}" aria-label="${t('undo.toText', { n: format.count(number) })}">?</a> <span lang="en">${message}</span> <code>${code}</code></li>\n`,
  )}</ol>
</section>`;
}
