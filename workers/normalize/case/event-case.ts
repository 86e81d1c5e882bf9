import type { CaseRule } from './case-rule.ts';
import { findPhrases } from './phrase-case.ts';

/** "on christmas eve" -> "on Christmas Eve" */
export const eventCase: CaseRule = {
  name: 'event-case',
  description: 'Capitalizes holidays, wars, games and other events',
  find: (view) => findPhrases(view, 'event', 0.95),
};
