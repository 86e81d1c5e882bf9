import type { Rendition } from './rendition.ts';

/**
 * How far a rendition is, in one line for programs: `translated=34;approved=0;reviewed=3;machine=4;source=2;segments=36`.
 * The header, pages, plain text and feeds all say it so.
 */
export function translationState({ counts }: Pick<Rendition, 'counts'>): string {
  const { translated, approved, reviewed, machine, source, omitted, segments } = counts;
  return Object.entries({ translated, approved, reviewed, machine, source, omitted, segments })
    .flatMap(([name, count]) => (count === undefined ? [] : [`${name}=${count}`]))
    .join(';');
}
