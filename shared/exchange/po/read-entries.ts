import { PipelineError } from '../../errors/errors.ts';
import { splitLines } from '../split-lines.ts';
import { MAX_UNIT_LENGTH } from '../unit-event.ts';

/** An entry of a PO file as it stands there. */
export interface PoEntry {
  /** Line of its `msgid`. */
  readonly line: number;
  readonly isObsolete: boolean;
  readonly flags: readonly string[];
  /** Of translators, by line. */
  readonly notes: readonly string[];
  readonly context: string | undefined;
  readonly id: string;
  readonly plural: string | undefined;
  /** By form; one where there is no plural. */
  readonly translations: ReadonlyMap<number, string>;
  /** More text than one unit may have: the texts are not complete. */
  readonly isTooLong: boolean;
}

/**
 * Reads the entries of a gettext PO file, the header among them, as it comes, at constant memory.
 *
 * @throws {PipelineError} `EXCHANGE_INVALID`, with line and column, at the first line that is no PO.
 */
export async function* readEntries(
  chunks: AsyncIterable<string> | Iterable<string>,
): AsyncGenerator<PoEntry> {
  let draft = emptyDraft();
  for await (const { line, text } of splitLines(chunks)) {
    if (beginsEntry(draft, text)) {
      yield* finished(draft);
      draft = emptyDraft();
    }
    readLine(draft, line, text);
  }
  yield* finished(draft);
}

interface Draft {
  line: number;
  isObsolete: boolean;
  readonly flags: string[];
  readonly notes: string[];
  readonly texts: Map<string, string>;
  /** Keyword that a line of text alone goes on with. */
  keyword: string | undefined;
  length: number;
}

function emptyDraft(): Draft {
  const texts = new Map<string, string>();
  return { line: 0, isObsolete: false, flags: [], notes: [], texts, keyword: undefined, length: 0 };
}

const hasTranslation = ({ texts }: Draft): boolean =>
  [...texts.keys()].some((name) => name.startsWith('msgstr'));

function beginsEntry(draft: Draft, text: string): boolean {
  return hasTranslation(draft) && !/^\s*(?:#~\s*)?(?:msgstr\b|")/u.test(text);
}

function* finished(draft: Draft): Generator<PoEntry> {
  const id = draft.texts.get('msgid');
  if (id === undefined) {
    return;
  }
  const translations = new Map<number, string>();
  for (const [name, text] of draft.texts) {
    const form = /^msgstr(?:\[(\d+)\])?$/u.exec(name);
    if (form !== null) {
      translations.set(Number(form[1] ?? 0), text);
    }
  }
  const { line, isObsolete, flags, notes } = draft;
  yield {
    line,
    isObsolete,
    flags,
    notes,
    context: draft.texts.get('msgctxt'),
    id,
    plural: draft.texts.get('msgid_plural'),
    translations,
    isTooLong: draft.length > MAX_UNIT_LENGTH,
  };
}

function readLine(draft: Draft, line: number, text: string): void {
  const trimmed = text.trim();
  if (trimmed === '') {
    return;
  }
  if (trimmed.startsWith('#~')) {
    draft.isObsolete = true;
    const rest = trimmed.slice(2).trim();
    if (rest !== '' && !rest.startsWith('|')) {
      readStatement(draft, { line, text, statement: rest });
    }
  } else if (trimmed.startsWith('#')) {
    readComment(draft, trimmed);
  } else {
    readStatement(draft, { line, text, statement: trimmed });
  }
}

function readComment(draft: Draft, comment: string): void {
  draft.length += comment.length;
  if (draft.length > MAX_UNIT_LENGTH) {
    return;
  }
  if (comment.startsWith('#,')) {
    draft.flags.push(
      ...comment
        .slice(2)
        .split(',')
        .map((flag) => flag.trim()),
    );
  } else if (/^#(?:\s|$)/u.test(comment) && comment.length > 2) {
    draft.notes.push(comment.slice(1).trim());
  }
}

const STATEMENT = /^(?:(?<keyword>msgctxt|msgid|msgid_plural|msgstr(?:\[\d{1,2}\])?)\s*)?"(?<text>.*)"$/u;

function readStatement(
  draft: Draft,
  { line, text, statement }: { readonly line: number; readonly text: string; readonly statement: string },
): void {
  const { keyword = draft.keyword, text: quoted } = STATEMENT.exec(statement)?.groups ?? {};
  const problem =
    quoted === undefined || /(?:^|[^\\])(?:\\\\)*"/u.test(quoted)
      ? `expected a comment, or msgctxt, msgid, msgid_plural or msgstr with a text in quotes, not "${statement.slice(0, 40)}"`
      : keyword === undefined
        ? 'a text before any msgid'
        : undefined;
  if (problem !== undefined || quoted === undefined || keyword === undefined) {
    const column = text.length - text.trimStart().length + 1;
    throw new PipelineError(
      'EXCHANGE_INVALID',
      `The PO file is not valid at line ${line}, column ${column}: ${problem ?? ''}`,
      { details: { line, column } },
    );
  }
  if (keyword === 'msgid' && draft.keyword !== 'msgid') {
    draft.line = line;
  }
  draft.keyword = keyword;
  draft.length += quoted.length;
  if (draft.length <= MAX_UNIT_LENGTH) {
    draft.texts.set(keyword, (draft.texts.get(keyword) ?? '') + unescape(quoted));
  }
}

const ESCAPES: Readonly<Record<string, string>> = {
  n: '\n',
  t: '\t',
  r: '\r',
  a: '\u0007',
  b: '\b',
  f: '\f',
  v: '\v',
};

function unescape(text: string): string {
  return text.replaceAll(/\\(x[0-9a-fA-F]{1,2}|[0-7]{1,3}|.)/gu, (_escape, code: string) => {
    if (/^x./u.test(code)) {
      return String.fromCodePoint(Number.parseInt(code.slice(1), 16));
    }
    return /^[0-7]/u.test(code)
      ? String.fromCodePoint(Number.parseInt(code, 8) % 256)
      : (ESCAPES[code] ?? code);
  });
}
