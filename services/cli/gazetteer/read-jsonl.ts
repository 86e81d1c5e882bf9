import { z } from 'zod';
import { listedTypes } from '../../../shared/document/entity-type.ts';
import { GazetteerEntry, localEntryId } from '../../../shared/document/gazetteer-entry.ts';
import {
  type EntryFilter,
  type EntryLine,
  filtered,
  localeOfTag,
  refusal,
  typeOfWord,
} from './entry-line.ts';

/** An entry as gazetteer files have it: ours, or with ids and types of their own. */
const LooseEntry = z.looseObject({
  id: z.string().min(1),
  type: z.string(),
  names: z.record(z.string(), z.array(z.string())),
  /** ISO 3166 code: its own for a country, else that of the country where it lies. */
  iso: z.string().optional(),
});

/** Reads a line of JSON Lines: an entry in our form, or one whose `type` is a word such as "person" or "city". */
export function readJsonLine(text: string, filter: EntryFilter): EntryLine {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return refusal(text, 'JSON such as {"id":"Q90","type":"LOC","names":{"en":["Paris"]}}');
  }
  const loose = LooseEntry.safeParse(value);
  if (!loose.success) {
    const [issue] = loose.error.issues;
    return refusal(
      text,
      `an entry with id, type and names (${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''})`,
    );
  }
  const type = typeOfWord(loose.data.type);
  if (type === undefined) {
    return refusal(loose.data.type, `a type: ${listedTypes([])}, or one of your own such as X-LAW`);
  }
  const names = cleanNames(loose.data.names);
  const first = names['en']?.[0] ?? Object.values(names)[0]?.[0];
  if (first === undefined) {
    return refusal(text, 'a name in at least one locale');
  }
  const { same, short, family, demonyms, exact, policy, code, iso, source, subtype = type[1] } = loose.data;
  const { country = subtype === 'country' ? undefined : iso } = loose.data;
  const entry = GazetteerEntry.safeParse({
    id: /^Q[1-9]\d*$|^local:/u.test(loose.data.id) ? loose.data.id : localEntryId(type[0], first),
    type: type[0],
    subtype,
    names,
    same: Array.isArray(same)
      ? same.filter((tag) => typeof tag === 'string' && localeOfTag(tag) !== undefined)
      : undefined,
    short,
    family,
    demonyms,
    exact,
    policy,
    code: code ?? (subtype === 'country' ? iso : undefined),
    country,
    source,
  });
  if (!entry.success) {
    const [issue] = entry.error.issues;
    return refusal(text, `another ${issue?.path.join('.') ?? 'entry'} (${issue?.message ?? ''})`);
  }
  return filtered(withoutUndefined(entry.data), filter);
}

/** Names under canonical locales; empty forms and unknown tags are left out. */
function cleanNames(names: Readonly<Record<string, readonly string[]>>): Record<string, string[]> {
  const clean: Record<string, string[]> = {};
  for (const [tag, forms] of Object.entries(names)) {
    const locale = localeOfTag(tag);
    const kept = forms.map((form) => form.normalize('NFC').trim()).filter((form) => form !== '');
    if (locale !== undefined && kept.length > 0) {
      clean[locale] = [...new Set([...(clean[locale] ?? []), ...kept])];
    }
  }
  return clean;
}

function withoutUndefined(entry: GazetteerEntry): GazetteerEntry {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- JSON leaves out nothing but what is undefined
  return JSON.parse(JSON.stringify(entry)) as GazetteerEntry;
}
