import type { Entity, NameOrigin } from '../../../shared/document/entity-mention.ts';
import { isListedType } from '../../../shared/document/entity-type.ts';
import type { GazetteerEntry, NamePolicy } from '../../../shared/document/gazetteer-entry.ts';
import { renderedName } from '../../../shared/gazetteer/gazetteer-entry.ts';
import type { NamingTable } from './naming-table.ts';
import { transliterate } from './transliterate.ts';

/** Locales that entities carry names of, and how each writes what no gazetteer has. */
export interface LocaleNaming {
  readonly locales: readonly string[];
  /** Undefined: names that no gazetteer has stay as they are, and are marked so. */
  readonly tableFor: (locale: string) => NamingTable | undefined;
  /** How names of a kind get into a locale whose table does not say it. */
  readonly policyOf: (type: Entity['type']) => NamePolicy;
}

type Localized = Pick<Entity, 'names' | 'nameOrigins'>;

/**
 * The forms of a name per locale and where each comes from: the gazetteer's, the source's where the policy
 * keeps it, else a spelling that is marked as unverified. A locale for which nothing is known has none.
 */
export function localizeNames(
  { type, name }: Pick<Entity, 'type' | 'name'>,
  entry: GazetteerEntry | undefined,
  { locales, tableFor, policyOf }: LocaleNaming,
): Localized {
  const names: Record<string, string> = {};
  const nameOrigins: Record<string, NameOrigin> = {};
  for (const locale of locales) {
    const table = tableFor(locale);
    const policy = entry?.policy ?? (isListedType(type) ? table?.policy[type] : undefined) ?? policyOf(type);
    const found = formIn(locale, { name, entry, policy, table });
    if (found !== undefined) {
      names[locale] = found.form;
      if (found.origin !== 'gazetteer') {
        nameOrigins[locale] = found.origin;
      }
    }
  }
  return Object.keys(nameOrigins).length === 0 ? { names } : { names, nameOrigins };
}

interface Naming {
  readonly name: string;
  readonly entry: GazetteerEntry | undefined;
  readonly policy: NamePolicy;
  readonly table: NamingTable | undefined;
}

function formIn(
  locale: string,
  { name, entry, policy, table }: Naming,
): { readonly form: string; readonly origin: NameOrigin } | undefined {
  if (policy === 'keep') {
    return { form: name, origin: 'kept' };
  }
  const known = entry && renderedName(entry, locale);
  if (known !== undefined) {
    return { form: known, origin: entry?.runtime?.includes(locale) === true ? 'intl' : 'gazetteer' };
  }
  const full = entry?.names['en']?.[0] ?? name;
  const spelled = policy === 'transliterate' && table !== undefined ? transliterate(full, table) : undefined;
  return spelled === undefined ? undefined : { form: spelled, origin: 'transliterated-unverified' };
}
