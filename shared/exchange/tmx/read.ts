import { type Locale, toLocale } from '../../document/locale.ts';
import { MAX_UNIT_LENGTH, type ReadUnitsOptions } from '../unit-event.ts';
import { readXml, type XmlHandlers, type XmlTag } from '../xml.ts';
import { NOTE } from './properties.ts';
import type { RawUnit, RawVariant } from './raw-unit.ts';
import { createSegmentReader, type SegmentReader } from './read-segment.ts';
import type { TmxEvent } from './tmx-event.ts';
import { type UnitsOfOptions, unitsOf } from './units-of.ts';

/** What each element counts of the characters of its unit. */
const ELEMENT_LENGTH = 32;

/**
 * Reads TMX 1.1 to 1.4b as it comes, at constant memory.
 *
 * One `<tu>` gives a unit per target language. Everything that is not taken is an event of its own,
 * with line and reason. Inline codes become coded text: see `createSegmentReader`. Context is read
 * from the properties of Trados, memoQ and OmegaT.
 *
 * @throws {PipelineError} `EXCHANGE_INVALID`, with line and column, where the XML is not well-formed
 *   or is no TMX; what came before has been reported by then.
 */
export async function* readTmx(
  chunks: AsyncIterable<string> | Iterable<string>,
  options: ReadUnitsOptions = {},
): AsyncIterable<TmxEvent> {
  const settings = { ...options, localeOf: remember(options.localeOf ?? toLocale) };
  yield* readXml<TmxEvent>(chunks, (emit) => createTmxHandlers(settings, emit));
}

interface State {
  srclang: string | undefined;
  unit: (RawUnit & { length: number }) | undefined;
  variant: RawVariant | undefined;
  segment: SegmentReader | undefined;
  /** Elements open inside `segment`. */
  depth: number;
  property: { readonly type: string; text: string } | undefined;
}

type Settings = Omit<UnitsOfOptions, 'srclang'>;

function createTmxHandlers(settings: Settings, emit: (event: TmxEvent) => void): XmlHandlers {
  const state: State = {
    srclang: undefined,
    unit: undefined,
    variant: undefined,
    segment: undefined,
    depth: 0,
    property: undefined,
  };
  return {
    open(tag) {
      grow(state.unit, ELEMENT_LENGTH);
      if (state.segment === undefined) {
        openElement(state, tag, emit);
        return;
      }
      state.depth += 1;
      if (!isTooLong(state.unit)) {
        state.segment.open(tag.name, tag.attributes);
      }
    },
    text(text) {
      grow(state.unit, text.length);
      if (isTooLong(state.unit)) {
        return; // refused when it ends
      }
      if (state.property !== undefined) {
        state.property.text += text;
      } else {
        state.segment?.text(text);
      }
    },
    close(name) {
      if (state.depth > 0) {
        state.depth -= 1;
        if (!isTooLong(state.unit)) {
          state.segment?.close();
        }
        return;
      }
      closeElement(state, name);
      if (name === 'tu' && state.unit !== undefined) {
        emitUnit(state.unit, { ...settings, srclang: state.srclang }, emit);
        state.unit = undefined;
      }
    },
  };
}

function grow(unit: State['unit'], length: number): void {
  if (unit !== undefined) {
    unit.length += length;
  }
}

function isTooLong(unit: State['unit']): boolean {
  return unit !== undefined && unit.length > MAX_UNIT_LENGTH;
}

function openElement(
  state: State,
  { name, attributes, line }: XmlTag,
  emit: (event: TmxEvent) => void,
): void {
  switch (name) {
    case 'header':
      state.srclang = attributes['srclang'];
      emit({ kind: 'header', srclang: state.srclang, tool: attributes['creationtool'] });
      break;
    case 'tu':
      state.unit = { line, attributes, properties: [], variants: [], length: 0 };
      break;
    case 'tuv':
      state.variant = {
        language: attributes['xml:lang'] ?? attributes['lang'] ?? '',
        attributes,
        properties: [],
        segment: undefined,
      };
      break;
    case 'seg':
      state.segment = createSegmentReader();
      break;
    case 'prop':
      state.property = { type: attributes['type'] ?? '', text: '' };
      break;
    case 'note':
      state.property = { type: NOTE, text: '' };
      break;
    default: // the root and the body say nothing about a unit
  }
}

function closeElement(state: State, name: string): void {
  switch (name) {
    case 'seg':
      if (state.variant !== undefined) {
        state.variant.segment = state.segment?.finish();
      }
      state.segment = undefined;
      break;
    case 'prop':
    case 'note':
      if (state.property !== undefined) {
        (state.variant ?? state.unit)?.properties.push([state.property.type, state.property.text]);
      }
      state.property = undefined;
      break;
    case 'tuv':
      if (state.variant !== undefined && !isTooLong(state.unit)) {
        state.unit?.variants.push(state.variant);
      }
      state.variant = undefined;
      break;
    default:
  }
}

function emitUnit(
  unit: RawUnit & { readonly length: number },
  options: UnitsOfOptions,
  emit: (event: TmxEvent) => void,
): void {
  if (isTooLong(unit)) {
    emit({ kind: 'refused', line: unit.line, reason: 'too-long' });
    return;
  }
  for (const event of unitsOf(unit, options)) {
    emit(event);
  }
}

/** Tags a file may name before they are looked up each time. */
const MAX_TAGS = 1000;

function remember(localeOf: (tag: string) => Locale | undefined): (tag: string) => Locale | undefined {
  const known = new Map<string, Locale | undefined>();
  return (tag) => {
    if (known.has(tag)) {
      return known.get(tag);
    }
    const locale = localeOf(tag);
    if (known.size < MAX_TAGS) {
      known.set(tag, locale);
    }
    return locale;
  };
}
