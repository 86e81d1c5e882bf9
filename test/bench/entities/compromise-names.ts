import nlp from 'compromise';
import { z } from 'zod';
import type { MarkedName } from '../../../workers/tag-entities/model/train/corpus.ts';

const Found = z.array(z.object({ offset: z.object({ start: z.number(), length: z.number() }) }));

/** The names that compromise finds in an English sentence, without the marks that it leaves on them. */
export function compromiseNames(text: string): readonly MarkedName[] {
  const read = nlp(text);
  const views = [
    ['PER', read.people()],
    ['LOC', read.places()],
    ['ORG', read.organizations()],
  ] as const;
  return views.flatMap(([type, view]) =>
    Found.parse(view.json({ offset: true })).flatMap(({ offset }): MarkedName[] => {
      const slice = text.slice(offset.start, offset.start + offset.length);
      const core = /^[\s"“‘'(]*(.*?)(?:['’]s)?[\s.,;:!?"”’')]*$/su.exec(slice)?.[1] ?? '';
      const start = offset.start + slice.indexOf(core);
      return core === '' ? [] : [{ start, end: start + core.length, type }];
    }),
  );
}
