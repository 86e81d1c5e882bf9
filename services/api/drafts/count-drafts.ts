import type { SubmissionBody } from '../../../shared/api/submission.ts';
import type { Locale } from '../../../shared/document/locale.ts';
import type { CountedArticle } from '../../../shared/memory/leverage-report.ts';
import { toSourceArticle } from '../submission/to-source-article.ts';
import { countedOf } from './counted-of.ts';
import type { DraftMatcher } from './match-drafts.ts';

export interface DraftBatch {
  readonly tenant: string;
  readonly drafts: readonly (Pick<
    SubmissionBody,
    'format' | 'content' | 'contentEncoding' | 'charset' | 'sourceLocale' | 'meta'
  > & { readonly name: string })[];
  readonly locales: readonly string[];
  readonly signal: AbortSignal;
}

/**
 * Finds what the memory has for articles that are not submitted, per locale, one article after the
 * other.
 *
 * @throws {PipelineError} as a submission and its first stage would: `LOCALE_UNKNOWN`, `SOURCE_EMPTY`, ...
 */
export async function countDrafts(
  matcher: DraftMatcher,
  { tenant, drafts, locales, signal }: DraftBatch,
): Promise<ReadonlyMap<Locale, readonly CountedArticle[]>> {
  const counted = new Map<Locale, CountedArticle[]>();
  for (const { name, ...draft } of drafts) {
    const source = toSourceArticle({
      ...draft,
      tenant,
      externalId: name,
      version: 1,
      targetLocales: locales,
      urgency: 5,
    });
    const { document, matches } = await matcher.match(source, source.targetLocales, signal);
    for (const [locale, found] of matches) {
      counted.set(locale, [...(counted.get(locale) ?? []), countedOf(name, document, found)]);
    }
  }
  return counted;
}
