import type { OfficeLine } from '../../../shared/gazetteer/gazetteer-entry.ts';
import type { OfficeTitle } from '../names/office-titles.ts';

/** An office of a country. */
export interface Office {
  /** ISO 3166 code. */
  readonly country: string;
  readonly title: OfficeTitle;
}

/** Who holds an office, and how that is known. */
export interface Holder {
  readonly personId: string;
  readonly evidence: string;
}

/** Answers who held an office on the day of publication. */
export interface OfficeHolders {
  readonly holderOf: (office: Office) => Holder | undefined;
  /** The office of a person, where it is known. */
  readonly officeOf: (personId: string) => Office | undefined;
}

/** What the article says itself: an office, and the person it names as its holder. */
export interface StatedOffice extends Office {
  readonly personId: string;
}

/** Offices by which a country's leader may be named, where the table does not say. */
const LEADING: readonly string[] = ['president', 'prime-minister', 'chancellor', 'supreme-leader', 'king'];

/**
 * Joins what the article states with the table of offices. The article wins; the table answers only
 * for a known day and inside the terms it lists, so an unknown publication date resolves nothing
 * from it.
 */
export function officeHolders(
  table: readonly OfficeLine[],
  stated: readonly StatedOffice[],
  published: string | undefined,
): OfficeHolders {
  const valid = table.filter((line) => published !== undefined && isValidOn(line, published));
  return {
    holderOf: (office) => statedHolder(table, stated, office) ?? listedHolder(valid, office, published),
    officeOf: (personId) => {
      const said = stated.findLast((each) => each.personId === personId);
      const line = valid.find(({ person }) => person === personId);
      return said ?? (line && { country: line.country, title: titleOf(line.office) });
    },
  };
}

function statedHolder(
  table: readonly OfficeLine[],
  stated: readonly StatedOffice[],
  { country, title }: Office,
): Holder | undefined {
  const here = stated.filter((each) => each.country === country);
  const leading = table
    .filter((line) => line.country === country && line.leader === true)
    .map(({ office }) => office);
  const found =
    title === 'leader'
      ? here.find((each) => (leading.length > 0 ? leading : LEADING).includes(each.title))
      : here.findLast((each) => each.title === title);
  return found && { personId: found.personId, evidence: 'Named with this office in the article' };
}

function listedHolder(
  valid: readonly OfficeLine[],
  { country, title }: Office,
  published: string | undefined,
): Holder | undefined {
  const line = valid.find(
    (each) => each.country === country && (title === 'leader' ? each.leader === true : each.office === title),
  );
  return line && { personId: line.person, evidence: `Held the office on ${published ?? ''}` };
}

function isValidOn({ from, to }: OfficeLine, day: string): boolean {
  return from <= day && (to === undefined || day < to);
}

const TITLES: readonly OfficeTitle[] = [
  'president',
  'vice-president',
  'prime-minister',
  'chancellor',
  'king',
  'emperor',
  'emir',
  'crown-prince',
  'supreme-leader',
  'general-secretary',
  'foreign-minister',
  'defense-minister',
  'finance-minister',
  'pope',
  'secretary-general',
  'commission-president',
];

function titleOf(office: string): OfficeTitle {
  return TITLES.find((title) => title === office) ?? 'leader';
}
