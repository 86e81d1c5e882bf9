import { escapeMarkup, readNativeCode } from '../native-code.ts';
import { createSegmentReader, type ReadSegment } from '../tmx/read-segment.ts';
import { tagOfType } from './native-markup.ts';

type Attributes = Readonly<Record<string, string>>;

/** Takes the tags and texts inside one `<source>` or `<target>`. */
export interface InlineReader {
  open(name: string, attributes: Attributes): void;
  text(text: string): void;
  close(): void;
  finish(): ReadSegment;
}

/** A code of an open element: what its end does. */
type Ending = (reader: ReturnType<typeof createSegmentReader>) => void;

/**
 * Reads XLIFF inline elements as coded text: `g x bx ex bpt ept ph it` of 1.2 and `pc sc ec ph cp` of 2.
 * A code means what its native markup says (inside it, in `equiv-text`, or in the unit's data), else its
 * type. `mrk` leaves its text as it is, unless it says that it must not be translated.
 *
 * @param dataOf native markup by id, as `originalData` has it
 */
export function createInlineReader(dataOf: (id: string) => string | undefined): InlineReader {
  const reader = createSegmentReader();
  const endings: Ending[] = [];
  let kept: { text: string; depth: number } | undefined;
  return {
    open(name, attributes) {
      if (kept !== undefined) {
        kept.depth += 1;
      } else if (isProtected(name, attributes)) {
        kept = { text: '', depth: 0 };
      } else {
        endings.push(openElement(reader, { name, attributes, dataOf }));
      }
    },
    text(text) {
      if (kept === undefined) {
        reader.text(text);
      } else {
        kept.text += text;
      }
    },
    close() {
      if (kept === undefined) {
        endings.pop()?.(reader);
      } else if (kept.depth > 0) {
        kept.depth -= 1;
      } else {
        const { text } = kept;
        kept = undefined;
        addCode(reader, 'ph', {}, `<span translate="no">${escapeMarkup(text)}</span>`);
      }
    },
    finish: () => reader.finish(),
  };
}

function isProtected(name: string, { mtype, translate }: Attributes): boolean {
  return name === 'mrk' && (mtype === 'protected' || translate === 'no');
}

interface Element {
  readonly name: string;
  readonly attributes: Attributes;
  readonly dataOf: (id: string) => string | undefined;
}

type Reader = ReturnType<typeof createSegmentReader>;

/** Attributes of a `ph` that is empty, its markup standing elsewhere. */
const OF_VERSION_2 = ['dataRef', 'type', 'subType', 'equiv', 'disp'];

/** Elements whose content is native markup. */
const NATIVE: ReadonlySet<string> = new Set(['bpt', 'ept', 'ph', 'it']);

function openElement(reader: Reader, { name, attributes, dataOf }: Element): Ending {
  const data = (member: string): string | undefined => {
    const id = attributes[member];
    return id === undefined ? undefined : dataOf(id);
  };
  const { id = '' } = attributes;
  switch (name) {
    case 'g':
    case 'pc': {
      const i = `${name} ${id}`;
      const open = data('dataRefStart') ?? nativeOf(attributes, 'open');
      addCode(reader, 'bpt', { i, x: id, ...typeMember(attributes) }, open);
      return (ending) => addCode(ending, 'ept', { i }, data('dataRefEnd') ?? '');
    }
    case 'bx':
    case 'sc': {
      const isAlone = attributes['isolated'] === 'yes';
      const i = name === 'bx' ? (attributes['rid'] ?? id) : id;
      const native = data('dataRef') ?? nativeOf(attributes, 'open');
      const facts = { x: id, ...typeMember(attributes) };
      addCode(reader, isAlone ? 'it' : 'bpt', isAlone ? { pos: 'begin', ...facts } : { i, ...facts }, native);
      return nothing;
    }
    case 'ex':
    case 'ec': {
      const i = attributes['startRef'] ?? attributes['rid'] ?? id;
      const isAlone = attributes['isolated'] === 'yes';
      const native = data('dataRef') ?? nativeOf(attributes, 'close');
      addCode(reader, isAlone ? 'it' : 'ept', isAlone ? { pos: 'end', x: id } : { i }, native);
      return nothing;
    }
    case 'x':
      addCode(reader, 'ph', { x: id, ...typeMember(attributes) }, nativeOf(attributes, 'alone') || `{${id}}`);
      return nothing;
    case 'cp':
      reader.text(characterOf(attributes['hex']));
      return nothing;
    case 'mrk':
    case 'sm':
    case 'em':
      return nothing;
    default:
      if (name === 'ph' && OF_VERSION_2.some((member) => attributes[member] !== undefined)) {
        addCode(reader, 'ph', { x: id }, data('dataRef') || nativeOf(attributes, 'alone') || `{${id}}`);
        return nothing;
      }
      return openNative(reader, name, attributes);
  }
}

/** `bpt ept ph it` hold their markup; `sub` a text in it; anything else is told by the segment's reader. */
function openNative(reader: Reader, name: string, attributes: Attributes): Ending {
  const { id = '', rid, pos } = attributes;
  const facts = NATIVE.has(name)
    ? { i: rid ?? id, x: id, ...typeMember(attributes), ...(pos === undefined ? {} : { pos: endOf(pos) }) }
    : attributes;
  reader.open(name, facts);
  return (ending) => ending.close();
}

function endOf(pos: string): string {
  return pos === 'close' ? 'end' : 'begin';
}

function nothing(): void {
  // an empty element, or one whose text stays as it is
}

function addCode(reader: Reader, name: string, attributes: Attributes, native: string): void {
  reader.open(name, attributes);
  reader.text(native);
  reader.close();
}

/** What the attributes say of the native markup. */
function nativeOf(attributes: Attributes, role: 'open' | 'close' | 'alone'): string {
  const shown = attributes['equiv-text'] ?? attributes['equiv'] ?? attributes['disp'] ?? '';
  if (readNativeCode(shown) !== undefined) {
    return shown;
  }
  const tag = tagOfType(attributes['subType'] ?? attributes['ctype']);
  if (tag === undefined) {
    return shown;
  }
  return role === 'close' ? `</${tag}>` : `<${tag}>`;
}

function typeMember({ ctype }: Attributes): Attributes {
  return ctype === undefined ? {} : { type: ctype };
}

/** A character that XML cannot hold (XLIFF 2.1 §4.2.3.1). */
function characterOf(hex: string | undefined): string {
  const code = Number.parseInt(hex ?? '', 16);
  return code >= 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff)
    ? String.fromCodePoint(code)
    : '';
}
