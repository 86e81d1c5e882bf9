import type { Document } from '../../../shared/document/document.ts';
import type { EntityFix } from '../../../shared/document/entity-fix.ts';
import type { Entity, EntityOverlay, Mention } from '../../../shared/document/entity-mention.ts';
import { groupBy } from '../../../shared/document/group-by.ts';
import type { Segment } from '../../../shared/document/segment.ts';
import { type Span, spansOverlap } from '../../../shared/document/span.ts';

/** A stretch of a sentence: plain text, something that is named, or a place where people took a mention away. */
export type MarkedStretch =
  | { readonly kind: 'text'; readonly span: Span }
  | {
      readonly kind: 'mention';
      readonly span: Span;
      readonly mention: Mention;
      readonly entity: Entity;
      /** What people decided there. */
      readonly fix?: EntityFix | undefined;
    }
  | { readonly kind: 'nothing'; readonly span: Span; readonly fix: EntityFix };

/** Cuts every sentence at what is named in it, and at what people decided about it. */
export function markSegments(
  { segments }: Document,
  { mentions, entities, fixes = [] }: EntityOverlay,
  decided: readonly EntityFix[],
): ReadonlyMap<string, readonly MarkedStretch[]> {
  const entityOf = new Map(entities.map((entity) => [entity.id, entity]));
  const fixOf = new Map(decided.map((fix) => [fix.key, fix]));
  const held = fixes.flatMap(({ key, places }) => {
    const fix = fixOf.get(key);
    return fix === undefined ? [] : places.map((place) => ({ ...place, fix }));
  });
  const mentionsOf = groupBy(mentions, ({ segmentId }) => segmentId);
  const heldIn = groupBy(held, ({ segmentId }) => segmentId);
  return new Map(
    segments.map((segment) => {
      const fixed = heldIn.get(segment.id) ?? [];
      const marks = (mentionsOf.get(segment.id) ?? []).flatMap((mention) => {
        const entity = entityOf.get(mention.entityId);
        const fix = fixed.find(({ span }) => spansOverlap(span, mention.span))?.fix;
        return entity === undefined
          ? []
          : [{ kind: 'mention' as const, span: mention.span, mention, entity, fix }];
      });
      const removed = fixed
        .filter(({ fix }) => fix.verdict.kind === 'nothing')
        .map(({ span, fix }) => ({ kind: 'nothing' as const, span, fix }));
      return [segment.id, withText(segment, [...marks, ...removed])];
    }),
  );
}

function withText({ text }: Segment, marks: readonly MarkedStretch[]): readonly MarkedStretch[] {
  const stretches: MarkedStretch[] = [];
  let at = 0;
  for (const mark of marks.toSorted((a, b) => a.span.start - b.span.start)) {
    if (mark.span.start > at) {
      stretches.push({ kind: 'text', span: { start: at, end: mark.span.start } });
    }
    stretches.push(mark);
    at = mark.span.end;
  }
  return at < text.length
    ? [...stretches, { kind: 'text', span: { start: at, end: text.length } }]
    : stretches;
}
