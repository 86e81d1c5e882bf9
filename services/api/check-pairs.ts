import { LOCALES } from '../../config/locales.ts';
import { configPath } from '../../config/project-root.ts';
import { readFiles } from '../../config/read-files.ts';
import { readTables } from '../../config/read-tables.ts';
import type { CodedText } from '../../shared/document/inline-code.ts';
import type { Locale } from '../../shared/document/locale.ts';
import type { QaFinding } from '../../shared/document/rendition.ts';
import { loadGazetteer } from '../../shared/gazetteer/load-gazetteer.ts';
import { createNameReader, type NameReader } from '../../shared/gazetteer/name-reader.ts';
import { checkTerms } from '../../shared/memory/terms/check-terms.ts';
import { createTermbase } from '../../shared/memory/terms/find-terms.ts';
import { Inflection } from '../../shared/memory/terms/inflection.ts';
import type { Term, TermUse } from '../../shared/memory/terms/term.ts';
import { createTermMatchers, type TermMatcher } from '../../shared/memory/terms/term-matcher.ts';
import { checkPair } from '../../shared/quality/check-pair.ts';
import { namesOfSource } from '../../shared/quality/names-of-source.ts';
import { createGlossaryStore } from '../../shared/stores/glossary-store.ts';
import type { RedisClient } from '../../shared/stores/redis.ts';
import { createTermFinder, type FindTerms } from '../../shared/stores/term-finder.ts';

/** Translations to check, all between the same locales. */
export interface PairsToCheck {
  readonly tenant: string;
  readonly sourceLocale: Locale;
  readonly locale: Locale;
  readonly segments: readonly { readonly source: CodedText; readonly target: CodedText }[];
  /** In place of the tenant's glossary. */
  readonly terms?: readonly Term[] | undefined;
}

/** Findings per segment, in their order. */
export type PairsChecker = (pairs: PairsToCheck) => Promise<readonly (readonly QaFinding[])[]>;

/** Makes a checker that reads gazetteers and tables of inflection when it is first asked. */
export function createPairsChecker(client: RedisClient): PairsChecker {
  let loading: Promise<Knowledge> | undefined;
  return async (pairs) => {
    loading ??= loadKnowledge(client);
    return check(pairs, await loading);
  };
}

interface Knowledge {
  readonly reader: NameReader;
  readonly matcherFor: (locale: Locale) => TermMatcher;
  readonly findTerms: FindTerms;
}

async function loadKnowledge(client: RedisClient): Promise<Knowledge> {
  const matcherFor = createTermMatchers(await readTables(configPath('inflection'), Inflection));
  const gazetteers = await readFiles(configPath('gazetteers'), '.jsonl');
  return {
    reader: createNameReader(() => loadGazetteer(gazetteers, LOCALES), matcherFor),
    matcherFor,
    findTerms: createTermFinder(createGlossaryStore(client), matcherFor),
  };
}

async function check(pairs: PairsToCheck, knowledge: Knowledge): Promise<readonly (readonly QaFinding[])[]> {
  const { sourceLocale, locale, segments } = pairs;
  const { reader, matcherFor } = knowledge;
  const uses = await usesIn(pairs, knowledge);
  return segments.map(({ source, target }, at) => {
    const texts = { source: source.text, target: target.text, sourceLocale, locale };
    const own = uses.filter(({ segmentId }) => segmentId === String(at));
    const names = namesOfSource(texts, reader);
    const codes = { source: source.codes, target: target.codes };
    return checkPair({ ...texts, mentions: [], names, reader, codes }, [
      (pair) => checkTerms(pair.target, own, matcherFor(locale)),
    ]);
  });
}

/** The terms in the sources; their segments are named by their number. */
async function usesIn(
  { tenant, sourceLocale, locale, segments, terms }: PairsToCheck,
  { matcherFor, findTerms }: Knowledge,
): Promise<readonly TermUse[]> {
  const texts = segments.map(({ source }, at) => ({ id: String(at), text: source.text }));
  if (terms === undefined) {
    return (await findTerms({ segments: texts, sourceLocale }, { tenant, locale })) ?? [];
  }
  const termbase = createTermbase(terms, matcherFor(sourceLocale));
  return texts.flatMap(({ id, text }) => termbase.find(id, text));
}
