import nlp from 'compromise';
import { z } from 'zod';
import { compromiseNames } from './compromise-names.ts';
import type { SpannedMention } from './gold-text.ts';

const Found = z.array(z.object({ offset: z.object({ start: z.number(), length: z.number() }) }));

/** What compromise finds in an English text: names, money, percentages, other numbers. */
export function compromiseMentions(text: string): readonly SpannedMention[] {
  const read = nlp(text);
  const values = [
    ['MONEY', read.money()],
    ['PERCENT', read.percentages()],
    ['CARDINAL', read.numbers()],
  ] as const;
  return [
    ...compromiseNames(text),
    ...values.flatMap(([type, view]) =>
      Found.parse(view.json({ offset: true })).map(({ offset: { start, length } }): SpannedMention => {
        const core = text.slice(start, start + length).replace(/[\s.,;:!?"”’')]+$/u, '');
        return { start, end: start + core.length, type };
      }),
    ),
  ];
}
