import type { ReadSegment } from '../tmx/read-segment.ts';
import { createInlineReader, type InlineReader } from './inline-reader.ts';
import type { RawSegment } from './raw-unit.ts';

type Attributes = Readonly<Record<string, string>>;
type DataOf = (id: string) => string | undefined;

/** A `<source>` or `<target>` while it is read: as a whole, and sentence by sentence where it has some. */
export interface OpenText {
  readonly name: 'source' | 'seg-source' | 'target';
  readonly attributes: Attributes;
  readonly dataOf: DataOf;
  readonly whole: InlineReader;
  readonly sentences: Map<string, ReadSegment>;
  sentence: { readonly mid: string; readonly reader: InlineReader; depth: number } | undefined;
  /** Elements open inside. */
  depth: number;
}

/** Begins a text; `dataOf` gives native markup by id. */
export function beginText(name: OpenText['name'], attributes: Attributes, dataOf: DataOf): OpenText {
  const whole = createInlineReader(dataOf);
  return { name, attributes, dataOf, whole, sentences: new Map(), sentence: undefined, depth: 0 };
}

/** Takes the begin of an element inside; `isCut`: the unit is too long, and only depth counts. */
export function openInline(
  text: OpenText,
  {
    name,
    attributes,
    isCut,
  }: { readonly name: string; readonly attributes: Attributes; readonly isCut: boolean },
): void {
  text.depth += 1;
  if (isCut) {
    return;
  }
  text.whole.open(name, attributes);
  if (text.sentence !== undefined) {
    text.sentence.depth += 1;
    text.sentence.reader.open(name, attributes);
  } else if (name === 'mrk' && attributes['mtype'] === 'seg') {
    const reader = createInlineReader(text.dataOf);
    text.sentence = { mid: attributes['mid'] ?? '', reader, depth: 0 };
  }
}

/** Takes the end of an element inside. */
export function closeInline(text: OpenText, isCut: boolean): void {
  text.depth -= 1;
  if (isCut) {
    return;
  }
  text.whole.close();
  const { sentence } = text;
  if (sentence !== undefined && sentence.depth > 0) {
    sentence.depth -= 1;
    sentence.reader.close();
  } else if (sentence !== undefined) {
    text.sentences.set(sentence.mid, sentence.reader.finish());
    text.sentence = undefined;
  }
}

/** Puts a text that ends where its segment has it. */
export function endText(text: OpenText | undefined, segment: RawSegment | undefined): void {
  if (text === undefined || segment === undefined) {
    return;
  }
  const { attributes, sentences } = text;
  const read = { attributes, whole: text.whole.finish(), sentences };
  if (text.name === 'target') {
    segment.target = read;
  } else if (text.name === 'source') {
    segment.source = read;
  } else {
    segment.divided = read;
  }
}
