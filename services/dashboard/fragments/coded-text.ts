import type { Mention } from '../../../shared/document/entity-mention.ts';
import type { CodedText, InlineCode } from '../../../shared/document/inline-code.ts';
import { CODE_SHAPE } from '../../../shared/document/inline-code.ts';
import type { Span } from '../../../shared/document/span.ts';
import { type Html, html } from '../view/html.ts';
import type { View } from '../view/view.ts';

/**
 * Shows text with its inline codes and mentions. The text is cut at every boundary, so that spans
 * may overlap in any way; standalone codes become chips.
 */
export function codedText(view: View, { text, codes }: CodedText, mentions: readonly Mention[] = []): Html {
  const pairs = codes.filter(({ kind }) => CODE_SHAPE[kind] === 'pair');
  const alone = codes.filter(({ kind }) => CODE_SHAPE[kind] === 'standalone');
  const marks = [
    ...pairs.map(({ start, end, kind }) => ({ start, end, className: `code-${kind}` })),
    ...mentions.map(({ span }) => ({ ...span, className: 'mention' })),
  ];
  const cuts = [0, text.length, ...[...marks, ...alone].flatMap(({ start, end }) => [start, end])];
  const points = [...new Set(cuts)].filter((at) => at >= 0 && at <= text.length).toSorted((a, b) => a - b);
  return html`${points.slice(0, -1).map((start, index) => {
    const end = points[index + 1] ?? text.length;
    const code = alone.find((one) => one.start === start);
    const classes = marks.filter((mark) => mark.start <= start && end <= mark.end);
    return piece(view, text.slice(start, end), {
      code,
      classNames: classes.map(({ className }) => className),
    });
  })}`;
}

/** As `codedText`, a stretch of the text alone. */
export function codedSlice(view: View, { text, codes }: CodedText, { start, end }: Span): Html {
  const inside = codes
    .filter((code) => code.start < end && code.end > start)
    .map((code) => ({
      ...code,
      start: Math.max(code.start, start) - start,
      end: Math.min(code.end, end) - start,
    }));
  return codedText(view, { text: text.slice(start, end), codes: inside });
}

function piece(
  { t }: View,
  text: string,
  { code, classNames }: { readonly code: InlineCode | undefined; readonly classNames: readonly string[] },
): Html {
  if (code !== undefined) {
    const words = 'value' in code ? code.value : t(`code.${code.kind}`);
    return html`<span class="chip">${words}</span>`;
  }
  return classNames.length === 0
    ? html`${text}`
    : html`<span class="${[...new Set(classNames)].join(' ')}">${text}</span>`;
}
