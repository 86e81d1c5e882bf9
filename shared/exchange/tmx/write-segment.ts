import type { CodedText, InlineCode, InlineCodeKind } from '../../document/inline-code.ts';
import { type CodeDialect, writeCodes } from '../coded-tags.ts';
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

const TMX: CodeDialect = {
  text: escapeXmlText,
  standalone: (code, native) => `<ph x="${code.id}" type="${typeOf(code)}">${escapeXmlText(native)}</ph>`,
  open: (code, native) =>
    `<bpt i="${code.id}" x="${code.id}" type="${typeOf(code)}">${escapeXmlText(native)}</bpt>`,
  close: ({ id }, native) => `<ept i="${id}">${escapeXmlText(native)}</ept>`,
};

/**
 * Writes a coded text as the content of a `<seg>`: `bpt`/`ept` for codes that enclose text, `ph` for
 * those that stand alone, each with its native tag. `createSegmentReader` gives the same codes back.
 */
export function writeSegment(content: CodedText): string {
  return writeCodes(content, TMX);
}

function typeOf({ kind }: InlineCode): string {
  return escapeXmlAttribute(TYPES[kind]);
}
