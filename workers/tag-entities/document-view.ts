import type { BlockKind } from '../../shared/document/block.ts';
import type { Document } from '../../shared/document/document.ts';
import { languageOf } from '../../shared/document/locale.ts';
import type { NameIndex } from '../../shared/gazetteer/name-index.ts';
import { withoutDoubtfulNames } from './gazetteer/doubtful-names.ts';
import { type KnownName, matchGazetteer } from './gazetteer/match-gazetteer.ts';
import { type NameToken, nameTokens } from './name-tokens.ts';

/** A segment as recognizers read it. */
export interface SegmentView {
  /** Position in the document. */
  readonly index: number;
  readonly id: string;
  readonly text: string;
  readonly tokens: readonly NameToken[];
  readonly kind: BlockKind;
  /** Most words are capitalised, as in an English headline: case says little about names. */
  readonly titleCase: boolean;
  /** Gazetteer names in it, in reading order, without overlaps. */
  readonly known: readonly KnownName[];
}

/** What recognizers are given: the document tokenized once, with the gazetteer's names found. */
export interface DocumentView {
  /** Language subtag of the source. */
  readonly language: string;
  /** Folded words that stand in lower case somewhere: not names where they begin a sentence. */
  readonly lowerWords: ReadonlySet<string>;
  readonly segments: readonly SegmentView[];
}

/** Tokenizes every segment and marks the names that `index` knows. */
export function viewDocument(document: Document, index: NameIndex): DocumentView {
  const language = languageOf(document.sourceLocale);
  const kinds = new Map(document.blocks.map((block) => [block.id, block.kind]));
  const segments = document.segments.map(({ id, blockId, text }, at): SegmentView => {
    const tokens = nameTokens(text, language);
    return {
      index: at,
      id,
      text,
      tokens,
      kind: kinds.get(blockId) ?? 'paragraph',
      titleCase: isTitleCase(text, tokens),
      known: matchGazetteer(text, tokens, index),
    };
  });
  const lowerWords = lowerWordsOf(segments);
  return { language, lowerWords, segments: withoutDoubtfulNames(segments, lowerWords) };
}

function lowerWordsOf(segments: readonly SegmentView[]): ReadonlySet<string> {
  const words = new Set<string>();
  for (const { tokens } of segments) {
    for (const token of tokens) {
      if (token.kind === 'word' && token.casing === 'lower') {
        words.add(token.key);
      }
    }
  }
  return words;
}

/** A line that ends like a sentence is one, however many names it has. */
function isTitleCase(text: string, tokens: readonly NameToken[]): boolean {
  if (/[.!?…]["”’)]*$/u.test(text)) {
    return false;
  }
  const words = tokens.filter(({ casing, key }) => casing !== 'none' && key.length > 3);
  const capital = words.filter(({ casing }) => casing !== 'lower').length;
  return words.length >= 4 && capital / words.length > 0.7;
}
