import { RANK, type Recognizer } from '../candidate.ts';

/** Names of the customer's own lists: they outrank whatever else was read in their words. */
export const recognizeListedNames: Recognizer = (view) =>
  view.segments.flatMap(({ index, known }) =>
    known.flatMap(({ alias, start, end, sameCase }) => {
      const { entry, kind, list } = alias;
      if (list === undefined || kind !== 'name') {
        return [];
      }
      return [
        {
          segment: index,
          start,
          end,
          type: entry.type,
          rank: RANK.listed,
          confidence: sameCase ? 0.98 : 0.9,
          evidence: EVIDENCE[list],
          reading: { kind: 'entry', entry, short: false },
        } as const,
      ];
    }),
  );

const EVIDENCE = {
  gazetteer: 'Name in the imported gazetteer',
  glossary: 'Name in the glossary',
  'do-not-translate': 'On the do-not-translate list',
} as const;
