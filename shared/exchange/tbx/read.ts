import { toLocale } from '../../document/locale.ts';
import { PipelineError } from '../../errors/errors.ts';
import { type Concept, type ConceptEvent, type ConceptTerm, statusOf } from '../term-event.ts';
import { readXml, type XmlHandlers, type XmlTag } from '../xml.ts';

/** Terms that one concept may have; the rest of one that has more is not read. */
const MAX_TERMS = 1000;
/** Characters that a text may have. */
const MAX_TEXT = 4000;

/**
 * Reads TBX as it comes, at constant memory: TBX-Basic and the 2008 standard (`martif`, `termEntry`), and
 * the 2019 one (`tbx`, `conceptEntry`) in both styles, categories as attributes or as elements.
 *
 * @throws {PipelineError} `EXCHANGE_INVALID`, with line and column, where the XML is not well-formed or is
 *   no TBX.
 */
export async function* readTbx(
  chunks: AsyncIterable<string> | Iterable<string>,
): AsyncGenerator<ConceptEvent> {
  yield* readXml<ConceptEvent>(chunks, createTbxHandlers);
}

interface State {
  isRoot: boolean;
  concept: (Concept & { readonly terms: DraftTerm[] }) | undefined;
  language: string;
  term: DraftTerm | undefined;
  /** The element whose text is read, and the category that it states. */
  open: { readonly name: string; readonly category: string; text: string } | undefined;
}

type DraftTerm = { -readonly [Member in keyof ConceptTerm]: ConceptTerm[Member] };

function createTbxHandlers(emit: (event: ConceptEvent) => void): XmlHandlers {
  const state: State = { isRoot: true, concept: undefined, language: '', term: undefined, open: undefined };
  return {
    open: (tag) => openElement(state, tag, emit),
    text: (text) => {
      if (state.open !== undefined && state.open.text.length < MAX_TEXT) {
        state.open.text += text;
      }
    },
    close: (name) => closeElement(state, localName(name), emit),
  };
}

const ROOTS: ReadonlySet<string> = new Set(['martif', 'tbx', 'TBX']);

function openElement(
  state: State,
  { name: written, attributes, line, column }: XmlTag,
  emit: (event: ConceptEvent) => void,
): void {
  const name = localName(written);
  if (state.isRoot && !ROOTS.has(name)) {
    throw new PipelineError(
      'EXCHANGE_INVALID',
      `The root in line ${line}, column ${column} is <${written}>; expected <tbx> or <martif>`,
      { details: { line, column } },
    );
  }
  state.isRoot = false;
  switch (name) {
    case 'termEntry':
    case 'conceptEntry':
      state.concept = { line, name: attributes['id'] ?? '', terms: [] };
      break;
    case 'langSet':
    case 'langSec':
      state.language = attributes['xml:lang'] ?? '';
      if (toLocale(state.language) === undefined && state.concept !== undefined) {
        emit({
          kind: 'refused',
          line,
          name: state.concept.name,
          reason: 'locale-unknown',
          detail: state.language,
        });
      }
      break;
    case 'tig':
    case 'ntig':
    case 'termSec':
      state.term = { language: state.language, text: '', status: undefined };
      break;
    case 'hi': // markup inside a text
      break;
    default:
      state.open = { name, category: attributes['type'] ?? name, text: '' };
  }
}

function closeElement(state: State, name: string, emit: (event: ConceptEvent) => void): void {
  if (state.open?.name === name) {
    takeText(state, state.open.category, state.open.text.trim());
    state.open = undefined;
    return;
  }
  switch (name) {
    case 'tig':
    case 'ntig':
    case 'termSec':
      if (
        state.term !== undefined &&
        state.term.text !== '' &&
        (state.concept?.terms.length ?? 0) < MAX_TERMS
      ) {
        state.concept?.terms.push(state.term);
      }
      state.term = undefined;
      break;
    case 'termEntry':
    case 'conceptEntry':
      if (state.concept !== undefined) {
        emit({ kind: 'concept', concept: state.concept });
      }
      state.concept = undefined;
      break;
    default:
  }
}

function takeText(state: State, category: string, text: string): void {
  const { term, concept } = state;
  if (text === '') {
    return;
  }
  switch (category) {
    case 'term':
      if (term !== undefined) {
        term.text = text.normalize('NFC');
      }
      break;
    case 'administrativeStatus':
    case 'normativeAuthorization':
    case 'status':
      if (term !== undefined) {
        term.status = statusOf(text) ?? term.status;
      }
      break;
    case 'doNotTranslate':
    case 'x-doNotTranslate':
      if (term !== undefined && /^(?:yes|true|1)$/iu.test(text)) {
        term.status = 'do-not-translate';
      }
      break;
    case 'partOfSpeech':
      if (term !== undefined) {
        term.partOfSpeech = text;
      }
      break;
    case 'subjectField':
      if (concept !== undefined) {
        concept.subject = text;
      }
      break;
    case 'note':
    case 'definition':
      if (concept !== undefined) {
        concept.note ??= text;
      }
      break;
    default:
  }
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}
