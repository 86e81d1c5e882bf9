import { type NameToken, nameTokens } from '../name-tokens.ts';
import { GIVEN_NAMES, PARTICLES } from '../names/name-words.ts';
import { isFamilyFirst } from './family-first.ts';

/** How surely a form means the person: a family name does, a given name needs more. */
export type FormKind = 'family' | 'inner' | 'given';

/** A part of a full name by which a text may name the person again. */
export interface NamePart {
  /** Folded tokens, with the hyphens between them. */
  readonly keys: readonly string[];
  readonly kind: FormKind;
}

/** A full name, cut into what belongs together: "Ocasio-Cortez" is one unit of two words. */
export interface FullName {
  /** Folded tokens per unit; without initials and without "Jr." or "III". */
  readonly units: readonly (readonly string[])[];
  /** Letters of initials, in order, where the name has them. */
  readonly initials: readonly string[];
}

const GENERATION = /^(?:jr|sr|[ivx]+)$/u;
/** Arabic articles: written with or without, and in two spellings. */
const ARTICLES: ReadonlySet<string> = new Set(['al', 'el', 'as', 'ash', 'an', 'ar', 'az']);

/** Cuts a name into units. */
export function readFullName(name: string, language: string): FullName {
  const units: string[][] = [];
  const initials: string[] = [];
  let joins = false;
  for (const { kind, key, text, glued } of nameTokens(name, language)) {
    if (kind === 'word' || kind === 'number') {
      const last = units.at(-1);
      if (joins && last !== undefined) {
        last.push('-', key);
      } else if (/^\p{L}$/u.test(text)) {
        initials.push(key);
      } else {
        units.push([key]);
      }
    }
    joins = glued && /^[-‐‑]$/u.test(text);
  }
  const suffix = units.length > 1 && GENERATION.test(units.at(-1)?.join('') ?? '');
  return { units: suffix ? units.slice(0, -1) : units, initials };
}

/**
 * The parts of a full name that may stand for it: the family name with and without its particles,
 * wherever the name's language puts it, then inner names, then the given name.
 */
export function partsOf({ units }: FullName): readonly NamePart[] {
  const last = units.length - 1;
  if (last < 0) {
    return [];
  }
  const first = units[0] ?? [];
  if (last === 0) {
    return [{ keys: first, kind: 'family' }];
  }
  const parts: NamePart[] = familyParts(units);
  const familyFirst = isFamilyFirst(units);
  if (familyFirst) {
    parts.push({ keys: first, kind: 'family' });
  }
  for (const unit of units.slice(1, last)) {
    const [key = ''] = unit;
    if (!PARTICLES.has(key) && key.length > 2) {
      parts.push({ keys: unit, kind: GIVEN_NAMES.has(key) ? 'given' : 'inner' });
    }
  }
  return familyFirst ? parts : [...parts, { keys: first, kind: 'given' }];
}

/** "Juan de la Fuente": "Fuente", "la Fuente", "de la Fuente"; "Abdel el-Sisi": "el-Sisi", "Sisi", "al-Sisi". */
function familyParts(units: readonly (readonly string[])[]): NamePart[] {
  let from = units.length - 1;
  const lastUnit = units[from] ?? [];
  const forms: (readonly string[])[] = [lastUnit];
  const [article = '', hyphen, ...rest] = lastUnit;
  if (ARTICLES.has(article) && hyphen === '-') {
    forms.push(rest, ['al', '-', ...rest], ['el', '-', ...rest]);
  }
  while (from > 1 && PARTICLES.has(units[from - 1]?.[0] ?? '')) {
    from -= 1;
    forms.push(units.slice(from).flat());
  }
  return forms.map((keys) => ({ keys, kind: 'family' }));
}

/** Tells whether the tokens from `at` on are `keys`, and no other name is hyphened to them. */
export function standsAt(tokens: readonly NameToken[], at: number, keys: readonly string[]): boolean {
  for (let offset = 0; offset < keys.length; offset += 1) {
    if (tokens[at + offset]?.key !== keys[offset]) {
      return false;
    }
  }
  const end = at + keys.length;
  return !joinsNames(tokens, at) && !joinsNames(tokens, end);
}

/** A hyphen ends or begins at `edge` and has a name on its far side: "Ocasio-Cortez", not "anti-Trump". */
function joinsNames(tokens: readonly NameToken[], edge: number): boolean {
  const [before, hyphenBefore, inner, after] = [
    tokens[edge - 2],
    tokens[edge - 1],
    tokens[edge],
    tokens[edge + 1],
  ];
  const isTightBefore = isHyphen(hyphenBefore) && inner?.glued === true && hyphenBefore?.glued === true;
  const isTightAfter = isHyphen(inner) && inner?.glued === true && after?.glued === true;
  return (isTightBefore && before?.casing === 'capital') || (isTightAfter && after?.casing === 'capital');
}

function isHyphen(token: NameToken | undefined): boolean {
  return token !== undefined && /^[-‐‑]$/u.test(token.text);
}

/** The tokens of a form that a gazetteer lists ("Kim"), folded. */
export function keysOfForm(form: string, language: string): readonly string[] {
  return nameTokens(form, language)
    .filter(({ kind }) => kind === 'word')
    .map(({ key }) => key);
}
