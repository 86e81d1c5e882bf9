import type { Parent, PhrasingContent } from 'mdast';

/** A sentence that is shown in the source language because no translation of it is served. */
export interface SourceRunNode extends Parent {
  type: 'sourceRun';
  locale: string;
  direction: 'ltr' | 'rtl';
  children: PhrasingContent[];
}

declare module 'mdast' {
  interface PhrasingContentMap {
    sourceRun: SourceRunNode;
  }
  interface RootContentMap {
    sourceRun: SourceRunNode;
  }
}
