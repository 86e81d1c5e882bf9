import type { Candidate } from '../candidate.ts';
import type { DocumentView } from '../document-view.ts';
import type { OfficeTitle } from '../names/office-titles.ts';
import { nameEntityId } from './entity-ids.ts';
import type { Holder, Office, OfficeHolders } from './office-holders.ts';

/** Whom a role mention means. */
export interface ResolvedRole {
  /** The office, with "counterpart" replaced by what it stands for where that is known. */
  readonly title: OfficeTitle;
  readonly holder: Holder | undefined;
}

/**
 * Finds the person behind each role among `candidates` (reading order). "Counterpart" takes the
 * office of the person named last before from another country. Unknown holders stay unknown.
 */
export function resolveRoles(
  view: DocumentView,
  candidates: readonly Candidate[],
  holders: OfficeHolders,
): ReadonlyMap<Candidate, ResolvedRole> {
  const roles = new Map<Candidate, ResolvedRole>();
  const before: Office[] = [];
  for (const [at, candidate] of candidates.entries()) {
    const { reading } = candidate;
    if (reading.kind === 'role') {
      const country = reading.country.code ?? '';
      const title = reading.office === 'counterpart' ? titleAcross(before, country) : reading.office;
      const holder = namedBehind(view, candidate, candidates[at + 1]) ?? holders.holderOf({ country, title });
      roles.set(candidate, { title, holder });
      before.push({ country, title });
    } else if (candidate.type === 'PER') {
      const text = view.segments[candidate.segment]?.text.slice(candidate.start, candidate.end) ?? '';
      const office = holders.officeOf(nameEntityId(candidate, text));
      before.push(...(office === undefined ? [] : [office]));
    }
  }
  return roles;
}

/** "his Ugandan counterpart, Ana Ruiz": the article says itself who it is. */
function namedBehind(view: DocumentView, role: Candidate, next: Candidate | undefined): Holder | undefined {
  if (next?.type !== 'PER' || next.segment !== role.segment) {
    return undefined;
  }
  const text = view.segments[role.segment]?.text ?? '';
  const apart = text.slice(role.end, next.start);
  return /^\s?,\s?$/u.test(apart)
    ? { personId: nameEntityId(next, text.slice(next.start, next.end)), evidence: 'Named behind it' }
    : undefined;
}

function titleAcross(before: readonly Office[], country: string): OfficeTitle {
  return before.findLast((office) => office.country !== country)?.title ?? 'counterpart';
}
