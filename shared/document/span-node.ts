import type { Literal, Parent, PhrasingContent } from 'mdast';
import type { SpanTag } from './inline-code.ts';

/**
 * An inline element of HTML that Markdown has no form for, as an mdast node: what a `span` code
 * becomes. Serializers need a handler for it; without one its children say the same in plain words.
 */
export interface SpanNode extends Parent {
  type: 'span';
  tag: SpanTag;
  lang?: string;
  dir?: 'ltr' | 'rtl' | 'auto';
  dateTime?: string;
  title?: string;
  children: PhrasingContent[];
}

/** Text that is shown as it is in every locale: what a `protected` code becomes. */
export interface ProtectedNode extends Literal {
  type: 'protected';
}

declare module 'mdast' {
  interface PhrasingContentMap {
    span: SpanNode;
    protected: ProtectedNode;
  }
  interface RootContentMap {
    span: SpanNode;
    protected: ProtectedNode;
  }
}
