import type { Parent, PhrasingContent } from 'mdast';
import type { Origin, Review } from '../../shared/document/rendition.ts';

/** A sentence in the locale's language that says where it came from, for readers who ask. */
export interface TargetRunNode extends Parent {
  type: 'targetRun';
  origin: Origin;
  review: Review;
  children: PhrasingContent[];
}

declare module 'mdast' {
  interface PhrasingContentMap {
    targetRun: TargetRunNode;
  }
  interface RootContentMap {
    targetRun: TargetRunNode;
  }
}
