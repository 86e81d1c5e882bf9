import type { BylineName } from '../../../shared/document/document.ts';
import type { Agencies } from './agencies.ts';

export interface Byline {
  readonly names: readonly BylineName[];
  readonly agency?: string;
  /** Whether it starts with a word such as "by". */
  readonly hasByWord: boolean;
}

const JOINERS = /\s*(?:,|;|&|\band\b|\by\b|\bet\b|\bund\b|\bvà\b|\bи\b|\be\b)\s+/u;

/**
 * Reads a byline as printed ("by Jane Doe and John Roe (AP)"): names in normal case, and the agency
 * where one is named. `byWords` are those of the language, such as "by".
 */
export function parseByline(text: string, byWords: readonly string[], agencies: Agencies): Byline {
  const trimmed = text.trim().replace(/[.\s]+$/u, (end) => (/\b\p{Lu}\.$/u.test(text.trim()) ? end : ''));
  const byWord = byWords
    .filter((word) => trimmed.toLowerCase().startsWith(`${word.toLowerCase()} `))
    .toSorted((a, b) => b.length - a.length)[0];
  const rest = byWord === undefined ? trimmed : trimmed.slice(byWord.length).trim();
  const { people, agency } = splitAgency(rest, agencies);
  const names = people
    .split(JOINERS)
    .map((name) => ({ name: normalCase(name.trim()) }))
    .filter(({ name }) => name !== '');
  return { names, hasByWord: byWord !== undefined, ...(agency === undefined ? {} : { agency }) };
}

function splitAgency(text: string, agencies: Agencies): { people: string; agency?: string } {
  const match = /^(?<people>.*?)\s*(?:\((?<inner>[^()]+)\)|[,/|–—-]\s*(?<outer>[^,/|()]+))$/u.exec(text);
  const printed = match?.groups?.['inner'] ?? match?.groups?.['outer'];
  const agency = printed === undefined ? undefined : agencies.find(printed);
  if (match !== null && agency !== undefined) {
    return { people: match.groups?.['people'] ?? '', agency };
  }
  const whole = agencies.find(text);
  return whole === undefined ? { people: text } : { people: '', agency: whole };
}

/** "JANE O'NEIL" -> "Jane O'Neil"; names that are not all capitals stay as they are. */
function normalCase(name: string): string {
  if (!/\p{Lu}{2}/u.test(name) || /\p{Ll}/u.test(name)) {
    return name;
  }
  return name
    .toLowerCase()
    .replaceAll(/(?<=^|[\s'’-])\p{Ll}|(?<=\bmc)\p{Ll}/gu, (letter) => letter.toUpperCase());
}
