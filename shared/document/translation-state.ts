import type { Rendition } from './rendition.ts';

/**
 * How far a rendition is, in one line for programs: `translated=34;approved=0;source=2;segments=36`.
 * The header, pages, plain text and feeds all say it so.
 */
export function translationState({ counts }: Pick<Rendition, 'counts'>): string {
  const { translated, approved, source, omitted, segments } = counts;
  const leftOut = omitted === undefined ? '' : `omitted=${omitted};`;
  return `translated=${translated};approved=${approved};source=${source};${leftOut}segments=${segments}`;
}
