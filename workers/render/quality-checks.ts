import { fallbackChain } from '../../config/locales.ts';
import type { Entity, EntityOverlay, Mention } from '../../shared/document/entity-mention.ts';
import { groupBy } from '../../shared/document/group-by.ts';
import { type Locale, languageOf } from '../../shared/document/locale.ts';
import type { QaFinding } from '../../shared/document/rendition.ts';
import type { NameReader } from '../../shared/gazetteer/name-reader.ts';
import { checkTerms } from '../../shared/memory/terms/check-terms.ts';
import type { TermUse } from '../../shared/memory/terms/term.ts';
import type { TermMatcher } from '../../shared/memory/terms/term-matcher.ts';
import { checkPair, type PairCheck } from '../../shared/quality/check-pair.ts';
import type { CheckedName } from '../../shared/quality/checked-pair.ts';
import type { FilledSegment } from './fill-targets.ts';

export interface QualityContext {
  readonly overlay: EntityOverlay;
  readonly sourceLocale: Locale;
  readonly locale: Locale;
  /** Knows the names that targets may have. */
  readonly reader: NameReader;
  /** Terms of the glossary in the sources, and what finds their renderings in targets. */
  readonly terms?: { readonly uses: readonly TermUse[]; readonly matcher: TermMatcher } | undefined;
}

/**
 * Checks each filled segment; findings per segment, in segment order. Spans lie in the target.
 *
 * Source text that stands in for a target has only the errors that kept its match from being served.
 */
export function checkQuality(
  filled: readonly FilledSegment[],
  { overlay, sourceLocale, locale, reader, terms }: QualityContext,
): readonly (readonly QaFinding[])[] {
  const mentions = groupBy(overlay.mentions, ({ segmentId }) => segmentId);
  const used = groupBy(terms?.uses ?? [], ({ segmentId }) => segmentId);
  const entities = new Map(overlay.entities.map((entity) => [entity.id, entity]));
  return filled.map((entry) => {
    const { segment, target, origin } = entry;
    if (target === undefined) {
      return findRefusals(entry);
    }
    if (origin === 'source-copy') {
      return [];
    }
    const own = mentions.get(segment.id) ?? [];
    const pair = {
      source: segment.text,
      target: target.text,
      sourceLocale,
      locale,
      mentions: own,
      names: checkedNames(own, entities, locale),
      reader,
      codes: { source: segment.codes, target: target.codes },
    };
    return checkPair(pair, termChecks(used.get(segment.id) ?? [], terms?.matcher));
  });
}

/** The glossary's check, where there is a glossary. */
function termChecks(uses: readonly TermUse[], matcher: TermMatcher | undefined): readonly PairCheck[] {
  return matcher === undefined ? [] : [({ target }) => checkTerms(target, uses, matcher)];
}

/** Names of a segment that the gazetteer has a form of in the locale, once each. */
export function checkedNames(
  mentions: readonly Mention[],
  entities: ReadonlyMap<string, Entity>,
  locale: Locale,
): readonly CheckedName[] {
  const names = new Map<string, CheckedName>();
  for (const { entityId, text } of mentions) {
    const entity = entities.get(entityId);
    const tag = fallbackChain(locale).find((each) => entity?.names[each] !== undefined);
    const form = tag === undefined ? undefined : entity?.names[tag];
    if (entity !== undefined && form !== undefined && isOwnName(text, entity)) {
      const own = Object.keys(entity.names).filter((other) => other === 'en' || isAkin(other, locale));
      const forms = [...new Set([form, entity.name, ...own.map((other) => entity.names[other] ?? form)])];
      names.set(entityId, { id: entityId, text, forms, type: entity.type });
    }
  }
  return [...names.values()];
}

/** Locales of one language name most things alike. */
function isAkin(tag: string, locale: Locale): boolean {
  return tag.split('-')[0] === languageOf(locale);
}

const NAMED: ReadonlySet<string> = new Set(['PER', 'LOC', 'ORG']);

/**
 * Nicknames ("Britain") are translated as such, and names made of ordinary words (events, institutions
 * of a state) in many ways; a person's shorter names are parts of the whole one.
 */
function isOwnName(text: string, { type, subtype, names, name }: Entity): boolean {
  if (!NAMED.has(type) || subtype === 'government') {
    return false;
  }
  return type === 'PER' || [name, ...Object.values(names)].some((own) => own === text);
}

const REFUSALS: Readonly<Record<string, QaFinding>> = {
  'codes-mismatch': {
    rule: 'codes',
    severity: 'error',
    message: 'The inline codes of the stored translation do not fit the source, so it is not served',
  },
  'empty-target': {
    rule: 'empty-target',
    severity: 'error',
    message: 'The stored translation is empty, so it is not served',
  },
};

function findRefusals({ reasons }: FilledSegment): readonly QaFinding[] {
  return reasons.flatMap((reason) => REFUSALS[reason] ?? []);
}
