import type { SegmentState } from '../../shared/document/rendition.ts';
import type { Segment } from '../../shared/document/segment.ts';
import type { Match } from '../../shared/memory/match.ts';
import { coverageOf } from './coverage.ts';
import type { FilledSegment } from './fill-targets.ts';
import type { LocalizedEntity } from './localize-entities.ts';
import { oncePer } from './once-per.ts';
import type { RenderedParts } from './render-parts.ts';
import { withSafeUrls } from './safe-codes.ts';
import type { Addition } from './source-forms/addition.ts';
import { stableJson, writtenOnce } from './stable-json.ts';

/** Version of the JSON output's shape; additions do not change it. */
const JSON_FORMAT = 'polywire-rendition/1';

/**
 * Writes the rendition as JSON for programs and editors: metadata in the locale's form, each
 * segment with source, target, state, what the house style adds to the target when it is shown, and the
 * matches that a person may work from, and the entities with their forms. One line, keys sorted.
 */
export function toJson(parts: RenderedParts): string {
  const { document, filled, rendition, additions, meta, entities, kit } = parts;
  const states = new Map(rendition.segments.map((state) => [state.segmentId, state]));
  const kinds = new Map(document.blocks.map(({ id, kind }) => [id, kind]));
  return `${stableJson({
    format: JSON_FORMAT,
    articleId: document.id,
    externalId: document.externalId,
    version: document.version,
    locale: kit.locale,
    direction: kit.direction,
    sourceLocale: document.sourceLocale,
    meta,
    counts: { ...rendition.counts, coverage: coverageOf(rendition.counts) },
    blocks: writtenOnce(document.blocks),
    segments: filled.map((entry) =>
      segmentJson(entry, {
        state: states.get(entry.segment.id),
        kind: kinds.get(entry.segment.blockId),
        additions: additions.get(entry.segment.id),
      }),
    ),
    entities: entities.table.map((entity) => entityJson(entity)),
  })}\n`;
}

interface SegmentFacts {
  readonly state: SegmentState | undefined;
  readonly kind: string | undefined;
  readonly additions: readonly Addition[] | undefined;
}

/** All of the state, and what else is said of a segment. */
type SegmentJson = Readonly<
  Record<
    | Exclude<keyof SegmentState, 'segmentId'>
    | 'id'
    | 'blockId'
    | 'kind'
    | 'isOmitted'
    | 'sourceLocale'
    | 'source'
    | 'matchedAt'
    | 'suggestions'
    | 'additions',
    unknown
  >
>;

function segmentJson(
  { segment, match, suggestions, isOmitted }: FilledSegment,
  { state, kind, additions }: SegmentFacts,
): SegmentJson {
  return {
    id: segment.id,
    blockId: segment.blockId,
    kind,
    isOmitted,
    sourceLocale: segment.locale,
    source: sourceJson(segment),
    target: state?.target && withSafeUrls(state.target),
    origin: state?.origin,
    review: state?.review,
    freshness: state?.freshness,
    qa: state?.qa,
    score: state?.score,
    unitId: state?.unitId,
    reasons: state?.reasons,
    additions,
    matchedAt: match?.changedAt,
    suggestions: suggestions.map((suggestion) => suggestionJson(suggestion)),
  };
}

const sourceJson = oncePer((segment: Segment) => writtenOnce(withSafeUrls(segment)));

function suggestionJson(match: Match): unknown {
  const { kind, score, unitId, source, target, review, parts, previous } = match;
  return { kind, score, unitId, source, target, review, deductions: parts.deductions, previous };
}

function entityJson({ entity, localName, localNameOrigin, mentions }: LocalizedEntity): unknown {
  const { id, type, subtype, name, names, nameOrigins, value, evidence } = entity;
  return {
    id,
    type,
    subtype,
    name,
    localName,
    localNameOrigin,
    names: writtenOnce(names),
    nameOrigins: nameOrigins && writtenOnce(nameOrigins),
    value: value && writtenOnce(value),
    evidence: writtenOnce(evidence),
    mentions,
  };
}
