import type { ArticleStatus } from '../../../shared/api/article-status.ts';
import type { Document } from '../../../shared/document/document.ts';
import { isOwnType, knownTypes } from '../../../shared/document/entity-type.ts';
import { directionOf } from '../../../shared/document/locale.ts';
import type { Segment } from '../../../shared/document/segment.ts';
import { placeName } from '../entities/choose-place.ts';
import type { MarkedStretch } from '../entities/marked-segments.ts';
import { type Html, html } from '../view/html.ts';
import type { View } from '../view/view.ts';
import { entitiesUrl } from './article-link.ts';
import { codedSlice } from './coded-text.ts';
import { readingBlock } from './reading-block.ts';

/** What the text of an article is shown with. */
export interface EntityText {
  readonly status: ArticleStatus;
  readonly document: Document;
  readonly marked: ReadonlyMap<string, readonly MarkedStretch[]>;
  /** Name of the mention or sentence that is looked at. */
  readonly chosen: string | undefined;
  /** Whether mentions can be added here and now. */
  readonly isOpen: boolean;
}

/** The article as it is read, every mention marked with its kind in letters; a mark leads to why it is there. */
export function entityText(view: View, text: EntityText): Html {
  const { document } = text;
  const segments = new Map(document.segments.map((segment) => [segment.id, segment]));
  const marks = [...text.marked.values()].flat().filter((each) => each.kind === 'mention');
  const named = new Set(marks.map(({ entity }) => entity.type));
  const kinds = knownTypes([...named].filter(isOwnType).toSorted()).filter((type) => named.has(type));
  return html`<article class="panel review-text" aria-labelledby="entity-text-title">
<header class="panel-head"><h2 id="entity-text-title">${view.t('undo.text')}</h2><p class="legend">${kinds.map(
    (type) =>
      html`<span class="ent of-${type}"><span class="code" data-mark="${type}"></span></span> ${view.t(`entity.${type}`)} `,
  )}${marks.some(({ fix }) => fix !== undefined) && html`✓ ${view.t('fix.byEditor')}`}</p></header>
<div class="reading" lang="${document.sourceLocale}" dir="${directionOf(document.sourceLocale)}">
${document.blocks.map(({ kind, segmentIds }) =>
  readingBlock(
    view,
    kind,
    segmentIds.map((id) => {
      const segment = segments.get(id);
      return segment !== undefined && html`${segment.joinBefore}${sentence(view, segment, text)}`;
    }),
  ),
)}</div>
</article>`;
}

function sentence(view: View, segment: Segment, text: EntityText): Html {
  const { t, language, dir } = view;
  const { status, marked, chosen, isOpen } = text;
  const isChosen = chosen === segment.id;
  return html`<span id="s-${segment.id}"${isChosen && html` class="chosen"`}>${(
    marked.get(segment.id) ?? []
  ).map((stretch) => mark(view, segment, { stretch, text }))}</span>${
    isOpen &&
    html`<a class="ref add" href="${entitiesUrl(status)}&at=${segment.id}#fix" aria-label="${t('fix.addHere')}" title="${t('fix.addHere')}" data-mark="+" lang="${language}" dir="${dir}"></a>`
  }`;
}

function mark(
  view: View,
  segment: Segment,
  { stretch, text: { status, chosen } }: { readonly stretch: MarkedStretch; readonly text: EntityText },
): Html {
  const { t } = view;
  const words = codedSlice(view, segment, stretch.span);
  switch (stretch.kind) {
    case 'text':
      return words;
    case 'nothing':
      return html`<span class="undone"><span class="hidden">${t('fix.removed')}: </span>${words}</span><a class="ref" href="#fixes" aria-label="${t('fix.removed')}" data-mark="−"></a>`;
    case 'mention': {
      const { entity, mention, fix } = stretch;
      const name = placeName(mention);
      const kind = t(`entity.${entity.type}`);
      const isFixed = fix !== undefined;
      const label = `${mention.text} (${kind}${isFixed ? `, ${t('fix.byEditor')}` : ''})`;
      return html`<a class="ent of-${entity.type}" id="m-${name}" href="${entitiesUrl(status)}&at=${name}#fix" aria-label="${label}" title="${kind}"${
        chosen === name && html` aria-current="true"`
      }>${words}<span class="code" data-mark="${isFixed ? `${entity.type} ✓` : entity.type}"></span></a>`;
    }
  }
}
