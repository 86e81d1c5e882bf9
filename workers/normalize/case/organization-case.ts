import type { CaseRule } from './case-rule.ts';
import { findPhrases } from './phrase-case.ts';

/** "european union" -> "European Union", "iphone" -> "iPhone" */
export const organizationCase: CaseRule = {
  name: 'organization-case',
  description: 'Writes organizations, companies, brands and works as they are known',
  find: (view) => findPhrases(view, 'organization', 0.95),
};
