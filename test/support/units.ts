import type { CodedText } from '../../shared/document/inline-code.ts';
import { Locale } from '../../shared/document/locale.ts';
import type { LookupRequest, MemoryQuery } from '../../shared/memory/memory.ts';
import type { TranslationUnit } from '../../shared/memory/translation-unit.ts';

/** What a test says about a unit; the rest is filled in. */
export interface UnitSpec {
  readonly source: string | CodedText;
  readonly target: string | CodedText;
  readonly sourceLocale?: string;
  readonly locale?: string;
  readonly contextBefore?: string;
  readonly contextAfter?: string;
  readonly key?: string;
  readonly memory?: string;
  readonly provenance?: Partial<TranslationUnit['provenance']>;
}

/** A unit from `en` into `es`, translated by a person, unless the test says otherwise. */
export function unitOf({
  source,
  target,
  sourceLocale,
  locale,
  provenance,
  ...place
}: UnitSpec): TranslationUnit {
  return {
    sourceLocale: Locale.parse(sourceLocale ?? 'en'),
    locale: Locale.parse(locale ?? 'es'),
    source: codedOf(source),
    target: codedOf(target),
    ...place,
    provenance: { origin: 'human', review: 'translated', ...provenance },
  };
}

/** A request from `en` into `es` at 70 %, five matches a query, unless the test says otherwise. */
export function requestOf(
  queries: readonly (string | MemoryQuery)[],
  request: Partial<Omit<LookupRequest, 'queries' | 'locale'>> & { readonly locale?: string } = {},
): LookupRequest {
  return {
    sourceLocale: Locale.parse('en'),
    minScore: 70,
    limit: 5,
    ...request,
    locale: Locale.parse(request.locale ?? 'es'),
    queries: queries.map((query) => (typeof query === 'string' ? { source: codedOf(query) } : query)),
  };
}

/** Plain text as coded text. */
export function codedOf(text: string | CodedText): CodedText {
  return typeof text === 'string' ? { text, codes: [] } : text;
}
