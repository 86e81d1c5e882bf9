import type { Document } from '../../shared/document/document.ts';
import type { Locale } from '../../shared/document/locale.ts';
import { PipelineError } from '../../shared/errors/errors.ts';
import type { TranslationMemory } from '../../shared/memory/memory.ts';
import type { PreviousVersion } from '../../shared/memory/previous-version.ts';
import type { FindTerms } from '../../shared/stores/term-finder.ts';
import type { ImproveMatches } from './improve-matches.ts';

/** What the stage needs besides its input. */
export interface TmLookupDeps {
  readonly memory: Pick<TranslationMemory, 'lookup'>;
  /** Lowest score to report, 0..100. */
  readonly minScore: number;
  /** Most matches per segment, from 1. */
  readonly limit: number;
  readonly improve: ImproveMatches;
  /** The newest version before a document that was rendered in a locale. Absent: there is never one. */
  readonly readPrevious?: ReadPrevious | undefined;
  /** Finds the terms of the glossary in a document. Absent: there is none. */
  readonly findTerms?: FindTerms | undefined;
}

export type ReadPrevious = (
  document: Pick<Document, 'id' | 'version'>,
  locale: Locale,
) => Promise<PreviousVersion | undefined>;

/**
 * Checks the stage's settings and takes the memory from the composition root.
 *
 * @throws {PipelineError} `CONFIG_INVALID` when a setting is out of range.
 */
export function createTmLookupDeps(deps: TmLookupDeps): TmLookupDeps {
  const { minScore, limit } = deps;
  if (!Number.isInteger(minScore) || minScore < 0 || minScore > 100) {
    throw new PipelineError(
      'CONFIG_INVALID',
      `The lowest fuzzy score is ${minScore}; expected a whole number from 0 to 100`,
    );
  }
  if (!Number.isInteger(limit) || limit < 1) {
    throw new PipelineError(
      'CONFIG_INVALID',
      `The number of matches per segment is ${limit}; expected a whole number from 1`,
    );
  }
  return deps;
}
