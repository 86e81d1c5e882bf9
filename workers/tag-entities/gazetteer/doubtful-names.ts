import type { NameToken } from '../name-tokens.ts';
import type { KnownName } from './match-gazetteer.ts';

interface NamedSegment {
  readonly text: string;
  readonly tokens: readonly NameToken[];
  readonly titleCase: boolean;
  readonly known: readonly KnownName[];
}

/**
 * Takes out everyday words whose capital may only open a sentence or stand in a title ("Reading is
 * taught ..."), where the document writes the word small, or, for a town, never has it as a name in
 * mid-sentence. Countries and forms in capitals stay.
 */
export function withoutDoubtfulNames<Segment extends NamedSegment>(
  segments: readonly Segment[],
  lowerWords: ReadonlySet<string>,
): readonly Segment[] {
  if (!segments.some(({ known }) => known.some(({ alias }) => alias.everyday))) {
    return segments;
  }
  const sure = new Set(
    segments.flatMap((segment) =>
      segment.known.filter((name) => !isOpening(segment, name)).map((name) => sliceOf(segment, name)),
    ),
  );
  return segments.map((segment) => ({
    ...segment,
    known: segment.known.filter(
      (name) => !isDoubtful(segment, name, lowerWords) || sure.has(sliceOf(segment, name)),
    ),
  }));
}

function isDoubtful(segment: NamedSegment, name: KnownName, lowerWords: ReadonlySet<string>): boolean {
  const { alias, fromToken } = name;
  const token = segment.tokens[fromToken];
  if (
    !alias.everyday ||
    alias.entry.code !== undefined ||
    alias.list !== undefined ||
    token?.casing === 'upper'
  ) {
    return false;
  }
  return isOpening(segment, name) && (alias.entry.type === 'LOC' || lowerWords.has(token?.key ?? ''));
}

/** The first word of a sentence, or any word of a title. */
function isOpening({ tokens, titleCase }: NamedSegment, { fromToken }: KnownName): boolean {
  let at = fromToken - 1;
  while (at >= 0 && /^["“”„«»‘’()]$/u.test(tokens[at]?.text ?? '')) {
    at -= 1;
  }
  const before = tokens[at];
  return titleCase || before === undefined || /^[.!?:…]$/u.test(before.text);
}

function sliceOf({ text }: NamedSegment, { start, end }: KnownName): string {
  return text.slice(start, end);
}
