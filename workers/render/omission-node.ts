import type { Literal } from 'mdast';

/** What readers see in the place of sentences that are left out; understood in every language. */
export const OMISSION_MARK = '[…]';

/** Sentences that are left out, because no translation of them may be shown. */
export interface OmissionNode extends Literal {
  type: 'omission';
  value: string;
}

declare module 'mdast' {
  interface PhrasingContentMap {
    omission: OmissionNode;
  }
  interface RootContentMap {
    omission: OmissionNode;
  }
}
