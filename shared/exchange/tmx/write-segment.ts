import {
  CODE_SHAPE,
  type CodedText,
  type InlineCode,
  type InlineCodeKind,
} from '../../document/inline-code.ts';
import { writeNativeCode } from '../native-code.ts';
import { escapeXmlAttribute, escapeXmlText } from '../xml.ts';

/** TMX's types where it has one for the kind, else `x-` types. */
const TYPES: { readonly [Kind in InlineCodeKind]: string } = {
  emphasis: 'italic',
  strong: 'bold',
  delete: 'strike',
  link: 'link',
  image: 'image',
  code: 'x-code',
  break: 'lb',
  'footnote-reference': 'fnote',
  span: 'x-span',
  protected: 'x-protected',
};

/**
 * Writes a coded text as the content of a `<seg>`: `bpt`/`ept` for codes that enclose text, `ph` for
 * those that stand alone, each with its native tag. `createSegmentReader` gives the same codes back.
 */
export function writeSegment({ text, codes }: CodedText): string {
  const marks = codes.flatMap((code, order) => marksOf(code, order)).toSorted(compareMarks);
  let written = '';
  let at = 0;
  for (const mark of marks) {
    written += escapeXmlText(text.slice(at, mark.at)) + mark.xml;
    at = mark.at + mark.covers;
  }
  return written + escapeXmlText(text.slice(at));
}

interface Mark {
  readonly at: number;
  /** Code units that the mark stands for: 1 for a placeholder. */
  readonly covers: number;
  readonly closes: boolean;
  /** Outer before inner. */
  readonly order: number;
  readonly xml: string;
}

function marksOf(code: InlineCode, order: number): readonly Mark[] {
  const { open, close } = writeNativeCode(code);
  const type = escapeXmlAttribute(TYPES[code.kind]);
  const { id, start, end } = code;
  if (CODE_SHAPE[code.kind] === 'standalone') {
    const xml = `<ph x="${id}" type="${type}">${escapeXmlText(open)}</ph>`;
    return [{ at: start, covers: end - start, closes: false, order, xml }];
  }
  const begin = `<bpt i="${id}" x="${id}" type="${type}">${escapeXmlText(open)}</bpt>`;
  const finish = `<ept i="${id}">${escapeXmlText(close)}</ept>`;
  return [
    { at: start, covers: 0, closes: false, order, xml: begin },
    { at: end, covers: 0, closes: true, order, xml: finish },
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
