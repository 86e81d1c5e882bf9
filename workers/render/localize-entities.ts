import { fallbackChain } from '../../config/locales.ts';
import type { Entity, EntityOverlay, NameOrigin } from '../../shared/document/entity-mention.ts';
import { groupBy } from '../../shared/document/group-by.ts';
import type { LocaleKit } from './locale-kit.ts';
import { localizeValue } from './localize-values.ts';
import { oncePer } from './once-per.ts';

/** An entity with the form that the locale has for it. */
export interface LocalizedEntity {
  readonly entity: Entity;
  /** Absent: the locale has no known form. */
  readonly localName?: string;
  /** Where a name's form comes from; absent for values. */
  readonly localNameOrigin?: NameOrigin;
  readonly mentions: number;
}

export interface LocalizedEntities {
  /** In order of first mention. */
  readonly table: readonly LocalizedEntity[];
  /** Those of the table whose name has a form in the locale. */
  readonly named: readonly LocalizedEntity[];
  /**
   * The locale's form of a name that stands outside the text (agency, credit, place, keyword);
   * the name itself where none is known, or only a spelling that nobody has checked.
   */
  readonly localNameOf: (name: string) => string;
}

/**
 * Gives every entity its form in the locale: a name from the gazetteers, a value (date, amount,
 * share) as the locale writes it. Text of segments is never touched: inflection and agreement are a
 * translator's work.
 */
export function localizeEntities(overlay: EntityOverlay, kit: LocaleKit): LocalizedEntities {
  let table: readonly LocalizedEntity[] | undefined;
  return {
    // Pages show no table: writing its values is left to the outputs that do.
    get table() {
      table ??= overlay.entities.map((entity) => localize(entity, overlay, kit));
      return table;
    },
    get named() {
      return overlay.entities.flatMap((entity) => localizeName(entity, overlay, kit) ?? []);
    },
    localNameOf: (name) => formOf(entitiesNamed(overlay).get(fold(name)) ?? [], kit) ?? name,
  };
}

function localize(entity: Entity, overlay: EntityOverlay, kit: LocaleKit): LocalizedEntity {
  const named = localizeName(entity, overlay, kit);
  const value = named === undefined ? localizeValue(entity.value, kit) : undefined;
  return (
    named ?? {
      entity,
      mentions: mentionsOf(entity, overlay),
      ...(value === undefined ? {} : { localName: value }),
    }
  );
}

function localizeName(entity: Entity, overlay: EntityOverlay, kit: LocaleKit): LocalizedEntity | undefined {
  const name = nameIn(entity, kit);
  return (
    name && {
      entity,
      mentions: mentionsOf(entity, overlay),
      localName: name.form,
      localNameOrigin: name.origin,
    }
  );
}

function mentionsOf({ id }: Entity, overlay: EntityOverlay): number {
  return mentionsByEntity(overlay).get(id)?.length ?? 0;
}

const mentionsByEntity = oncePer(({ mentions }: EntityOverlay) =>
  groupBy(mentions, ({ entityId }) => entityId),
);

interface LocalName {
  readonly form: string;
  readonly origin: NameOrigin;
}

function nameIn({ names, nameOrigins }: Entity, kit: LocaleKit): LocalName | undefined {
  const locale = fallbackChain(kit.locale).find((each) => names[each] !== undefined);
  const form = locale === undefined ? undefined : names[locale];
  return locale === undefined || form === undefined
    ? undefined
    : { form, origin: nameOrigins?.[locale] ?? 'gazetteer' };
}

/** The form of the entities that share a name; undefined where they have none, or not the same. */
function formOf(entities: readonly Entity[], kit: LocaleKit): string | undefined {
  const forms = new Set<string>();
  for (const entity of entities) {
    const local = nameIn(entity, kit);
    if (local !== undefined && local.origin !== 'transliterated-unverified') {
      forms.add(local.form);
    }
  }
  const [form] = forms;
  return forms.size === 1 ? form : undefined;
}

/** Entities by every way in which they are named, which is the same for every locale. */
const entitiesNamed = oncePer((overlay: EntityOverlay): ReadonlyMap<string, readonly Entity[]> => {
  const mentions = mentionsByEntity(overlay);
  const named = new Map<string, Entity[]>();
  for (const entity of overlay.entities) {
    const texts = (mentions.get(entity.id) ?? []).map(({ text }) => text);
    const names = [entity.name, ...Object.values(entity.names), ...texts];
    for (const name of new Set(names.map((each) => fold(each)))) {
      named.set(name, [...(named.get(name) ?? []), entity]);
    }
  }
  return named;
});

function fold(name: string): string {
  return name.normalize('NFC').trim().toLowerCase();
}
