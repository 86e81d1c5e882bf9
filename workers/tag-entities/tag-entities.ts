import type { Document } from '../../shared/document/document.ts';
import type { EntityOverlay } from '../../shared/document/entity-mention.ts';
import { languageOf } from '../../shared/document/locale.ts';
import type { Diagnostic } from '../../shared/document/overlay.ts';
import type { OfficeLine } from '../../shared/gazetteer/gazetteer-entry.ts';
import type { NameIndex } from '../../shared/gazetteer/name-index.ts';
import { parseMoment } from '../../shared/values/dates/calendar.ts';
import type { Candidate, Recognizer } from './candidate.ts';
import { resolveDates } from './dates/resolve-dates.ts';
import { viewDocument } from './document-view.ts';
import { describeFixes } from './fixes/describe-fixes.ts';
import { fixedCandidates } from './fixes/fixed-candidate.ts';
import { type HeldCandidates, holdFixes } from './fixes/hold-fixes.ts';
import { placeFixes } from './fixes/place-fixes.ts';
import type { FindEntry, SettledFix } from './fixes/settle-fixes.ts';
import { linkEntities } from './link-entities.ts';
import type { LocaleNaming } from './local-names/localize-names.ts';
import { mergeCandidates } from './merge-candidates.ts';
import type { TaggedName } from './model/tagger.ts';
import type { NameReader } from './neural/load-neural.ts';
import type { FindPatterns } from './own-types/recognize-patterns.ts';
import { linkNames } from './resolve/link-names.ts';
import { officeHolders } from './resolve/office-holders.ts';
import { collectOpinions } from './resolve/opinions.ts';
import { resolveNames } from './resolve/resolve-names.ts';
import { resolveRoles } from './resolve/resolve-roles.ts';
import { statedOffices } from './resolve/stated-offices.ts';

/** What tagging knows before it reads a document. */
export interface TagEntitiesDeps {
  /** Takes in what was imported since the last time; asked once before each document. */
  readonly refresh: () => Promise<void>;
  /** What the gazetteers know of an id. */
  readonly findEntry: FindEntry;
  /** The gazetteers' names for a source language; the same index until the next `refresh`. */
  readonly nameIndexFor: (language: string) => NameIndex;
  /** `names` stand in place of what a tagger that ships would read. */
  readonly recognizersFor: (language: string, names?: readonly TaggedName[]) => readonly Recognizer[];
  /** Reads the names of a document, where a neural model was configured. */
  readonly readNames?: NameReader | undefined;
  /** Finds what looks like a kind of the customer's own. */
  readonly findPatterns: FindPatterns;
  readonly offices: readonly OfficeLine[];
  /** Locales whose names entities carry, and how they write what no gazetteer has. */
  readonly naming: LocaleNaming;
}

/** What is known of a document beside its text. */
export interface Given {
  /** What people decided about it. */
  readonly fixes?: readonly SettledFix[];
  /** What `readNames` read in it. */
  readonly names?: readonly TaggedName[] | undefined;
}

/**
 * Finds what a document names: people, places, organizations, roles, dates and other values, each
 * with its value or its identity and its name per locale. What people decided holds from the start on,
 * so that shorter mentions follow it. The text stays as it is.
 */
export function tagEntities(
  document: Document,
  deps: TagEntitiesDeps,
  { fixes = [], names }: Given = {},
): EntityOverlay {
  const language = languageOf(document.sourceLocale);
  const published = document.meta.publishedAt;
  const index = deps.nameIndexFor(language);
  const view = viewDocument(document, index);
  const patterns = deps.findPatterns(view);
  const read = deps.recognizersFor(language, names).flatMap((recognize) => recognize(view));
  const found = [...read, ...patterns.candidates];
  const placed = placeFixes(document, fixes);
  const candidateOf = fixedCandidates({ view, index, found });
  const hold = (candidates: readonly Candidate[]): HeldCandidates =>
    holdFixes(candidates, placed, candidateOf);
  const merged = hold(mergeCandidates(view, found)).candidates;
  const opinions = collectOpinions(view, found);
  const linked = hold(linkNames(view, merged, { index, opinions })).candidates;
  const { candidates, places } = hold(resolveNames(view, linked, opinions));
  const holders = officeHolders(deps.offices, statedOffices(view, candidates), published?.slice(0, 10));
  const roles = resolveRoles(view, candidates, holders);
  const dates = resolveDates(candidates, published === undefined ? undefined : parseMoment(published));
  const overlay = linkEntities(view, { candidates, dates, roles, naming: deps.naming });
  return describeFixes(withDiagnostics(overlay, patterns.diagnostics), view, { fixes, places });
}

function withDiagnostics(overlay: EntityOverlay, diagnostics: readonly Diagnostic[]): EntityOverlay {
  return diagnostics.length === 0 ? overlay : { ...overlay, diagnostics };
}
