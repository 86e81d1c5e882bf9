import type { BlockKind } from '../../../shared/document/block.ts';
import { type Html, type HtmlValue, html } from '../view/html.ts';
import type { View } from '../view/view.ts';

/** Kinds whose form on the page does not say what they are. */
const NAMED_KINDS: ReadonlySet<BlockKind> = new Set([
  'description',
  'caption',
  'quote',
  'table-cell',
  'alt',
  'title',
]);

/** One block of an article as it is read, with its kind in words where its form does not tell. */
export function readingBlock({ t, language, dir }: View, kind: BlockKind, content: HtmlValue): Html {
  const name =
    NAMED_KINDS.has(kind) &&
    html`<span class="kind" lang="${language}" dir="${dir}">${t(`block.${kind}`)}</span>`;
  return html`<p class="of-${kind}">${name}${content}</p>\n`;
}
