import type { InlineCode } from '../../../shared/document/inline-code.ts';
import type { Locale } from '../../../shared/document/locale.ts';
import type { Span } from '../../../shared/document/span.ts';
import type { DraftBlock } from '../draft/draft.ts';

/**
 * Puts a span with the language around part of a block. Undefined where a code would cross it, or
 * where the source states a language for some of it already.
 */
export function encloseQuotation(
  block: DraftBlock,
  { start, end }: Span,
  lang: Locale,
): DraftBlock | undefined {
  const isStated = block.codes.some(
    (code) => code.kind === 'span' && code.lang !== undefined && code.start < end && code.end > start,
  );
  if (isStated || block.codes.some((code) => crosses(code, start, end))) {
    return undefined;
  }
  const span: InlineCode = {
    kind: 'span',
    id: 1,
    start,
    end,
    canDelete: true,
    canReorder: true,
    tag: 'span',
    lang,
  };
  const at = block.codes.findIndex((code) => code.start > start || (code.start === start && code.end <= end));
  const codes = at === -1 ? [...block.codes, span] : block.codes.toSpliced(at, 0, span);
  return { ...block, codes: codes.map((code, index) => ({ ...code, id: index + 1 })) };
}

function crosses(code: InlineCode, start: number, end: number): boolean {
  const isApart = code.end <= start || code.start >= end;
  const isInside = code.start >= start && code.end <= end;
  const isAround = code.start <= start && code.end >= end;
  return !isApart && !isInside && !isAround;
}
