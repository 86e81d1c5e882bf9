import { z } from 'zod';
import { EntityType } from './entity-type.ts';
import { FixKey } from './fix-key.ts';
import { Diagnostic } from './overlay.ts';
import { Span } from './span.ts';

/** What a mention of a value says, in a form that every locale can render again. */
export const EntityValue = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('date'),
    /**
     * ISO 8601 / TIMEX3: `2026-01-12`, `2026-01-03TMO`, `2026-01-03T21:00`, `2026-W02`, `2026`;
     * `--01-12` where the year is unknown; `2026-05-03/2026-05-05` for a range, both ends in it.
     */
    timex: z.string(),
    /** TIMEX3 modifier, such as `mid` or `start`. */
    mod: z.enum(['start', 'mid', 'end', 'approx', 'before', 'after']).optional(),
    /** What the value was counted from, where it is not written out in the text. */
    anchor: z.enum(['publication', 'narrative']).optional(),
    /** It recurs ("every Monday"): `timex` is a TIMEX3 set, such as `XXXX-WXX-1` or `P1D`. */
    repeats: z.literal(true).optional(),
  }),
  /** Local wall time `HH:MM`, with the zone as it is written ("ET") where there is one; `until` ends a span. */
  z.object({
    kind: z.literal('time'),
    time: z.string(),
    until: z.string().optional(),
    zone: z.string().optional(),
  }),
  /**
   * ISO 8601 duration, such as `PT15M`; `PXD` for a number that the text leaves open. `interval` is
   * where it lies ("the last 30 years": `1996/2026`), as far as that is known.
   */
  z.object({ kind: z.literal('duration'), duration: z.string(), interval: z.string().optional() }),
  /** ISO 4217 code. */
  z.object({ kind: z.literal('money'), amount: z.number(), currency: z.string() }),
  /** 97 for "97%". */
  z.object({ kind: z.literal('percent'), value: z.number() }),
  /**
   * CLDR unit identifier, such as `kilometer`; absent for a bare number. `counted` is the noun that
   * stands in the mention ("soldiers" of "10,000 soldiers"), in the source's language.
   */
  z.object({
    kind: z.literal('number'),
    value: z.number(),
    unit: z.string().optional(),
    counted: z.string().optional(),
  }),
  z.object({ kind: z.literal('ordinal'), value: z.int() }),
]);
export type EntityValue = Readonly<z.infer<typeof EntityValue>>;

/** A span of a segment that names something. Its text equals the slice of the segment's text. */
export const Mention = z.object({
  segmentId: z.string(),
  span: Span,
  text: z.string(),
  entityId: z.string(),
  /** 0..1. */
  confidence: z.number().min(0).max(1),
});
export type Mention = Readonly<z.infer<typeof Mention>>;

/**
 * Where a form of a name comes from: a gazetteer, the runtime's own data on countries, the source as the
 * policy keeps it, or a spelling by tables and rules that nobody has checked.
 */
export const NameOrigin = z.enum(['gazetteer', 'intl', 'kept', 'transliterated-unverified']);
export type NameOrigin = z.infer<typeof NameOrigin>;

/** What one or more mentions denote. */
export const Entity = z.object({
  /** Wikidata QID where known (`Q96`), else an id stable inside the article and its versions (`local:per:jane-doe`). */
  id: z.string(),
  type: EntityType,
  /** Longest form found in the article. */
  name: z.string(),
  /** Finer class: `country`, `city`, `agency`, `government` ... */
  subtype: z.string().optional(),
  /** ISO 3166 code of the country that it is, lies in, or belongs to, where a gazetteer says so. */
  country: z.string().optional(),
  /** Form per locale; a locale that is absent has no known form. */
  names: z.record(z.string(), z.string()).readonly(),
  /** Origin of the forms that are not the gazetteer's, per locale; absent where all are. */
  nameOrigins: z.record(z.string(), NameOrigin).readonly().optional(),
  value: EntityValue.optional(),
  /**
   * Id of what stands behind it: the person who held a ROLE, the country of a NORP. That entity
   * need not be listed, because the article may never name it.
   */
  refersTo: z.string().optional(),
  /** Why it was linked so, in words an editor understands. */
  evidence: z.array(z.string()).readonly(),
});
export type Entity = Readonly<z.infer<typeof Entity>>;

/** Where a fix holds in a version; no place means that it fits nothing there. */
const AppliedFix = z.object({
  key: FixKey,
  places: z.array(z.object({ segmentId: z.string(), span: Span })).readonly(),
});

/** What tag-entities adds to a document: mentions in reading order, entities in order of first mention. */
export const EntityOverlay = z.object({
  mentions: z.array(Mention).readonly(),
  entities: z.array(Entity).readonly(),
  /** What people decided about it, and where that holds in this version; absent where they did not. */
  fixes: z.array(AppliedFix).readonly().optional(),
  /** What no longer fits; absent where everything does. */
  diagnostics: z.array(Diagnostic).readonly().optional(),
});
export type EntityOverlay = Readonly<z.infer<typeof EntityOverlay>>;
