import type { Document } from '../../shared/document/document.ts';
import type { EntityOverlay } from '../../shared/document/entity-mention.ts';
import { loadNormalizer, type NormalizeRequest } from './normalize-file.ts';

/** An article as it lies in a file, and what is known of it beside its text. */
export interface EntitiesRequest extends Omit<NormalizeRequest, 'disabledRules'> {
  /** Folder of a neural model that reads names; absent: the taggers that ship do. */
  readonly neuralModel?: string | undefined;
}

/** An article with what the second stage found in it. */
export interface ReadArticle {
  readonly document: Document;
  readonly entities: EntityOverlay;
}

/**
 * Runs the first two stages in this process, without Redis: names that were imported into a running
 * service are not known here.
 *
 * @throws {PipelineError} as the stages do.
 */
export async function readEntities({ neuralModel, ...request }: EntitiesRequest): Promise<ReadArticle> {
  const [normalizer, { createTagEntitiesDeps }, { tagEntities }] = await Promise.all([
    loadNormalizer(),
    import('../../workers/tag-entities/deps.ts'),
    import('../../workers/tag-entities/tag-entities.ts'),
  ]);
  const [document, deps] = await Promise.all([
    normalizer.normalize({ ...request, disabledRules: [] }),
    createTagEntitiesDeps(undefined, { neuralModel }),
  ]);
  const names = await deps.readNames?.(document.segments);
  return { document, entities: tagEntities(document, deps, { names }) };
}
