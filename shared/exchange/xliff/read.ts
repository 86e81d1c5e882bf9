import { PipelineError } from '../../errors/errors.ts';
import { MAX_UNIT_LENGTH, type ReadUnitsOptions, type UnitEvent } from '../unit-event.ts';
import { readXml, type XmlHandlers, type XmlTag } from '../xml.ts';
import { beginText, closeInline, endText, type OpenText, openInline } from './open-text.ts';
import type { RawFile, RawSegment, RawUnit } from './raw-unit.ts';
import { unitsOf } from './units-of.ts';

/** What each element counts of the characters of its unit. */
const ELEMENT_LENGTH = 32;

/**
 * Reads XLIFF 1.0 to 1.2 and 2.0 to 2.2 as pairs, as it comes, at constant memory. Each segment, or
 * sentence, gives one; `state` becomes the review state, notes become properties, `resname` or `name` the
 * key. Suggestions (`alt-trans`, the modules of 2) are not read.
 *
 * @throws {PipelineError} `EXCHANGE_INVALID`, with line and column, where the XML is not well-formed or is
 *   no XLIFF; what came before has been reported by then.
 */
export async function* readXliff(
  chunks: AsyncIterable<string> | Iterable<string>,
  options: ReadUnitsOptions = {},
): AsyncGenerator<UnitEvent> {
  yield* readXml<UnitEvent>(chunks, (emit) =>
    createXliffHandlers((unit, file) => unitsOf(unit, file, options).forEach(emit)),
  );
}

interface State {
  /** Prefix of the root: elements with another one are of a module, or foreign. */
  prefix: string | undefined;
  document: RawFile;
  file: RawFile;
  /** `translate` of the elements around, innermost last. */
  readonly translate: boolean[];
  unit: RawUnit | undefined;
  segment: RawSegment | undefined;
  text: OpenText | undefined;
  /** A note or a piece of native markup. */
  plain: { readonly id: string | undefined; text: string } | undefined;
  /** Elements open below one that is left out, itself among them. */
  skipped: number;
}

function createXliffHandlers(emit: (unit: RawUnit, file: RawFile) => void): XmlHandlers {
  const none = { source: undefined, target: undefined };
  const state: State = {
    prefix: undefined,
    document: none,
    file: none,
    translate: [],
    unit: undefined,
    segment: undefined,
    text: undefined,
    plain: undefined,
    skipped: 0,
  };
  return {
    open(tag) {
      grow(state.unit, ELEMENT_LENGTH);
      const name = localName(state, tag);
      if (state.skipped > 0 || (state.text === undefined && isLeftOut(state, name))) {
        state.skipped += 1;
      } else if (state.text === undefined) {
        openElement(state, name ?? '', tag);
      } else {
        openInline(state.text, {
          name: name ?? 'mrk',
          attributes: tag.attributes,
          isCut: isTooLong(state.unit),
        });
      }
    },
    text(text) {
      grow(state.unit, text.length);
      if (state.skipped > 0 || isTooLong(state.unit)) {
        return;
      }
      if (state.plain !== undefined) {
        state.plain.text += text;
      } else {
        state.text?.whole.text(text);
        state.text?.sentence?.reader.text(text);
      }
    },
    close(name) {
      if (state.skipped > 0) {
        state.skipped -= 1;
      } else if (state.text !== undefined && state.text.depth > 0) {
        closeInline(state.text, isTooLong(state.unit));
      } else {
        closeElement(state, name.slice((state.prefix ?? '').length), emit);
      }
    },
  };
}

function grow(unit: RawUnit | undefined, length: number): void {
  if (unit !== undefined) {
    unit.length += length;
  }
}

function isTooLong(unit: RawUnit | undefined): boolean {
  return unit !== undefined && unit.length > MAX_UNIT_LENGTH;
}

/** The name without the root's prefix; undefined for an element of another one. */
function localName(state: State, { name, line, column }: XmlTag): string | undefined {
  if (state.prefix === undefined) {
    const [, prefix = '', local] = /^(?<prefix>[^:]*:)?(?<local>.*)$/u.exec(name) ?? [];
    if (local !== 'xliff') {
      throw new PipelineError(
        'EXCHANGE_INVALID',
        `The root in line ${line}, column ${column} is <${name}>; expected <xliff>`,
        { details: { line, column } },
      );
    }
    state.prefix = prefix;
  }
  const rest = name.startsWith(state.prefix) ? name.slice(state.prefix.length) : ':';
  return rest.includes(':') ? undefined : rest;
}

const LEFT_OUT: ReadonlySet<string> = new Set([
  'alt-trans',
  'ignorable',
  'skeleton',
  'skl',
  'bin-unit',
  'context-group',
]);

function isLeftOut({ unit }: State, name: string | undefined): boolean {
  return name === undefined || LEFT_OUT.has(name) || (name === 'note' && unit === undefined);
}

function openElement(state: State, name: string, { attributes, line }: XmlTag): void {
  switch (name) {
    case 'xliff':
      state.document = { source: attributes['srcLang'], target: attributes['trgLang'] };
      state.file = state.document;
      break;
    case 'file':
      state.file = {
        source: attributes['source-language'] ?? state.document.source,
        target: attributes['target-language'] ?? state.document.target,
      };
      state.translate.push(translates(state, attributes));
      break;
    case 'group':
      state.translate.push(translates(state, attributes));
      break;
    case 'trans-unit':
    case 'unit': {
      const isTranslatable = translates(state, attributes);
      state.unit = { line, attributes, notes: [], data: new Map(), segments: [], isTranslatable, length: 0 };
      if (name === 'trans-unit') {
        beginSegment(state, {});
      }
      break;
    }
    case 'segment':
      beginSegment(state, attributes);
      break;
    case 'source':
    case 'seg-source':
    case 'target':
      state.text = beginText(name, attributes, (id) => state.unit?.data.get(id));
      break;
    case 'note':
    case 'data':
      state.plain = { id: name === 'data' ? (attributes['id'] ?? '') : undefined, text: '' };
      break;
    default: // headers, bodies and lists of notes say nothing themselves
  }
}

function translates({ translate }: State, attributes: Readonly<Record<string, string>>): boolean {
  const stated = attributes['translate'];
  return stated === undefined ? (translate.at(-1) ?? true) : stated !== 'no';
}

function beginSegment(state: State, attributes: Readonly<Record<string, string>>): void {
  state.segment = { attributes, source: undefined, divided: undefined, target: undefined };
  state.unit?.segments.push(state.segment);
}

function closeElement(state: State, name: string, emit: (unit: RawUnit, file: RawFile) => void): void {
  switch (name) {
    case 'file':
    case 'group':
      state.translate.pop();
      break;
    case 'source':
    case 'seg-source':
    case 'target':
      endText(state.text, state.segment);
      state.text = undefined;
      break;
    case 'note':
      if (state.plain !== undefined && state.plain.text.trim() !== '') {
        state.unit?.notes.push(state.plain.text.trim());
      }
      state.plain = undefined;
      break;
    case 'data':
      state.unit?.data.set(state.plain?.id ?? '', state.plain?.text ?? '');
      state.plain = undefined;
      break;
    case 'trans-unit':
    case 'unit':
      if (state.unit !== undefined) {
        emit(state.unit, state.file);
      }
      state.unit = undefined;
      state.segment = undefined;
      break;
    default:
  }
}
