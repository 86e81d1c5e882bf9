import { blockText } from '../../../shared/document/block-text.ts';
import type { Document } from '../../../shared/document/document.ts';
import { groupBy } from '../../../shared/document/group-by.ts';
import { directionOf } from '../../../shared/document/locale.ts';
import type { Repair } from '../../../shared/document/overlay.ts';
import { type Html, html } from '../view/html.ts';
import type { View } from '../view/view.ts';
import { visible } from './visible-text.ts';

/** One repair with the text around it. */
export interface RepairInContext {
  readonly repair: Repair;
  readonly left: string;
  readonly right: string;
}

const CONTEXT_CHARACTERS = 32;

/**
 * Each repair with what stood around it when it was made, in the order of the document's list. A
 * block's later repairs are taken back first: spans count in the text that their repair left.
 */
export function repairsInContext(document: Document): readonly RepairInContext[] {
  const { repairs } = document.overlays;
  const texts = new Map<string, string>();
  const found = repairs.map((): RepairInContext | undefined => undefined);
  for (const [index, repair] of [...repairs.entries()].toReversed()) {
    const { blockId, span, before } = repair;
    const text = texts.get(blockId) ?? blockText(document, blockId);
    const [head, tail] = [text.slice(0, span.start), text.slice(span.end)];
    found[index] = {
      repair,
      left: cutStart(head),
      right: cutEnd(tail),
    };
    texts.set(blockId, head + before + tail);
  }
  return found.filter((item) => item !== undefined);
}

/** What normalization changed in the source, by rule: before, after, and around it. `review` is where it is reviewed. */
export function repairsPanel(view: View, document: Document, review: string): Html {
  const { t, format } = view;
  const byRule = groupBy(repairsInContext(document), ({ repair }) => repair.rule);
  const { length } = document.overlays.repairs;
  return html`<section class="panel" aria-labelledby="repairs-title">
<header class="panel-head"><h2 id="repairs-title">${t('repairs.title')}</h2><p class="legend">${t('repairs.count', { count: length, n: format.count(length) })} · <a href="${review}">${t('undo.open')}</a></p></header>
${length === 0 && html`<p class="quiet-text">${t('repairs.none')}</p>`}
<div class="rules">
${[...byRule].map(
  ([
    rule,
    repairs,
  ]) => html`<section class="rule"><h3><code>${rule}</code> <span class="count">${format.count(repairs.length)}</span></h3>
<ul class="diffs" lang="${document.sourceLocale}" dir="${directionOf(document.sourceLocale)}">${repairs.map((item) => diff(view, item))}</ul></section>
`,
)}</div>
</section>`;
}

function diff({ t }: View, { repair, left, right }: RepairInContext): Html {
  return html`<li>${left !== '' && html`<span class="around">…${visible(left)}</span>`}${
    repair.before !== '' &&
    html`<del><span class="hidden">${t('repairs.before')} </span>${visible(repair.before)}</del>`
  }${
    repair.after !== '' &&
    html`<ins><span class="hidden">${t('repairs.after')} </span>${visible(repair.after)}</ins>`
  }${right !== '' && html`<span class="around">${visible(right)}…</span>`}</li>
`;
}

/** The start of a text, never half a surrogate pair. */
function cutEnd(text: string): string {
  return text.slice(0, CONTEXT_CHARACTERS).replace(/[\uD800-\uDBFF]$/u, '');
}

/** The end of a text, never half a surrogate pair. */
function cutStart(text: string): string {
  return text.slice(-CONTEXT_CHARACTERS).replace(/^[\uDC00-\uDFFF]/u, '');
}
