import { type Locale, scriptOf } from '../../shared/document/locale.ts';
import type { FilledSegment } from './fill-targets.ts';

/** Scripts that put no space between sentences. */
const DENSE_SCRIPTS: ReadonlySet<string> = new Set(['Hans', 'Hant', 'Jpan', 'Hani', 'Bopo']);

export interface JoinOptions {
  readonly sourceLocale: Locale;
  /** What the locale puts between two sentences. */
  readonly sentenceSpace: ' ' | '';
}

/**
 * Decides what stands before each segment, by segment id: what stood there in the source, but no
 * space between two sentences of a script that has none, and one where such a script's sentences
 * were translated into a language that needs it. Beside a text of the other kind there is a space.
 */
export function joinSentences(
  filled: readonly FilledSegment[],
  options: JoinOptions,
): ReadonlyMap<string, string> {
  const joins = new Map<string, string>();
  const isDenseSource = DENSE_SCRIPTS.has(scriptOf(options.sourceLocale));
  const isDense = ({ target }: FilledSegment): boolean =>
    target === undefined ? isDenseSource : options.sentenceSpace === '';
  let before: FilledSegment | undefined;
  for (const entry of filled) {
    const { joinBefore, blockId } = entry.segment;
    const isInside = before !== undefined && before.segment.blockId === blockId;
    const areDense = before !== undefined && isDense(before) && isDense(entry);
    joins.set(entry.segment.id, isInside ? joinInside(joinBefore, isDenseSource, areDense) : joinBefore);
    before = entry;
  }
  return joins;
}

/** Between two sentences of one block; an empty join of a spaced source is a place where they touch. */
function joinInside(joinBefore: string, isDenseSource: boolean, areDense: boolean): string {
  if (areDense) {
    return isDenseSource ? joinBefore : '';
  }
  return isDenseSource && joinBefore === '' ? ' ' : joinBefore;
}
