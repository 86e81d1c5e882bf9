import { Locale, languageOf, scriptOf } from '../document/locale.ts';
import { createTermbase, type Termbase } from '../memory/terms/find-terms.ts';
import type { TermUse } from '../memory/terms/term.ts';
import type { TermMatcher } from '../memory/terms/term-matcher.ts';
import type { GlossaryStore } from './glossary-store.ts';

/** The terms in the texts of a source; undefined where there is no glossary for the pair of languages. */
export type FindTerms = (
  source: {
    readonly segments: readonly { readonly id: string; readonly text: string }[];
    readonly sourceLocale: Locale;
  },
  target: { readonly locale: Locale; readonly tenant?: string | undefined },
) => Promise<readonly TermUse[] | undefined>;

const DEFAULT_TENANT = 'default';

interface Known {
  readonly version: number;
  readonly termbase: Termbase | undefined;
}

/**
 * Finds terms by the glossaries in a store. What is kept of a glossary is made anew when its tenant changed
 * any, which every call asks for: a term is found by the next document of any worker.
 */
export function createTermFinder(
  store: Pick<GlossaryStore, 'version' | 'read'>,
  matcherFor: (locale: Locale) => TermMatcher,
): FindTerms {
  const known = new Map<string, Known>();
  return async ({ segments, sourceLocale }, { locale, tenant = DEFAULT_TENANT }) => {
    const version = await store.version(tenant);
    if (version === 0) {
      return undefined;
    }
    const key = `${tenant} ${sourceLocale} ${locale}`;
    let found = known.get(key);
    if (found?.version !== version) {
      found = { version, termbase: await read({ tenant, sourceLocale, locale }) };
      known.set(key, found);
    }
    return found.termbase && segments.flatMap(({ id, text }) => found?.termbase?.find(id, text) ?? []);
  };

  /** The terms of a language serve its regions too, but not another script. */
  async function read({
    tenant,
    sourceLocale,
    locale,
  }: {
    readonly tenant: string;
    readonly sourceLocale: Locale;
    readonly locale: Locale;
  }): Promise<Termbase | undefined> {
    const pairs = withLanguage(sourceLocale).flatMap((from) =>
      withLanguage(locale).map((to) => ({ sourceLocale: from, locale: to })),
    );
    const lists = await Promise.all(pairs.map(async (pair) => store.read(tenant, pair)));
    const terms = lists.flat();
    return terms.length === 0 ? undefined : createTermbase(terms, matcherFor(sourceLocale));
  }
}

function withLanguage(locale: Locale): readonly Locale[] {
  const language = Locale.parse(languageOf(locale));
  return language === locale || scriptOf(language) !== scriptOf(locale) ? [locale] : [locale, language];
}
