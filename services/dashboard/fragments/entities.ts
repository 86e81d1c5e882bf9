import type { Entity, EntityOverlay, EntityValue, Mention } from '../../../shared/document/entity-mention.ts';
import type { GazetteerList } from '../../../shared/document/gazetteer-entry.ts';
import { groupBy } from '../../../shared/document/group-by.ts';
import { type Html, html } from '../view/html.ts';
import type { View } from '../view/view.ts';

/** What stands beside the entities. */
export interface EntitiesAround {
  /** Locales whose names are shown. */
  readonly locales: readonly string[];
  /** Where entities are corrected. */
  readonly correctAt?: string;
  /** The imported list that has an id, whose entry can be edited. */
  readonly listOf?: (id: string) => GazetteerList | undefined;
}

/** What the article names: each entity with its kind, id, value, mentions, names, and why. */
export function entitiesPanel(
  view: View,
  { entities, mentions }: EntityOverlay,
  around: EntitiesAround,
): Html {
  const { t, format } = view;
  const byEntity = groupBy(mentions, ({ entityId }) => entityId);
  const head = (key: string): Html => html`<th scope="col" role="columnheader">${t(key)}</th>`;
  return html`<section class="panel" aria-labelledby="entities-title">
<header class="panel-head"><h2 id="entities-title">${t('entities.title')}</h2><p class="legend">${t('entities.count', { count: entities.length, n: format.count(entities.length) })}${
    around.correctAt !== undefined && html` · <a href="${around.correctAt}">${t('fix.open')}</a>`
  }</p></header>
${
  entities.length === 0
    ? html`<p class="quiet-text">${t('entities.none')}</p>`
    : html`<table class="entities" role="table"><thead role="rowgroup"><tr role="row">${head('entities.name')}${head('entities.type')}${head('entities.value')}${head('entities.mentions')}${head('entities.why')}${head('entities.names')}</tr></thead>
<tbody role="rowgroup">
${entities.map((entity) => {
  return entityRow(view, entity, { ...around, own: byEntity.get(entity.id) ?? [] });
})}
</tbody></table>`
}
</section>`;
}

interface Shown extends EntitiesAround {
  readonly own: readonly Mention[];
}

function entityRow(view: View, entity: Entity, { own, locales, listOf }: Shown): Html {
  const { t, format } = view;
  const { id, name, type, subtype, value, names, nameOrigins, evidence } = entity;
  const known = locales.filter((tag) => names[tag] !== undefined);
  const texts = own.map(({ text }) => text);
  const sure = Math.min(1, ...own.map(({ confidence }) => confidence));
  const list = listOf?.(id);
  return html`<tr role="row"><th scope="row" role="rowheader"><bdi>${name}</bdi>${idLink(id)}${
    list !== undefined &&
    html` <a class="id" href="/gazetteer/entry?${new URLSearchParams({ list, id }).toString()}">${t('fix.editNames')}</a>`
  }</th>
<td role="cell"><span class="type">${t(`entity.${type}`)}</span>${subtype !== undefined && html` <span class="small">${subtype}</span>`}</td>
<td role="cell">${value === undefined ? '' : html`<span class="mono">${valueText(view, value)}</span>`}</td>
<td role="cell"><b>${format.count(texts.length)}×</b> <span class="small">${[...new Set(texts)].join(' · ')}</span></td>
<td role="cell" class="small"><span lang="en">${evidence.join('; ')}</span> <span class="sure">${t('entities.sure')} ${format.percent(sure * 100)}</span></td>
<td role="cell">${
    known.length > 0 &&
    html`<details><summary>${t('entities.known', { n: format.count(known.length), total: format.count(locales.length) })}</summary>
<dl class="names">${known.map(
      (tag) =>
        html`<div><dt>${tag}</dt><dd><span lang="${tag}" dir="auto">${names[tag]}</span>${nameOrigins?.[tag] === 'transliterated-unverified' && html` <span class="small">${t('entities.unverified')}</span>`}</dd></div>`,
    )}</dl></details>`
  }</td></tr>
`;
}

/** An id; one of Wikidata leads there. */
export function idLink(id: string): Html {
  return /^Q\d+$/u.test(id)
    ? html` <a class="id" href="https://www.wikidata.org/wiki/${id}" rel="noreferrer">${id}</a>`
    : html` <span class="id">${id}</span>`;
}

/** A value in the form in which it is kept, its numbers as the reader writes them. */
export function valueText({ format, t }: View, value: EntityValue): string {
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
