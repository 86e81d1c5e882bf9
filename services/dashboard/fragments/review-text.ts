import type { Document } from '../../../shared/document/document.ts';
import type { InlineCode } from '../../../shared/document/inline-code.ts';
import { directionOf } from '../../../shared/document/locale.ts';
import type { MarkedBlock, MarkedPiece } from '../../../shared/document/mark-repairs.ts';
import type { Repair } from '../../../shared/document/overlay.ts';
import type { Span } from '../../../shared/document/span.ts';
import type { NumberedArticle } from '../review/number-repairs.ts';
import { type Html, html } from '../view/html.ts';
import type { View } from '../view/view.ts';
import { codedSlice } from './coded-text.ts';
import { readingBlock } from './reading-block.ts';
import { visibleChange } from './visible-text.ts';

interface Shown {
  readonly article: NumberedArticle;
  readonly codes: ReadonlyMap<string, readonly InlineCode[]>;
  /** The rule whose repairs are marked; absent: all. */
  readonly rule: string | undefined;
}

/** The article as it is read, with every repair marked where it was made; numbers lead to the list. */
export function reviewText(
  view: View,
  document: Document,
  { article, rule }: { readonly article: NumberedArticle; readonly rule: string | undefined },
): Html {
  const shown: Shown = { article, rule, codes: codesByBlock(document) };
  const { sourceLocale } = document;
  return html`<article class="panel review-text" aria-labelledby="review-text-title">
<header class="panel-head"><h2 id="review-text-title">${view.t('undo.text')}</h2><p class="legend">${legend(view)}</p></header>
<div class="reading" lang="${sourceLocale}" dir="${directionOf(sourceLocale)}">
${article.blocks.map((block) => blockMarkup(view, block, shown))}</div>
</article>`;
}

function legend({ t }: View): Html {
  return html`<del>${t('undo.legendBefore')}</del> <ins>${t('undo.legendAfter')}</ins> <span class="undone">${t('undo.legendUndone')}</span> <span class="suggested">${t('undo.legendSuggested')}</span>`;
}

function blockMarkup(view: View, block: MarkedBlock, shown: Shown): Html {
  const { t, language, dir } = view;
  const content = block.pieces.map((piece) => pieceMarkup(view, block, piece, shown));
  if (block.kind === undefined) {
    const isHidden = !block.pieces.some((piece) => piece.kind === 'repair' && isMarked(piece.repair, shown));
    return isHidden
      ? html``
      : html`<p class="taken-out"><span class="kind" lang="${language}" dir="${dir}">${t('undo.takenOut')}</span>${content}</p>\n`;
  }
  return readingBlock(view, block.kind, content);
}

function pieceMarkup(view: View, block: MarkedBlock, piece: MarkedPiece, shown: Shown): Html {
  const text = textOf(view, block, piece.span, shown);
  switch (piece.kind) {
    case 'text':
      return text;
    case 'repair':
      return isMarked(piece.repair, shown) ? repairMark(view, piece.repair, shown) : text;
    case 'undone':
      return isMarked(piece.repair, shown)
        ? html`<span class="undone"><span class="hidden">${view.t('undo.undone')}: </span>${visibleChange(piece.repair.before)}</span>${reference(view, piece.repair, shown)}`
        : text;
    case 'note': {
      const number = shown.article.noteOf.get(piece.diagnostic) ?? 0;
      const name = view.t('undo.noteNumber', { n: view.format.count(number) });
      return html`<span class="suggested">${text}</span><a class="ref" id="n${number}" href="#s${number}" aria-label="${name}" title="${piece.diagnostic.message}" data-mark="?"></a>`;
    }
  }
}

function repairMark(view: View, repair: Repair, shown: Shown): Html {
  const { before, after } = repair;
  const { t } = view;
  return html`${before !== '' && html`<del><span class="hidden">${t('repairs.before')} </span>${visibleChange(before)}</del>`}${
    after !== '' && html`<ins><span class="hidden">${t('repairs.after')} </span>${visibleChange(after)}</ins>`
  }${reference(view, repair, shown)}`;
}

/**
 * The number beside a mark: it leads to the repair's rule, reason and switch. The style sheet draws it,
 * so that whoever copies or searches the text meets the article's words alone.
 */
function reference({ t, format }: View, repair: Repair, { article }: Shown): Html {
  const number = article.numberOf.get(repair) ?? 0;
  const sure = format.percent(repair.confidence * 100);
  const name = t('undo.number', { n: format.count(number), rule: repair.rule, sure });
  return html`<a class="ref" id="m${number}" href="#e${number}" aria-label="${name}" title="${repair.rule} · ${sure}" data-mark="${format.count(number)}"></a>`;
}

function isMarked({ rule }: Repair, shown: Shown): boolean {
  return shown.rule === undefined || shown.rule === rule;
}

function textOf(view: View, { id, text }: MarkedBlock, span: Span, { codes }: Shown): Html {
  return codedSlice(view, { text, codes: codes.get(id) ?? [] }, span);
}

/** Codes of segments, their places counted in the block. */
function codesByBlock({ segments }: Document): ReadonlyMap<string, readonly InlineCode[]> {
  const lengths = new Map<string, number>();
  const codes = new Map<string, InlineCode[]>();
  for (const { blockId, joinBefore, text, codes: own } of segments) {
    const offset = (lengths.get(blockId) ?? 0) + joinBefore.length;
    lengths.set(blockId, offset + text.length);
    const moved = own.map((code) => ({ ...code, start: code.start + offset, end: code.end + offset }));
    codes.set(blockId, [...(codes.get(blockId) ?? []), ...moved]);
  }
  return codes;
}
