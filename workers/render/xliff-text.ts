import {
  CODE_SHAPE,
  type CodedText,
  type InlineCode,
  type InlineCodeKind,
} from '../../shared/document/inline-code.ts';
import { type CodeDialect, writeCodes } from '../../shared/exchange/coded-tags.ts';
import { writeNativeCode } from '../../shared/exchange/native-code.ts';
import { escapeXmlAttribute, escapeXmlText } from '../../shared/exchange/xml.ts';
import { withSafeUrls } from './safe-codes.ts';

/** XLIFF 2.1 §4.3.1.38 type and §4.3.1.36 subType. */
const TYPES: { readonly [Kind in InlineCodeKind]: string } = {
  emphasis: 'type="fmt" subType="xlf:i"',
  strong: 'type="fmt" subType="xlf:b"',
  delete: 'type="fmt" subType="html:del"',
  link: 'type="link"',
  image: 'type="image"',
  code: 'type="other" subType="html:code"',
  break: 'type="fmt" subType="xlf:lb"',
  'footnote-reference': 'type="other" subType="polywire:footnote"',
  span: 'type="other" subType="html:span"',
  protected: 'type="other" subType="polywire:protected"',
};

/** The native markup of a unit's codes, each once, by the id that inline elements refer to. */
export interface OriginalData {
  readonly idOf: (native: string) => string;
  /** The `originalData` element; empty where there is none. */
  readonly write: () => string;
}

export function createOriginalData(): OriginalData {
  const ids = new Map<string, string>();
  return {
    idOf: (native) => {
      const id = ids.get(native) ?? `d${ids.size + 1}`;
      ids.set(native, id);
      return id;
    },
    write: () => {
      const data = [...ids].map(([native, id]) => `<data id="${id}">${escapeXmlText(native)}</data>`);
      return data.length === 0 ? '' : `<originalData>${data.join('')}</originalData>\n`;
    },
  };
}

/**
 * Writes a coded text as content of `source` or `target` (XLIFF 2.1 §4.2.3): `pc` around text, `ph` for
 * codes that stand alone, and `sc` with `ec` where codes overlap, which only a stored target can.
 */
export function xliffText(content: CodedText, data: OriginalData): string {
  const fixed = content.codes.find(({ canReorder }) => !canReorder)?.id;
  const attributes = (code: InlineCode): string => TYPES[code.kind] + editing(code, fixed);
  return writeCodes(withSafeUrls(content), (overlaps(content.codes) ? apart : nested)(data, attributes));
}

type Attributes = (code: InlineCode) => string;

function nested(data: OriginalData, attributes: Attributes): CodeDialect {
  return {
    text: escapeXmlText,
    standalone: (code, native) => placeholder(code, native, { data, attributes }),
    open: (code, native) => {
      const { close } = writeNativeCode(code);
      return `<pc id="${code.id}" ${attributes(code)} dataRefStart="${data.idOf(native)}" dataRefEnd="${data.idOf(close)}">`;
    },
    close: () => '</pc>',
  };
}

function apart(data: OriginalData, attributes: Attributes): CodeDialect {
  return {
    text: escapeXmlText,
    standalone: (code, native) => placeholder(code, native, { data, attributes }),
    open: (code, native) =>
      `<sc id="${code.id}" ${attributes(code)} canOverlap="yes" dataRef="${data.idOf(native)}"/>`,
    close: (code, native) => `<ec startRef="${code.id}" dataRef="${data.idOf(native)}"/>`,
  };
}

function placeholder(
  code: InlineCode,
  native: string,
  { data, attributes }: { readonly data: OriginalData; readonly attributes: Attributes },
): string {
  const equivalent = 'value' in code ? ` equiv="${escapeXmlAttribute(code.value)}"` : '';
  return `<ph id="${code.id}" ${attributes(code)}${equivalent} dataRef="${data.idOf(native)}"/>`;
}

/** §4.3.1.5 canReorder: a code that stays in its place may be neither copied nor deleted. */
function editing({ id, canDelete, canReorder }: InlineCode, firstFixed: number | undefined): string {
  if (!canReorder) {
    return ` canCopy="no" canDelete="no" canReorder="${id === firstFixed ? 'firstNo' : 'no'}"`;
  }
  return canDelete ? '' : ' canCopy="no" canDelete="no"';
}

function overlaps(codes: readonly InlineCode[]): boolean {
  const pairs = codes.filter(({ kind }) => CODE_SHAPE[kind] === 'pair');
  return pairs.some((one, index) =>
    pairs.slice(index + 1).some(({ start, end }) => start < one.end && start > one.start && end > one.end),
  );
}
