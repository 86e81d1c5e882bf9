import type { Candidate } from '../candidate.ts';
import { countBefore } from '../count-before.ts';
import type { DocumentView, SegmentView } from '../document-view.ts';
import type { KnownName } from '../gazetteer/match-gazetteer.ts';
import { matchOffice, type OfficeTitle } from '../names/office-titles.ts';
import { nameEntityId } from './entity-ids.ts';
import type { StatedOffice } from './office-holders.ts';

/**
 * Reads which offices the article itself gives to people: "US president Ana Ruiz", "Ana Ruiz,
 * president of Peru". "former" and the like give none.
 */
export function statedOffices(view: DocumentView, candidates: readonly Candidate[]): readonly StatedOffice[] {
  const stated: StatedOffice[] = [];
  for (const candidate of candidates) {
    const segment = view.segments[candidate.segment];
    if (candidate.type !== 'PER' || segment === undefined) {
      continue;
    }
    const office = officeBefore(segment, candidate) ?? officeBehind(segment, candidate);
    if (office !== undefined) {
      const personId = nameEntityId(candidate, segment.text.slice(candidate.start, candidate.end));
      stated.push({ ...office, personId });
    }
  }
  return stated;
}

interface Found {
  readonly country: string;
  readonly title: OfficeTitle;
}

const OTHER_TIMES: ReadonlySet<string> = new Set(['former', 'ex', 'then', 'late', 'future', 'deputy']);

/** Tokens of the longest office, and the dot of a short form of a country. */
const REACH = 6;

function officeBefore({ tokens, known }: SegmentView, { start }: Candidate): Found | undefined {
  const at = countBefore(tokens, (token) => token.start < start);
  for (let index = countBefore(known, ({ fromToken }) => fromToken < at) - 1; index >= 0; index -= 1) {
    const name = known[index];
    if (name === undefined || name.toToken < at - REACH) {
      return undefined;
    }
    const office = countryCode(name) === undefined ? undefined : matchOffice(tokens, name.toToken);
    const before = tokens[name.fromToken - 1];
    const prior = before?.text === '-' ? tokens[name.fromToken - 2] : before;
    if (office?.toToken === at && !OTHER_TIMES.has(prior?.key ?? '')) {
      return found(name, office.office);
    }
  }
  return undefined;
}

function officeBehind({ tokens, known }: SegmentView, { end }: Candidate): Found | undefined {
  const comma = countBefore(tokens, (token) => token.start < end);
  if (tokens[comma]?.text !== ',') {
    return undefined;
  }
  const at = tokens[comma + 1]?.key === 'the' ? comma + 2 : comma + 1;
  const office = matchOffice(tokens, at);
  if (office === undefined || tokens[office.toToken]?.key !== 'of') {
    return undefined;
  }
  const place = tokens[office.toToken + 1]?.key === 'the' ? office.toToken + 2 : office.toToken + 1;
  const country = known[countBefore(known, ({ fromToken }) => fromToken < place)];
  const isCountry = country?.fromToken === place && country.alias.kind === 'name';
  return isCountry ? found(country, office.office) : undefined;
}

function found(name: KnownName, title: OfficeTitle): Found | undefined {
  const country = countryCode(name);
  return country === undefined || title === 'leader' || title === 'counterpart'
    ? undefined
    : { country, title };
}

function countryCode({ alias }: KnownName): string | undefined {
  return alias.entry.code;
}
