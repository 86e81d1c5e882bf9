import { EntityOverlay } from '../../shared/document/entity-mention.ts';
import { defineStage } from '../../shared/queue/define-stage.ts';
import { settleFixes } from './fixes/settle-fixes.ts';
import { type TagEntitiesDeps, tagEntities } from './tag-entities.ts';

/** Finds the people, places, organizations, dates and values of a normalized article. */
export const tagEntitiesStage = defineStage({
  name: 'tag-entities',
  scope: 'article',
  needs: ['source', 'normalize'],
  output: EntityOverlay,
  next: 'tm-lookup',
  run: async ({ source, normalize: document }, deps: TagEntitiesDeps) => {
    await deps.refresh();
    const fixes = await settleFixes(source.review?.fixes ?? [], deps.findEntry);
    const names = await deps.readNames?.(document.segments);
    return tagEntities(document, deps, { fixes, names });
  },
});
