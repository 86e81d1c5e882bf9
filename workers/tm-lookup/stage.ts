import { LocaleMatches } from '../../shared/memory/match.ts';
import { defineStage } from '../../shared/queue/define-stage.ts';
import type { TmLookupDeps } from './deps.ts';
import { findMatches } from './find-matches.ts';
import { leverageReport } from './leverage-report.ts';

/** Finds what the translation memory has for each segment in one locale, what it saves, and the terms of the glossary. */
export const tmLookupStage = defineStage({
  name: 'tm-lookup',
  scope: 'locale',
  needs: ['normalize', 'tag-entities'],
  output: LocaleMatches,
  summary: ({ leverage }) => ({ leverage }),
  next: 'render',
  async run({ normalize: document, locale, tenant }, deps: TmLookupDeps): Promise<LocaleMatches> {
    const segments = await findMatches(document, { locale, tenant }, deps);
    const leverage = leverageReport(document, segments);
    const terms = await deps.findTerms?.(document, { locale, tenant });
    return { locale, segments, leverage, ...(terms === undefined ? {} : { terms }) };
  },
});
