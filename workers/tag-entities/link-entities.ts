import type { Entity, EntityOverlay, EntityValue, Mention } from '../../shared/document/entity-mention.ts';
import { isListedType } from '../../shared/document/entity-type.ts';
import type { GazetteerEntry } from '../../shared/document/gazetteer-entry.ts';
import { slugOf } from '../../shared/text/fold.ts';
import type { Candidate } from './candidate.ts';
import type { DocumentView } from './document-view.ts';
import { type LocaleNaming, localizeNames } from './local-names/localize-names.ts';
import { nameEntityId } from './resolve/entity-ids.ts';
import type { ResolvedRole } from './resolve/resolve-roles.ts';
import { valueEntityId } from './values/value-entity-id.ts';

/** Merged candidates with what resolution found out about them. */
export interface ResolvedCandidates {
  /** In reading order, without overlaps. */
  readonly candidates: readonly Candidate[];
  readonly dates: ReadonlyMap<Candidate, EntityValue>;
  readonly roles: ReadonlyMap<Candidate, ResolvedRole>;
  /** Locales whose names entities carry, and how they write what no gazetteer has. */
  readonly naming: LocaleNaming;
}

/**
 * Turns resolved candidates into mentions and the entities they denote, in order of first mention.
 * An entity's name is its longest form in the article; its evidence keeps each reason once.
 */
export function linkEntities(view: DocumentView, resolved: ResolvedCandidates): EntityOverlay {
  const mentions: Mention[] = [];
  const entities = new Map<string, Entity>();
  const entries = new Map<string, GazetteerEntry>();
  for (const candidate of resolved.candidates) {
    const segment = view.segments[candidate.segment];
    if (segment === undefined) {
      continue;
    }
    const { start, end, confidence } = candidate;
    const text = segment.text.slice(start, end);
    const entity = entityOf(candidate, text, resolved);
    if (candidate.reading.kind === 'entry') {
      entries.set(entity.id, candidate.reading.entry);
    }
    entities.set(entity.id, mergeEntity(entities.get(entity.id), entity));
    mentions.push({ segmentId: segment.id, span: { start, end }, text, entityId: entity.id, confidence });
  }
  const named = [...entities.values()].map((entity) =>
    isName(entity)
      ? { ...entity, ...localizeNames(entity, entries.get(entity.id), resolved.naming) }
      : entity,
  );
  return { mentions, entities: named };
}

/** Values are written by each locale's own formats; who is meant by a word for a people or a role stands elsewhere. */
function isName({ type, value }: Entity): boolean {
  return value === undefined && isListedType(type);
}

function entityOf(candidate: Candidate, text: string, resolved: ResolvedCandidates): Entity {
  const { reading, type, evidence } = candidate;
  const base = { type, name: text, names: {}, evidence: [evidence] };
  switch (reading.kind) {
    case 'entry':
      return entryEntity(base, reading.entry);
    case 'name':
      return {
        ...base,
        id: nameEntityId(candidate, text),
        name: reading.of ?? text,
        ...(reading.refersTo === undefined ? {} : { refersTo: reading.refersTo }),
      };
    case 'demonym':
      return {
        ...base,
        id: `local:norp:${slugOf(countryLabel(reading.country))}`,
        refersTo: reading.country.id,
      };
    case 'role':
      return roleEntity(base, reading.country, resolved.roles.get(candidate));
    case 'date':
      return valueEntity(base, resolved.dates.get(candidate));
    case 'value':
      return valueEntity(base, reading.value);
    case 'literal':
      return { ...base, id: `local:${type.toLowerCase()}:${slugOf(text)}` };
    default:
      return reading satisfies never;
  }
}

type Base = Omit<Entity, 'id'>;

function entryEntity(base: Base, { id, subtype, code, country = code }: GazetteerEntry): Entity {
  return {
    ...base,
    ...(subtype === undefined ? {} : { subtype }),
    ...(country === undefined ? {} : { country }),
    id,
  };
}

function roleEntity(base: Base, country: GazetteerEntry, role: ResolvedRole | undefined): Entity {
  const id = `local:role:${slugOf(countryLabel(country))}-${role?.title ?? 'leader'}`;
  const holder = role?.holder;
  return holder === undefined
    ? { ...base, id }
    : { ...base, id, refersTo: holder.personId, evidence: [...base.evidence, holder.evidence] };
}

function valueEntity(base: Base, value: EntityValue | undefined): Entity {
  if (value === undefined) {
    const id = `local:${base.type.toLowerCase()}:text-${slugOf(base.name)}`;
    return { ...base, id, evidence: [...base.evidence, 'Nothing to count it from'] };
  }
  const id = valueEntityId(base.type, value);
  return { ...base, id, value, evidence: [...base.evidence, ...anchorEvidence(value)] };
}

function anchorEvidence(value: EntityValue): readonly string[] {
  if (value.kind !== 'date' || value.anchor === undefined) {
    return [];
  }
  return value.anchor === 'publication'
    ? ['Counted from the publication date']
    : ['Counted from the date before it in the article'];
}

function countryLabel({ code, id }: GazetteerEntry): string {
  return code ?? id;
}

function mergeEntity(known: Entity | undefined, found: Entity): Entity {
  if (known === undefined) {
    return found;
  }
  return {
    ...known,
    name: isBetterName(found.name, known.name) ? found.name : known.name,
    evidence: [...new Set([...known.evidence, ...found.evidence])],
  };
}

/** The longer form; of two as long, the one with capitals. */
function isBetterName(a: string, b: string): boolean {
  return a.length > b.length || (a.length === b.length && b === b.toLowerCase() && a !== b);
}
