import { CODE_SHAPE, type CodedText, PLACEHOLDER } from '../../document/inline-code.ts';
import { type CodeFacts, readNativeCode } from '../native-code.ts';
import { type DraftCode, settleCodes } from './settle-codes.ts';

/** The content of one `<seg>`, with what it had that coded text cannot hold. */
export interface ReadSegment {
  readonly content: CodedText;
  /** Set where the ids are the file's own, by which source and target refer to each other. */
  readonly ownIds: boolean;
  /** What was left out, such as `pair without meaning: <font>`; the text inside it was kept. */
  readonly dropped: readonly string[];
  /** Texts inside codes (`<sub>`), in order. */
  readonly subs: readonly CodedText[];
}

/** Takes the tags and texts inside one `<seg>`. */
export interface SegmentReader {
  open(name: string, attributes: Readonly<Record<string, string>>): void;
  text(text: string): void;
  close(): void;
  finish(): ReadSegment;
}

/**
 * Reads TMX inline elements as coded text.
 *
 * `bpt`/`ept` pair by `i`; `it` opens or closes what continues beyond the segment and covers the rest
 * of it on that side; `hi` marks by its type; `ph` and `ut` stand alone unless their native code is a
 * tag of a pair. Native code without a known meaning stays as a `code` that stands alone; a pair
 * without one is left out and said so, as is one that crosses another or covers nothing.
 */
export function createSegmentReader(): SegmentReader {
  const draft: Draft = { text: '', codes: [], pending: [], dropped: [], subs: [] };
  const frames: Frame[] = [];
  return {
    open(name, attributes) {
      const parent = frames.at(-1);
      if (parent?.sub !== undefined) {
        parent.depth += 1;
        parent.sub.open(name, attributes);
        return;
      }
      const sub = name === 'sub' ? createSegmentReader() : undefined;
      frames.push({ name, attributes, native: '', start: draft.text.length, sub, depth: 0 });
    },
    text(text) {
      const frame = frames.at(-1);
      if (frame === undefined || frame.name === 'hi') {
        appendText(draft, text);
      } else if (frame.sub === undefined) {
        frame.native += text;
      } else {
        frame.sub.text(text);
      }
    },
    close() {
      const frame = frames.at(-1);
      if (frame === undefined) {
        return;
      }
      if (frame.sub !== undefined && frame.depth > 0) {
        frame.depth -= 1;
        frame.sub.close();
        return;
      }
      frames.pop();
      closeFrame(draft, frame);
    },
    finish: () => finish(draft),
  };
}

interface Frame {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  native: string;
  readonly start: number;
  readonly sub: SegmentReader | undefined;
  /** Elements open inside `sub`. */
  depth: number;
}

interface Pending {
  /** `i` of a `bpt`; `it` for what ends beyond the segment; `tag <kind>` for tags in `ph`. */
  readonly key: string;
  readonly native: string;
  readonly code: DraftCode | undefined;
}

interface Draft {
  text: string;
  readonly codes: DraftCode[];
  readonly pending: Pending[];
  readonly dropped: string[];
  readonly subs: CodedText[];
}

function appendText(draft: Draft, text: string): void {
  if (text.includes(PLACEHOLDER)) {
    draft.dropped.push('a placeholder character in the text');
  }
  draft.text += text.replaceAll(PLACEHOLDER, '').normalize('NFC');
}

function closeFrame(draft: Draft, frame: Frame): void {
  switch (frame.name) {
    case 'bpt':
      openPair(draft, frame, `i ${frame.attributes['i'] ?? ''}`);
      break;
    case 'ept':
      closePair(draft, `i ${frame.attributes['i'] ?? ''}`, frame.native);
      break;
    case 'it':
      if (frame.attributes['pos'] === 'end') {
        coverFromStart(draft, frame);
      } else {
        openPair(draft, frame, 'it');
      }
      break;
    case 'hi':
      openPair(draft, frame, 'hi', frame.start);
      closePair(draft, 'hi', '');
      break;
    case 'sub':
      draft.subs.push(frame.sub?.finish().content ?? { text: '', codes: [] });
      break;
    case 'ph':
    case 'ut':
      addStandalone(draft, frame);
      break;
    default:
      draft.dropped.push(`an element that TMX does not have: <${frame.name}>`);
      appendText(draft, frame.native);
  }
}

function openPair(draft: Draft, frame: Frame, key: string, start = draft.text.length): void {
  const read = readCode(frame);
  const isPair = read !== undefined && CODE_SHAPE[read.facts.kind] === 'pair';
  const code = isPair ? { ...read, x: xOf(frame), start, end: -1 } : undefined;
  if (code === undefined) {
    draft.dropped.push(`pair without meaning: ${frame.native || (frame.attributes['type'] ?? frame.name)}`);
  } else {
    draft.codes.push(code);
  }
  draft.pending.push({ key, native: frame.native, code });
}

function closePair(draft: Draft, key: string, native: string): void {
  const at = draft.pending.findLastIndex((pending) => pending.key === key);
  if (at < 0) {
    draft.dropped.push(`end without begin: ${native || key}`);
    return;
  }
  const [pending] = draft.pending.splice(at, 1);
  if (pending?.code !== undefined) {
    pending.code.end = draft.text.length;
  }
}

function coverFromStart(draft: Draft, frame: Frame): void {
  const read = readCode(frame);
  if (read === undefined || CODE_SHAPE[read.facts.kind] !== 'pair') {
    draft.dropped.push(`pair without meaning: ${frame.native}`);
    return;
  }
  draft.codes.unshift({ ...read, x: xOf(frame), start: 0, end: draft.text.length });
}

function addStandalone(draft: Draft, frame: Frame): void {
  const read = readCode(frame);
  if (read?.role === 'open') {
    openPair(draft, frame, `tag ${read.facts.kind}`);
    return;
  }
  if (read?.role === 'close') {
    closePair(draft, `tag ${read.facts.kind}`, frame.native);
    return;
  }
  const facts: CodeFacts = read?.facts ?? { kind: 'code', value: frame.native };
  const start = draft.text.length;
  draft.text += PLACEHOLDER;
  draft.codes.push({
    facts,
    canDelete: read?.canDelete ?? false,
    canReorder: read?.canReorder ?? true,
    x: xOf(frame),
    start,
    end: start + PLACEHOLDER.length,
  });
}

/** TMX's own types decide where the native code does not. */
const TYPES: ReadonlyMap<string, CodeFacts> = new Map<string, CodeFacts>([
  ['bold', { kind: 'strong' }],
  ['italic', { kind: 'emphasis' }],
  ['strike', { kind: 'delete' }],
  ['lb', { kind: 'break' }],
]);

function readCode({ native, attributes }: Frame): ReturnType<typeof readNativeCode> {
  const facts = TYPES.get(attributes['type'] ?? '');
  return (
    readNativeCode(native) ??
    (facts === undefined ? undefined : { role: 'standalone', facts, canDelete: true, canReorder: true })
  );
}

function xOf({ attributes }: Frame): string | undefined {
  return attributes['x'] ?? attributes['i'];
}

function finish(draft: Draft): ReadSegment {
  for (const { key, native, code } of draft.pending) {
    if (code !== undefined && key === 'it') {
      code.end = draft.text.length;
    } else if (code !== undefined) {
      draft.dropped.push(`begin without end: ${native || key}`);
    }
  }
  const { codes, ownIds, dropped } = settleCodes(draft.codes);
  return {
    content: { text: draft.text, codes },
    ownIds,
    dropped: [...draft.dropped, ...dropped],
    subs: draft.subs,
  };
}
