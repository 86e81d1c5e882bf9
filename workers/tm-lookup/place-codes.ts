import {
  CODE_SHAPE,
  type CodedText,
  type InlineCode,
  PLACEHOLDER,
} from '../../shared/document/inline-code.ts';
import { tokenize } from '../../shared/text/tokenize.ts';
import { replaceSpans } from './repair/replace-spans.ts';

/**
 * Gives a translation the inline codes of a text that differs from its source in codes alone.
 *
 * A code that both sources have around the same words stays where the translation has it, with what it
 * points to now. One that is no longer wanted goes, its words stay. A new one goes around the whole
 * translation where it is around the whole text, to the end at which it stands, or around a name or a
 * number that stands in both once. Any other may only be left out where it can be.
 *
 * @returns Undefined where the place of a code cannot be told.
 */
export function placeCodes(wanted: CodedText, stored: CodedText, target: CodedText): CodedText | undefined {
  const kept = pairKept(wanted, stored);
  const staying = new Map(
    target.codes.flatMap((code) => {
      const now = kept.get(code.id);
      return now !== undefined && now.kind === code.kind ? [[now.id, code] as const] : [];
    }),
  );
  const cleared = clear(target, new Set(staying.values()));
  if (cleared === undefined) {
    return undefined;
  }
  let placed: CodedText = {
    text: cleared.text,
    codes: wanted.codes.flatMap((code) => {
      const old = staying.get(code.id);
      const now = cleared.codes.find(({ id }) => id === old?.id);
      return now === undefined ? [] : [{ ...code, start: now.start, end: now.end }];
    }),
  };
  for (const code of wanted.codes.filter(({ id }) => !staying.has(id))) {
    const next = placeNew(code, wanted, placed);
    if (next === undefined && !code.canDelete) {
      return undefined;
    }
    placed = next ?? placed;
  }
  return { text: placed.text, codes: placed.codes.toSorted((a, b) => a.start - b.start || b.end - a.end) };
}

/** By id of the stored code, the wanted one of its kind around the same words, each one once. */
function pairKept(wanted: CodedText, stored: CodedText): ReadonlyMap<number, InlineCode> {
  const free = wanted.codes.map((code) => ({ code, place: wordsOf(wanted, code) }));
  const kept = new Map<number, InlineCode>();
  for (const code of stored.codes) {
    const place = wordsOf(stored, code);
    const at = free.findIndex((each) => each.code.kind === code.kind && each.place === place);
    const [pair] = at === -1 ? [] : free.splice(at, 1);
    if (pair !== undefined) {
      kept.set(code.id, pair.code);
    }
  }
  return kept;
}

/** Which words a code covers, counted from the first of its text. */
function wordsOf({ text }: CodedText, { start, end }: InlineCode): string {
  const words = tokenize(text).filter(({ kind }) => kind === 'word' || kind === 'number');
  const before = (at: number): number => words.filter((word) => word.end <= at).length;
  return `${before(start)}-${before(end)}`;
}

/** The translation without the codes that do not stay; a standalone one takes a space with it. */
function clear(target: CodedText, staying: ReadonlySet<InlineCode>): CodedText | undefined {
  const gone = target.codes.filter((code) => !staying.has(code) && CODE_SHAPE[code.kind] === 'standalone');
  const edits = gone.map(({ start, end }) => {
    const isSpaced =
      /\s/u.test(target.text.charAt(end)) && (start === 0 || /\s/u.test(target.text.charAt(start - 1)));
    return { start, end: isSpaced ? end + 1 : end, form: '' };
  });
  return replaceSpans({ text: target.text, codes: [...staying] }, edits);
}

function placeNew(code: InlineCode, wanted: CodedText, target: CodedText): CodedText | undefined {
  if (CODE_SHAPE[code.kind] === 'standalone') {
    return placeAtEnd(code, wanted, target);
  }
  if (code.start === 0 && code.end === wanted.text.length) {
    return around(code, { start: 0, end: target.text.length }, target);
  }
  const covered = wanted.text.slice(code.start, code.end);
  const start = target.text.indexOf(covered);
  const isName = /^[\p{Lu}\p{N}]/u.test(covered);
  return isName && isOnce(covered, wanted.text) && isOnce(covered, target.text)
    ? around(code, { start, end: start + covered.length }, target)
    : undefined;
}

function placeAtEnd(code: InlineCode, wanted: CodedText, target: CodedText): CodedText | undefined {
  const isFirst = wanted.text.slice(0, code.start).trim() === '';
  const isLast = wanted.text.slice(code.end).trim() === '';
  if (isFirst) {
    const head = PLACEHOLDER + wanted.text.slice(code.end).slice(0, spaceAt(wanted.text, code.end));
    const moved = replaceSpans(target, [{ start: 0, end: 0, form: head }]);
    return moved && { ...moved, codes: [...moved.codes, { ...code, start: 0, end: 1 }] };
  }
  if (isLast) {
    const tail = /\s$/u.test(wanted.text.slice(0, code.start)) ? ' ' : '';
    const start = target.text.length + tail.length;
    return {
      text: target.text + tail + PLACEHOLDER,
      codes: [...target.codes, { ...code, start, end: start + 1 }],
    };
  }
  return undefined;
}

/** One where white space follows, else none. */
function spaceAt(text: string, at: number): 0 | 1 {
  return /\s/u.test(text.charAt(at)) ? 1 : 0;
}

/** Undefined where the code would cross another one, or cut a word. */
function around(
  code: InlineCode,
  { start, end }: { readonly start: number; readonly end: number },
  target: CodedText,
): CodedText | undefined {
  const crosses = target.codes.some(
    (other) =>
      (other.start < start && start < other.end && other.end < end) ||
      (start < other.start && other.start < end && end < other.end),
  );
  const cutsWord = tokenize(target.text).some(
    (token) => (token.start < start && start < token.end) || (token.start < end && end < token.end),
  );
  return crosses || cutsWord
    ? undefined
    : { text: target.text, codes: [...target.codes, { ...code, start, end }] };
}

function isOnce(part: string, text: string): boolean {
  const at = text.indexOf(part);
  return at !== -1 && !text.includes(part, at + 1);
}
