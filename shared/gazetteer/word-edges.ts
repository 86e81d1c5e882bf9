import { tokenize } from '../text/tokenize.ts';
import { isLetterByLetter } from './folded-units.ts';

const APOSTROPHES = "'’ʼ";
const ELISION = /(?:^|[^\p{L}\p{M}\p{N}])(?:[cdjlmnst]|qu|all|dall|dell|nell|sull)$/iu;
const ELIDING: ReadonlySet<string> = new Set(['fr', 'it', 'ca', 'pt', 'es']);
const KATAKANA = /^[\u30A1-\u30FA\u30FC-\u30FF]/u;
/** Particles and endings that Korean writes onto a name. */
const JOSA =
  /^(?:은|는|이|가|을|를|의|에|에서|에게|와|과|도|로|으로|만|부터|까지|이다|이나|라고|이라고|씨|측|시|군|구|주|산|발|행|인|계|식|당|형|전|총리|대통령|장관|정부|외무|에는|에선|에도|에서는|와의|과의|으로부터|로부터|보다|처럼|께서|이란|란|들|이며|이고|님)/u;

/**
 * Tells whether `[start, end)` of `text` begins and ends where words do. A possessive `'s` and an
 * elided article may touch it; a particle may follow in Korean; text without spaces is asked for its
 * words where the span is too short to be sure by itself.
 */
export function endsWithWords(
  text: string,
  [start, end]: readonly [number, number],
  language: string,
): boolean {
  if (isPlainEdge(text.charCodeAt(start - 1)) && isPlainEdge(text.charCodeAt(end))) {
    return true;
  }
  const first = text.charCodeAt(start);
  const last = text.charCodeAt(end - 1);
  if (isLetterByLetter(first) && isLetterByLetter(last)) {
    return fitsDense(text, start, end);
  }
  return opensWord(text, start, language) && closesWord(text, end);
}

/** A space, a comma, a stop, or the end of the text: nothing to look at closer. */
function isPlainEdge(code: number): boolean {
  return code === 0x20 || code === 0x2c || code === 0x2e || Number.isNaN(code);
}

function opensWord(text: string, start: number, language: string): boolean {
  const before = text.charAt(start - 1);
  if (before === '_' || before === '@') {
    return false;
  }
  if (!APOSTROPHES.includes(before) || before === '' || !isWordAt(text, start - 2)) {
    return true;
  }
  return ELIDING.has(language) && ELISION.test(text.slice(Math.max(0, start - 6), start - 1));
}

function closesWord(text: string, end: number): boolean {
  const after = text.charAt(end);
  if (after === '_') {
    return false;
  }
  if (after === '' || !APOSTROPHES.includes(after) || !isWordAt(text, end + 1)) {
    return true;
  }
  return /^s/iu.test(text.charAt(end + 1)) && !isWordAt(text, end + 2);
}

function isWordAt(text: string, at: number): boolean {
  return at >= 0 && /^[\p{L}\p{M}\p{N}]/u.test(text.charAt(at));
}

function fitsDense(text: string, start: number, end: number): boolean {
  const before = text.charAt(start - 1);
  const after = text.charAt(end);
  const name = text.slice(start, end);
  if (/^\p{Script=Hangul}/u.test(name)) {
    const rest = /^\p{Script=Hangul}*/u.exec(text.slice(end, end + 12))?.[0] ?? '';
    return !/\p{Script=Hangul}/u.test(before) && (rest === '' || JOSA.test(rest));
  }
  if (KATAKANA.test(name) && KATAKANA.test(name.charAt(name.length - 1))) {
    return !KATAKANA.test(before) && !KATAKANA.test(after);
  }
  if (/^\p{Script=Han}/u.test(name) || KATAKANA.test(name)) {
    return name.length > 2 || areBoundaries(text, start, end).every(Boolean);
  }
  const met = areBoundaries(text, start, end);
  return !/^\p{M}/u.test(after) && (name.length > 5 ? met.some(Boolean) : met.every(Boolean));
}

/** As far to either side as decides where a word ends. */
const WINDOW = 24;

function areBoundaries(text: string, start: number, end: number): readonly [boolean, boolean] {
  const from = Math.max(0, start - WINDOW);
  const around = tokenize(text.slice(from, end + WINDOW));
  const opens = around.some((token) => token.start + from === start);
  return [opens, around.some((token) => token.end + from === end)];
}
