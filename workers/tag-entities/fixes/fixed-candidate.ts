import type { FixVerdict } from '../../../shared/document/entity-fix.ts';
import { type EntityType, isLinkedType, isListedType } from '../../../shared/document/entity-type.ts';
import type { GazetteerEntry } from '../../../shared/document/gazetteer-entry.ts';
import type { NameIndex } from '../../../shared/gazetteer/name-index.ts';
import { type Candidate, RANK } from '../candidate.ts';
import type { DocumentView } from '../document-view.ts';
import { lookUpName } from '../resolve/look-up-name.ts';
import type { CandidateOf } from './hold-fixes.ts';
import type { PlacedFix } from './place-fixes.ts';

/** What an editor's word is made of. */
export interface FixReading {
  readonly view: DocumentView;
  readonly index: NameIndex;
  /** Everything that was recognized, also what lost against something else. */
  readonly found: readonly Candidate[];
}

type MentionVerdict = Extract<FixVerdict, { kind: 'mention' }>;

const EVIDENCE = 'An editor says so';

/**
 * Makes the candidates that fixes put in their places. Where a fix leaves the link open, what the
 * article and the gazetteers make of the words stands, if it is of the type that the fix says.
 */
export function fixedCandidates({ view, index, found }: FixReading): CandidateOf {
  return (placed, read) => {
    const { segment, start, end, settled } = placed;
    const { verdict } = settled.fix;
    if (verdict.kind === 'nothing') {
      return undefined;
    }
    const at = {
      segment,
      start,
      end,
      type: verdict.type,
      rank: RANK.literal,
      confidence: 1,
      evidence: EVIDENCE,
    };
    const isOpen = verdict.link === undefined;
    const known = [read, ...found.filter((each) => isSamePlace(each, placed))].find(
      (each) => each?.type === verdict.type,
    );
    if (known !== undefined && (isOpen || !isLinkedType(verdict.type))) {
      return { ...at, reading: known.reading };
    }
    const text = view.segments[segment]?.text.slice(start, end) ?? '';
    const entry = isOpen ? listedAs(index, text, verdict.type) : settled.entry;
    return { ...at, reading: readingOf(verdict, entry, { text, language: view.language }) };
  };
}

function readingOf(
  { type, link }: MentionVerdict,
  entry: GazetteerEntry | undefined,
  { text, language }: { readonly text: string; readonly language: string },
): Candidate['reading'] {
  const target = link === 'none' ? undefined : link;
  if (type === 'NORP') {
    return entry?.code === undefined ? { kind: 'name' } : { kind: 'demonym', country: entry };
  }
  if (type === 'ROLE') {
    return target === undefined ? { kind: 'name' } : { kind: 'name', refersTo: target };
  }
  if (!isListedType(type)) {
    return { kind: 'literal' }; // a value that nothing in the words says
  }
  if (entry === undefined && target === undefined) {
    return { kind: 'name' };
  }
  const own = { id: target ?? '', type, names: { [language]: [text] } };
  return { kind: 'entry', entry: entry ?? own, short: false };
}

function listedAs(index: NameIndex, text: string, type: EntityType): GazetteerEntry | undefined {
  return lookUpName(index, text).find(({ entry, isShort }) => entry.type === type && !isShort)?.entry;
}

function isSamePlace(a: Candidate, b: PlacedFix): boolean {
  return a.segment === b.segment && a.start === b.start && a.end === b.end;
}
