import type { Document } from '../../../shared/document/document.ts';
import { type MarkedBlock, type MarkedPiece, markRepairs } from '../../../shared/document/mark-repairs.ts';
import type { Terminal } from '../terminal/terminal.ts';
import { visibleText } from './visible-text.ts';

/** Characters of unchanged text that stand on either side of a change. */
const AROUND = 60;

/**
 * Prints every block that a repair changed, the changes in their places: `[-before-]{+after+}`, in
 * colour where the terminal shows it; long unchanged text is left out.
 */
export function printDiff(document: Document, terminal: Terminal): void {
  const { print, style } = terminal;
  const changed = markRepairs(document).filter(({ pieces }) => pieces.some(({ kind }) => kind === 'repair'));
  if (changed.length === 0) {
    print('Nothing had to be repaired.');
    return;
  }
  for (const [index, block] of changed.entries()) {
    if (index > 0) {
      print();
    }
    const rules = new Set(
      block.pieces.flatMap((piece) => (piece.kind === 'repair' ? [piece.repair.rule] : [])),
    );
    print(style.dim(`@@ ${block.id} ${block.kind ?? 'taken out'}: ${[...rules].join(', ')} @@`));
    print(block.pieces.map((piece, at) => pieceText(block, piece, at, terminal)).join(''));
  }
}

function pieceText(
  { text, pieces }: MarkedBlock,
  piece: MarkedPiece,
  index: number,
  { style }: Terminal,
): string {
  if (piece.kind !== 'repair') {
    const plain = text.slice(piece.span.start, piece.span.end);
    return shorten(plain, { isFirst: index === 0, isLast: index === pieces.length - 1 });
  }
  const { before, after } = piece.repair;
  return [
    before === '' ? '' : style.bad(`[-${visible(before)}-]`),
    after === '' ? '' : style.good(`{+${visible(after)}+}`),
  ].join('');
}

/** Text that disappears as a whole is shown as a whole; what cannot be seen has a name. */
function visible(text: string): string {
  return text
    .split(/(\s+)/u)
    .map((part) => (part === ' ' ? part : visibleText(part)))
    .join('');
}

function shorten(text: string, { isFirst, isLast }: { isFirst: boolean; isLast: boolean }): string {
  const line = text.replaceAll('\n', '⏎').replaceAll('\u{fffc}', '[image]');
  const head = isFirst ? 0 : AROUND;
  const tail = isLast ? 0 : AROUND;
  if (line.length <= head + tail + 10) {
    return line;
  }
  return `${line.slice(0, head)} … ${tail === 0 ? '' : line.slice(-tail)}`;
}
