import type { NameType } from '../model/labels.ts';
import type { TaggedName } from '../model/tagger.ts';
import type { PlacedPiece } from './place-pieces.ts';

/** What models call the types that we know; everything else is `MISC`. */
const TYPES: Readonly<Record<string, NameType>> = {
  PER: 'PER',
  PERS: 'PER',
  PERSON: 'PER',
  LOC: 'LOC',
  LOCATION: 'LOC',
  GPE: 'LOC',
  FAC: 'LOC',
  ORG: 'ORG',
  ORGANIZATION: 'ORG',
  ORGANISATION: 'ORG',
  CORPORATION: 'ORG',
};

interface Label {
  readonly type: NameType;
  /** It begins a name, though one of its type may stand before it. */
  readonly begins: boolean;
  /** It ends its name. */
  readonly ends: boolean;
}

type Name = Omit<TaggedName, 'segment'>;

/**
 * Joins labelled pieces to names: a word has the label of its first piece, and words that follow each
 * other with one type are one name, unless a label of BIO or BIOES begins or ends one. A name is as sure
 * as the weakest of its words.
 */
export function joinPieces(pieces: readonly PlacedPiece[]): readonly Name[] {
  const names: Name[] = [];
  let open: Name | undefined;
  const close = (): void => {
    if (open !== undefined) {
      names.push(open);
    }
    open = undefined;
  };
  for (const word of wordsOf(pieces)) {
    const label = labelOf(word.piece.entity);
    const { start, end } = word;
    const { score } = word.piece;
    if (label === undefined || label.begins || open?.type !== label.type) {
      close();
    }
    if (label !== undefined) {
      open = {
        start: open?.start ?? start,
        end,
        type: label.type,
        confidence: Math.min(open?.confidence ?? 1, score),
      };
      if (label.ends) {
        close();
      }
    }
  }
  close();
  return names;
}

function wordsOf(pieces: readonly PlacedPiece[]): readonly PlacedPiece[] {
  const words: PlacedPiece[] = [];
  for (const piece of pieces) {
    const last = words.at(-1);
    if (piece.goesOn && last !== undefined) {
      words[words.length - 1] = { ...last, end: piece.end };
    } else {
      words.push(piece);
    }
  }
  return words;
}

/** `B-PER`, `I-ORG`, `S-LOC`, or a type alone; undefined for `O`. */
function labelOf(entity: string): Label | undefined {
  const [, part = 'I', name = ''] = /^(?:([BIESLU])-)?(.+)$/u.exec(entity) ?? [];
  if (name === 'O' || name === '') {
    return undefined;
  }
  return {
    type: TYPES[name.toUpperCase()] ?? 'MISC',
    begins: ['B', 'S', 'U'].includes(part),
    ends: ['E', 'S', 'L', 'U'].includes(part),
  };
}
