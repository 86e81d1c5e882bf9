import type { SegmentState } from '../../shared/document/rendition.ts';
import type { Match } from '../../shared/memory/match.ts';
import { coverageOf } from './coverage.ts';
import type { FilledSegment } from './fill-targets.ts';
import type { LocalizedEntity } from './localize-entities.ts';
import type { RenderedParts } from './render-parts.ts';
import { withSafeUrls } from './safe-codes.ts';
import { stableJson } from './stable-json.ts';

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
    blocks: document.blocks,
    segments: filled.map((entry) => ({
      ...segmentJson(entry, states.get(entry.segment.id), kinds.get(entry.segment.blockId)),
      additions: additions.get(entry.segment.id),
    })),
    entities: entities.table.map((entity) => entityJson(entity)),
  })}\n`;
}

function segmentJson(
  { segment, match, suggestions, isOmitted }: FilledSegment,
  state: SegmentState | undefined,
  kind: string | undefined,
): object {
  return {
    ...state,
    target: state?.target === undefined ? undefined : withSafeUrls(state.target),
    id: segment.id,
    segmentId: undefined,
    blockId: segment.blockId,
    kind,
    isOmitted,
    sourceLocale: segment.locale,
    source: withSafeUrls(segment),
    matchedAt: match?.changedAt,
    suggestions: suggestions.map((suggestion) => suggestionJson(suggestion)),
  };
}

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
    names,
    nameOrigins,
    value,
    evidence,
    mentions,
  };
}
