import { EntityOverlay } from '../../shared/document/entity-mention.ts';
import { defineStage } from '../../shared/queue/define-stage.ts';
import { type TagEntitiesDeps, tagEntities } from './tag-entities.ts';

/** Finds the people, places, organizations, dates and values of a normalized article. */
export const tagEntitiesStage = defineStage({
  name: 'tag-entities',
  scope: 'article',
  needs: ['normalize'],
  output: EntityOverlay,
  next: 'tm-lookup',
  run: async ({ normalize: document }, deps: TagEntitiesDeps) => {
    await deps.refresh();
    return tagEntities(document, deps);
  },
});
