import { CODE_SHAPE, type CodedText, type InlineCode } from '../document/inline-code.ts';
import { escapeMarkup, writeNativeCode } from './native-code.ts';

/** How a format writes the codes of a text, and its characters. */
export interface CodeDialect {
  readonly text: (text: string) => string;
  readonly standalone: (code: InlineCode, native: string) => string;
  readonly open: (code: InlineCode, native: string) => string;
  readonly close: (code: InlineCode, native: string) => string;
}

const TAGS: CodeDialect = {
  text: escapeMarkup,
  standalone: (code, native) => numbered(native, code),
  open: (code, native) => numbered(native, code),
  close: (_code, native) => native,
};

/** Writes a coded text as text with HTML tags, each with its code's number as `data-id`. */
export function writeCodedText(content: CodedText): string {
  return writeCodes(content, TAGS);
}

/** Writes a coded text in a dialect: codes that enclose text as a pair, the others alone. */
export function writeCodes({ text, codes }: CodedText, dialect: CodeDialect): string {
  const marks = codes.flatMap((code, order) => marksOf(code, order, dialect)).toSorted(compareMarks);
  let written = '';
  let at = 0;
  for (const mark of marks) {
    written += dialect.text(text.slice(at, mark.at)) + mark.written;
    at = mark.at + mark.covers;
  }
  return written + dialect.text(text.slice(at));
}

interface Mark {
  readonly at: number;
  /** Code units that the mark stands for: 1 for a placeholder. */
  readonly covers: number;
  readonly closes: boolean;
  /** Outer before inner. */
  readonly order: number;
  readonly written: string;
}

function marksOf(code: InlineCode, order: number, dialect: CodeDialect): readonly Mark[] {
  const native = writeNativeCode(code);
  const { start, end } = code;
  if (CODE_SHAPE[code.kind] === 'standalone') {
    const written = dialect.standalone(code, native.open);
    return [{ at: start, covers: end - start, closes: false, order, written }];
  }
  return [
    { at: start, covers: 0, closes: false, order, written: dialect.open(code, native.open) },
    { at: end, covers: 0, closes: true, order, written: dialect.close(code, native.close) },
  ];
}

/** At one place what ends comes first, inner before outer; then what begins, outer before inner. */
function compareMarks(a: Mark, b: Mark): number {
  if (a.at !== b.at) {
    return a.at - b.at;
  }
  if (a.closes !== b.closes) {
    return a.closes ? -1 : 1;
  }
  return a.closes ? b.order - a.order : a.order - b.order;
}

function numbered(native: string, { id }: InlineCode): string {
  return native.replace(/^<[a-z0-9]+/u, (tag) => `${tag} data-id="${id}"`);
}
