import type { Candidate } from '../candidate.ts';
import { RANK } from '../candidate.ts';
import type { DocumentView } from '../document-view.ts';
import { stripAccents } from '../fold.ts';

const IN_BRACKETS = /^\s?\((?:the\s)?(?<acronym>\p{Lu}[\p{L}\p{N}&-]{1,9})\)/u;

/**
 * Finds acronyms that the text itself introduces, "World Food Programme (WFP)", and every later use
 * of them, and joins them to the full name.
 */
export function findAcronyms(view: DocumentView, candidates: readonly Candidate[]): readonly Candidate[] {
  return candidates.flatMap((candidate) => {
    const acronym = introducedBy(view, candidate);
    return acronym === undefined ? [] : usesOf(view, candidate, acronym);
  });
}

function introducedBy(view: DocumentView, { segment, start, end, type }: Candidate): string | undefined {
  const text = view.segments[segment]?.text ?? '';
  const acronym = IN_BRACKETS.exec(text.slice(end))?.groups?.['acronym'];
  const names = type === 'ORG' || type === 'EVENT' || type === 'LOC' || type === 'PRODUCT';
  return names && acronym !== undefined && standsFor(acronym, text.slice(start, end)) ? acronym : undefined;
}

/** Every capital of the acronym begins a word of the name, in order. */
function standsFor(acronym: string, name: string): boolean {
  const initials = stripAccents(name)
    .split(/[\s-]+/u)
    .map((word) => word.charAt(0).toUpperCase());
  let at = 0;
  for (const letter of acronym.replaceAll(/[^\p{Lu}]/gu, '')) {
    const found = initials.indexOf(letter, at);
    if (found < 0) {
      return false;
    }
    at = found + 1;
  }
  return at > 1;
}

function usesOf(view: DocumentView, full: Candidate, acronym: string): readonly Candidate[] {
  const name = view.segments[full.segment]?.text.slice(full.start, full.end) ?? acronym;
  return view.segments.slice(full.segment).flatMap((segment) =>
    segment.tokens
      .filter(({ text }) => text === acronym)
      .map(
        ({ start, end }): Candidate => ({
          segment: segment.index,
          start,
          end,
          type: full.type,
          rank: RANK.known,
          confidence: 0.95,
          evidence: `Introduced as "${acronym}" behind ${name}`,
          reading: full.reading.kind === 'entry' ? full.reading : { kind: 'name', of: name },
        }),
      ),
  );
}
