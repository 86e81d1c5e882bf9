import type { Parent, PhrasingContent } from 'mdast';
import type { Credit } from './tree.ts';

/**
 * A picture with its caption and credit as an mdast node: what `figure` of the document's tree
 * becomes. Serializers need a handler for it; the caption is its children.
 */
export interface FigureNode extends Parent {
  type: 'figure';
  /** Absent where the source lost the picture. */
  url?: string;
  /** Alternative text; absent where the source has none. */
  alt?: string;
  credit?: Credit;
  children: PhrasingContent[];
}

declare module 'mdast' {
  interface BlockContentMap {
    figure: FigureNode;
  }
  interface RootContentMap {
    figure: FigureNode;
  }
}
