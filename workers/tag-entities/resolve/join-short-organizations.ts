import { fold } from '../../../shared/text/fold.ts';
import type { Candidate } from '../candidate.ts';
import type { DocumentView } from '../document-view.ts';
import { ORG_HEADS } from '../names/name-words.ts';

interface FullName {
  readonly name: string;
  readonly candidate: Candidate;
}

/**
 * Joins one word for an organization to the full name before it: "the Ministry" where the article has
 * one ministry only, "Halden" behind "Halden Industries". Nouns in small letters name nobody.
 */
export function joinShortOrganizations(
  view: DocumentView,
  candidates: readonly Candidate[],
): readonly Candidate[] {
  /** By folded word; undefined where two organizations share it. */
  const known = new Map<string, FullName | undefined>();
  return candidates.map((candidate) => {
    const { type, reading, segment, start, end } = candidate;
    if (type !== 'ORG' || (reading.kind !== 'name' && reading.kind !== 'entry')) {
      return candidate;
    }
    const text = view.segments[segment]?.text.slice(start, end) ?? '';
    const words = fold(text).match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
    if (words.length > 1) {
      for (const word of shortFormsOf(words)) {
        const other = known.get(word);
        const isOther = known.has(word) && (other === undefined || fold(other.name) !== fold(text));
        known.set(word, isOther ? undefined : { name: text, candidate });
      }
      return candidate;
    }
    const full = known.get(words[0] ?? '');
    return full === undefined || reading.kind === 'entry' || text === text.toLowerCase()
      ? candidate
      : joined(candidate, full);
  });
}

/** The first word, where it is no everyday one, and the head word: "Ministry of Health", "Halden Industries". */
function shortFormsOf(words: readonly string[]): ReadonlySet<string> {
  const heads = words.filter((word) => ORG_HEADS.has(word));
  const [first = ''] = words;
  return new Set([...heads, ...(first.length >= 4 && heads.length > 0 ? [first] : [])]);
}

function joined(candidate: Candidate, { name, candidate: full }: FullName): Candidate {
  const { reading } = full;
  return {
    ...candidate,
    evidence: `Short for ${name}`,
    reading:
      reading.kind === 'entry'
        ? { kind: 'entry', entry: reading.entry, short: true }
        : { kind: 'name', of: name },
  };
}
