import { LOOSE, PAIRED, SEPARATOR, unitOf } from './folded-units.ts';
import { ACCENTS, COUNTRY, EVERYDAY, type FormHit, MARKED, type NameTable, STRICT } from './name-table.ts';
import { hashWritten } from './scan-words.ts';
import { endsWithWords } from './word-edges.ts';

/** Entries that share a form are looked at up to here: whoever is meant is among the first. */
const MAX_NAMESAKES = 64;

/**
 * Answers the form of `hit` that stands there, one in its own case before others, or -1: the words
 * fit, but marks between them, case, or letters around them may say that the text means something else.
 */
export function fitForm(
  text: string,
  hit: FormHit,
  { table, language }: { readonly table: NameTable; readonly language: string },
): number {
  if (!endsWithWords(text, [hit.start, hit.end], language)) {
    return -1;
  }
  const joined = isJoined(text, hit);
  let loose = -1;
  let form = hit.form;
  for (let seen = 0; form !== -1 && seen < MAX_NAMESAKES; seen += 1) {
    const flags = table.flagsOf(form);
    const next = table.next(form);
    if (joined || (flags & MARKED) !== 0) {
      const careful = (flags & (STRICT | ACCENTS)) !== 0;
      if (!careful && loose === -1 && next === -1) {
        return form; // the only one, in any case
      }
      const asWritten = isAsWritten(text, hit, { table, form });
      if (asWritten && !isCried(text, hit, flags)) {
        return form;
      }
      if (!asWritten && loose === -1 && (!careful || isLooselyMeant(text, hit, flags))) {
        loose = form;
      }
    }
    form = next;
  }
  return loose;
}

/** Tells whether a form stands in the text in its own case, and with its accents where they count. */
export function isAsWritten(
  text: string,
  { start, end }: { readonly start: number; readonly end: number },
  { table, form }: { readonly table: NameTable; readonly form: number },
): boolean {
  const accents = (table.flagsOf(form) & ACCENTS) !== 0;
  return hashWritten(text, [start, end], accents) === table.writtenOf(form);
}

const SPACE = 0x20;
/** Copies: imported names are looked up at every use, which is felt in the loop over letters. */
const [UNITS, LAST_SPECIAL, PARTS_WORDS] = [LOOSE.units, PAIRED, SEPARATOR];

/** Where words and what stands between them meet. */
const EDGES =
  /(?<=[\p{L}\p{M}\p{N}\p{Cf}])(?=[^\p{L}\p{M}\p{N}\p{Cf}])|(?<=[^\p{L}\p{M}\p{N}\p{Cf}])(?=[\p{L}\p{M}\p{N}\p{Cf}])/u;
const JOINER = /^(?:[ \u00A0\u2009\u202F\u3000]{1,2}|[-‐‑–·・•＝='’ʼ״"׳])$/u;
const WITH_STOP = /^(?:\p{L}|st|dr|jr|sr|mr|ms)$/iu;

/** Between words of a name: spaces, a joiner, the stop of an initial. */
function isJoined(text: string, { start, end }: FormHit): boolean {
  for (let at = start; at < end; at += 1) {
    const code = text.charCodeAt(at);
    const unit = UNITS[code] || unitOf(LOOSE, code);
    const lonely = code === SPACE && (UNITS[text.charCodeAt(at + 1)] ?? 0) > LAST_SPECIAL;
    if (unit === PARTS_WORDS && !lonely) {
      return isJoinedByMarks(text.slice(start, end));
    }
  }
  return true;
}

function isJoinedByMarks(name: string): boolean {
  const parts = name.split(EDGES);
  return parts.every((part, at) => at % 2 === 0 || joins(part, parts[at - 1] ?? ''));
}

function joins(gap: string, before: string): boolean {
  return JOINER.test(gap) || (/^\.[ \u00A0]?$/u.test(gap) && WITH_STOP.test(before));
}

/** A form that asks for its own case may stand in another where the text says why. */
function isLooselyMeant(text: string, hit: FormHit, flags: number): boolean {
  return isShouted(text, hit) || isCountryBehindArticle(text, hit, flags);
}

/** Capitals throughout, as headlines write: words of four letters and more say nothing by them. */
function isShouted(text: string, { start, end }: FormHit): boolean {
  const name = text.slice(start, end);
  return end - start >= 4 && name === name.toUpperCase() && name !== name.toLowerCase();
}

/** "TELL US MORE": in a line of capitals a short form may be a plain word. */
function isCried(text: string, { start, end }: FormHit, flags: number): boolean {
  if ((flags & EVERYDAY) === 0 || end - start > 3) {
    return false;
  }
  return (
    /\p{Lu}{2,}[^\p{L}.!?]{1,2}$/u.test(text.slice(Math.max(0, start - 12), start)) && isCapitals(text, end)
  );
}

function isCapitals(text: string, from: number): boolean {
  const next = /^[^\p{L}]{0,2}(\p{L}+)/u.exec(text.slice(from, from + 40))?.[1];
  return next === undefined || (next.length > 1 && next === next.toUpperCase());
}

/** "the us": as a pronoun it would take no article. */
function isCountryBehindArticle(text: string, { start }: FormHit, flags: number): boolean {
  return (
    (flags & COUNTRY) !== 0 &&
    (flags & 3) === 0 &&
    /(?:^|[^\p{L}\p{N}])the\s$/iu.test(text.slice(Math.max(0, start - 5), start))
  );
}
