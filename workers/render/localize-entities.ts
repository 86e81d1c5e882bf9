import { fallbackChain } from '../../config/locales.ts';
import type { Entity, EntityOverlay, NameOrigin } from '../../shared/document/entity-mention.ts';
import type { LocaleKit } from './locale-kit.ts';
import { localizeValue } from './localize-values.ts';

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
  const mentions = new Map<string, string[]>();
  for (const { entityId, text } of overlay.mentions) {
    mentions.set(entityId, [...(mentions.get(entityId) ?? []), text]);
  }
  const table = overlay.entities.map((entity): LocalizedEntity => {
    const count = mentions.get(entity.id)?.length ?? 0;
    const name = nameIn(entity, kit);
    if (name !== undefined) {
      return { entity, mentions: count, localName: name.form, localNameOrigin: name.origin };
    }
    const localName = localizeValue(entity.value, kit);
    return { entity, mentions: count, ...(localName === undefined ? {} : { localName }) };
  });
  const forms = nameTable(overlay.entities, mentions, kit);
  return { table, localNameOf: (name) => forms.get(fold(name)) ?? name };
}

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

/** Forms by every way in which an entity is named; a form that two entities share gives none. */
function nameTable(
  entities: readonly Entity[],
  mentions: ReadonlyMap<string, readonly string[]>,
  kit: LocaleKit,
): ReadonlyMap<string, string> {
  const forms = new Map<string, string | undefined>();
  for (const entity of entities) {
    const local = nameIn(entity, kit);
    const form = local?.origin === 'transliterated-unverified' ? undefined : local?.form;
    const names = [entity.name, ...Object.values(entity.names), ...(mentions.get(entity.id) ?? [])];
    for (const name of form === undefined ? [] : new Set(names.map((text) => fold(text)))) {
      const known = forms.get(name);
      forms.set(name, forms.has(name) && known !== form ? undefined : form);
    }
  }
  return new Map([...forms].flatMap(([name, form]) => (form === undefined ? [] : [[name, form] as const])));
}

function fold(name: string): string {
  return name.normalize('NFC').trim().toLowerCase();
}
