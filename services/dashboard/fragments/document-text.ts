import type { Document } from '../../../shared/document/document.ts';
import type { EntityOverlay } from '../../../shared/document/entity-mention.ts';
import { groupBy } from '../../../shared/document/group-by.ts';
import { directionOf } from '../../../shared/document/locale.ts';
import { type Html, html } from '../view/html.ts';
import type { View } from '../view/view.ts';
import { codedText } from './coded-text.ts';

/** The repaired source, block by block; sentences are set apart, mentions underlined. */
export function documentText(view: View, document: Document, entities: EntityOverlay | undefined): Html {
  const { t, format } = view;
  const segments = new Map(document.segments.map((segment) => [segment.id, segment]));
  const mentions = groupBy(entities?.mentions ?? [], ({ segmentId }) => segmentId);
  const { length } = document.segments;
  return html`<section class="panel" aria-labelledby="text-title">
<header class="panel-head"><h2 id="text-title">${t('text.title')}</h2><p class="legend">${t('text.count', { count: length, n: format.count(length) })}</p></header>
<div class="blocks">
${document.blocks.map(
  ({ kind, segmentIds }) => html`<div class="block of-${kind}"><span class="kind">${t(`block.${kind}`)}</span>
<p lang="${document.sourceLocale}" dir="${directionOf(document.sourceLocale)}">${segmentIds.map((id) => {
    const segment = segments.get(id);
    return (
      segment !== undefined &&
      html`${segment.joinBefore}<span class="segment" id="${id}">${codedText(view, segment, mentions.get(id))}</span>`
    );
  })}</p></div>
`,
)}</div>
</section>`;
}
