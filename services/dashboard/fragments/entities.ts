import type { Entity, EntityOverlay, EntityValue } from '../../../shared/document/entity-mention.ts';
import { groupBy } from '../../../shared/document/group-by.ts';
import { type Html, html } from '../view/html.ts';
import type { View } from '../view/view.ts';

/** What the article names: each entity with its kind, id, value, mentions and names. */
export function entitiesPanel(
  view: View,
  { entities, mentions }: EntityOverlay,
  locales: readonly string[],
): Html {
  const { t, format } = view;
  const byEntity = groupBy(mentions, ({ entityId }) => entityId);
  const head = (key: string): Html => html`<th scope="col" role="columnheader">${t(key)}</th>`;
  return html`<section class="panel" aria-labelledby="entities-title">
<header class="panel-head"><h2 id="entities-title">${t('entities.title')}</h2><p class="legend">${t('entities.count', { count: entities.length, n: format.count(entities.length) })}</p></header>
${
  entities.length === 0
    ? html`<p class="quiet-text">${t('entities.none')}</p>`
    : html`<table class="entities" role="table"><thead role="rowgroup"><tr role="row">${head('entities.name')}${head('entities.type')}${head('entities.value')}${head('entities.mentions')}${head('entities.names')}</tr></thead>
<tbody role="rowgroup">
${entities.map((entity) => {
  const texts = (byEntity.get(entity.id) ?? []).map(({ text }) => text);
  return entityRow(view, entity, { texts, locales });
})}
</tbody></table>`
}
</section>`;
}

interface Shown {
  readonly texts: readonly string[];
  readonly locales: readonly string[];
}

function entityRow(view: View, entity: Entity, { texts, locales }: Shown): Html {
  const { t, format } = view;
  const { id, name, type, subtype, value, names, evidence } = entity;
  const known = locales.filter((tag) => names[tag] !== undefined);
  return html`<tr role="row"><th scope="row" role="rowheader"><bdi>${name}</bdi>${idLink(id)}</th>
<td role="cell"><span class="type">${t(`entity.${type}`)}</span>${subtype !== undefined && html` <span class="small">${subtype}</span>`}</td>
<td role="cell">${value === undefined ? '' : html`<span class="mono">${valueText(view, value)}</span>`}</td>
<td role="cell"><b>${format.count(texts.length)}×</b> <span class="small">${[...new Set(texts)].join(' · ')}</span></td>
<td role="cell">${
    (known.length > 0 || evidence.length > 0) &&
    html`<details><summary>${t('entities.known', { n: format.count(known.length), total: format.count(locales.length) })}</summary>
<dl class="names">${known.map(
      (tag) => html`<div><dt>${tag}</dt><dd lang="${tag}" dir="auto">${names[tag]}</dd></div>`,
    )}</dl>${evidence.length > 0 && html`<p class="small" lang="en">${evidence.join('; ')}</p>`}</details>`
  }</td></tr>
`;
}

function idLink(id: string): Html {
  return /^Q\d+$/u.test(id)
    ? html` <a class="id" href="https://www.wikidata.org/wiki/${id}" rel="noreferrer">${id}</a>`
    : html` <span class="id">${id}</span>`;
}

function valueText({ format, t }: View, value: EntityValue): string {
  switch (value.kind) {
    case 'date':
      return [value.timex, ...(value.mod === undefined ? [] : [t(`mod.${value.mod}`)])].join(' ');
    case 'time':
      return value.time;
    case 'duration':
      return value.duration;
    case 'money':
      return `${value.currency} ${format.count(value.amount)}`;
    case 'percent':
      return `${format.count(value.value)}%`;
    case 'number':
      return [format.count(value.value), ...(value.unit === undefined ? [] : [value.unit])].join(' ');
    case 'ordinal':
      return `#${value.value}`;
  }
}
