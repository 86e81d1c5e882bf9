import type { QuoteStyle } from '../typography-style.ts';
import { isSpacedLetter } from './character.ts';
import { type FoundMark, findMarks } from './find-marks.ts';
import { hintsOf } from './glyph-hints.ts';
import { closesLater, type MarkRole, type Opened, roleOf } from './mark-role.ts';

/** A mark with what it is in its place. */
export interface QuoteMark {
  readonly start: number;
  readonly end: number;
  readonly isDouble: boolean;
  readonly role: MarkRole;
  /** Quotations around it; the same for both marks of one. */
  readonly depth: number;
  /** It stands for a single mark although it is a double one, or the other way round. */
  readonly isSingle: boolean;
  /** It ends a quotation that nothing began. */
  readonly isStray: boolean;
}

export interface ReadMarks {
  readonly marks: readonly QuoteMark[];
  /** Quotations that are open at the end. */
  readonly open: number;
}

export interface ReadingContext {
  readonly language: string;
  readonly quotes: QuoteStyle;
  /** Words that begin with an apostrophe. */
  readonly elisions: readonly string[];
  /** Quotations of the paragraph before that may go on here. */
  readonly carried: number;
}

/**
 * Tells of each mark whether it begins or ends a quotation, from the spaces, letters and marks
 * around it; where these say nothing, from its glyph as the locale uses it, else from the quotation
 * that is open.
 *
 * A quotation that the paragraph before has left open goes on where this one begins with a mark, or
 * ends it, or has no mark at all.
 */
export function readMarks(text: string, context: ReadingContext): ReadMarks {
  const found = findMarks(text);
  const { carried } = context;
  if (found.length === 0) {
    return { marks: [], open: carried };
  }
  if (carried === 0) {
    return read(found, [], context);
  }
  const [first] = found;
  const beginsWithMark = first?.isDouble === true && first.before === '' && text.slice(0, first.start) === '';
  const opened: Opened[] = Array.from({ length: carried }, (_, depth) => ({
    index: -1,
    depth,
    isDouble: true,
  }));
  const within = read(found, opened, context, beginsWithMark);
  const alone = read(found, [], context);
  const isComplete = alone.open === 0 && !alone.marks.some(({ isStray }) => isStray);
  return beginsWithMark || (within.open < carried && !isComplete) ? within : alone;
}

function read(
  found: readonly FoundMark[],
  carried: readonly Opened[],
  context: ReadingContext,
  beginsAgain = false,
): ReadMarks {
  const hints = hintsOf(context.quotes);
  const { language, elisions } = context;
  const stack: Opened[] = [...carried];
  const marks: QuoteMark[] = [];
  for (const [index, mark] of found.entries()) {
    if (index === 0 && beginsAgain) {
      marks.push(quoteMark(mark, 'again', stack.length - 1, false));
      continue;
    }
    if (isInsideWord(mark)) {
      marks.push(quoteMark(mark, 'apostrophe', 0, false));
      continue;
    }
    const role = roleOf(mark, index, { found, stack, hints, language, elisions });
    const isStray = role === 'close' && !stack.some(({ isDouble }) => isDouble === mark.isDouble);
    let depth = stack.length;
    if (role === 'open' && (mark.isDouble || closesLater(index, found))) {
      stack.push({ index, depth, isDouble: mark.isDouble });
    } else if (role === 'close') {
      depth = closeLast(stack, mark.isDouble);
    }
    marks.push(quoteMark(mark, role, depth, isStray));
  }
  return { marks: promoteOuterSingles(marks), open: stack.filter(({ isDouble }) => isDouble).length };
}

function quoteMark(
  { start, end, isDouble }: FoundMark,
  role: MarkRole,
  depth: number,
  isStray: boolean,
): QuoteMark {
  return { start, end, isDouble, role, depth, isSingle: !isDouble, isStray };
}

/** The usual apostrophe, about which nothing else has to be known. */
function isInsideWord({ glyph, before, after }: FoundMark): boolean {
  return (glyph === "'" || glyph === '’') && isSpacedLetter(before) && isSpacedLetter(after);
}

/** Takes the innermost quotation of this kind off, with whatever was left open inside it. */
function closeLast(stack: Opened[], isDouble: boolean): number {
  const at = stack.findLastIndex((opened) => opened.isDouble === isDouble);
  if (at < 0) {
    return stack.length;
  }
  const depth = stack[at]?.depth ?? 0;
  stack.length = at;
  return depth;
}

/** Single marks around double ones are the outer quotation, as in British texts. */
function promoteOuterSingles(marks: readonly QuoteMark[]): readonly QuoteMark[] {
  if (!marks.some(({ isSingle, role, depth }) => isSingle && role === 'open' && depth === 0)) {
    return marks;
  }
  const promoted = [...marks];
  for (const [from, mark] of marks.entries()) {
    const to =
      mark.isSingle && mark.role === 'open' && mark.depth === 0
        ? marks.findIndex((other, at) => at > from && other.role === 'close' && other.depth === 0)
        : -1;
    const close = marks[to];
    const inner = marks.slice(from + 1, Math.max(to, 0));
    if (close?.isSingle === true && inner.some(({ isDouble, role }) => isDouble && role === 'open')) {
      promoted[from] = { ...mark, isSingle: false };
      promoted[to] = { ...close, isSingle: false };
    }
  }
  return promoted;
}
