import type { CodedText } from '../../../shared/document/inline-code.ts';
import type { Span } from '../../../shared/document/span.ts';

/**
 * Puts other text into spans that do not overlap and moves the inline codes with it. Undefined where
 * a code begins or ends inside one of them: nobody knows what it should mark then.
 */
export function replaceSpans(
  { text, codes }: CodedText,
  edits: readonly (Span & { readonly form: string })[],
): CodedText | undefined {
  const ordered = edits.toSorted((a, b) => a.start - b.start);
  const inside = (at: number): boolean => ordered.some(({ start, end }) => at > start && at < end);
  if (codes.some(({ start, end }) => inside(start) || inside(end))) {
    return undefined;
  }
  const moved = (at: number): number =>
    ordered.reduce((sum, { start, end, form }) => (end <= at ? sum + form.length - (end - start) : sum), at);
  let result = '';
  let from = 0;
  for (const { start, end, form } of ordered) {
    result += text.slice(from, start) + form;
    from = end;
  }
  return {
    text: result + text.slice(from),
    codes: codes.map((code) => ({ ...code, start: moved(code.start), end: moved(code.end) })),
  };
}
