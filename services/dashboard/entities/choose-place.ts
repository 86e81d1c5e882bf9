import type { Document } from '../../../shared/document/document.ts';
import type { Entity, EntityOverlay, Mention } from '../../../shared/document/entity-mention.ts';
import { spansOf } from '../../../shared/document/fix-place.ts';
import type { Segment } from '../../../shared/document/segment.ts';
import type { Span } from '../../../shared/document/span.ts';
import { PipelineError } from '../../../shared/errors/errors.ts';

/** What the reader has chosen to look at: a mention, or a sentence to which one is to be added. */
export type Chosen =
  | {
      readonly kind: 'mention';
      readonly segment: Segment;
      readonly mention: Mention;
      readonly entity: Entity;
    }
  | { readonly kind: 'sentence'; readonly segment: Segment };

/** How a mention is named in an address: its sentence and its first code unit. */
export function placeName({ segmentId, span }: Pick<Mention, 'segmentId' | 'span'>): string {
  return `${segmentId}.${span.start}`;
}

/** Finds what an address names; undefined for what this version does not have. */
export function findChosen(
  { segments }: Document,
  { mentions, entities }: EntityOverlay,
  name: string | undefined,
): Chosen | undefined {
  const segment = segments.find(({ id }) => id === name?.split('.')[0]);
  if (segment === undefined) {
    return undefined;
  }
  const mention = mentions.find((each) => placeName(each) === name);
  const entity = entities.find(({ id }) => id === mention?.entityId);
  return mention === undefined || entity === undefined
    ? { kind: 'sentence', segment }
    : { kind: 'mention', segment, mention, entity };
}

/**
 * Where `words` stand in a sentence: at or nearest to `near`, else the `nth` time.
 *
 * @throws {PipelineError} `REQUEST_INVALID` where they do not.
 */
export function placeOfWords(
  { text }: Segment,
  words: string,
  { near, nth = 1 }: { readonly near?: Span | undefined; readonly nth?: number },
): Span {
  const wanted = words.normalize('NFC').trim();
  const spans = spansOf(text, wanted);
  const found =
    near === undefined ? spans[nth - 1] : spans.toSorted((a, b) => distance(a, near) - distance(b, near))[0];
  if (found === undefined) {
    const stands = spans.length === 0 ? 'does not stand' : `stands only ${spans.length} times`;
    throw new PipelineError(
      'REQUEST_INVALID',
      `"${wanted}" ${stands} in the sentence "${text}"; expected words of it, as they are written there`,
    );
  }
  return found;
}

/** Code units by which two spans are apart; less than 0 by how much they overlap. */
function distance(a: Span, b: Span): number {
  return Math.max(a.start, b.start) - Math.min(a.end, b.end);
}
