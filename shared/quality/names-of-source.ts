import type { GazetteerEntry } from '../document/gazetteer-entry.ts';
import { renderedName } from '../gazetteer/gazetteer-entry.ts';
import type { NameReader } from '../gazetteer/name-reader.ts';
import type { CheckedName, CheckedPair } from './checked-pair.ts';

/**
 * The names of a source that the gazetteer has a form of in the target's locale, for callers whose text was not
 * tagged. Each once.
 */
export function namesOfSource(
  { source, sourceLocale, locale }: Pick<CheckedPair, 'source' | 'sourceLocale' | 'locale'>,
  reader: NameReader,
): readonly CheckedName[] {
  const names = new Map<string, CheckedName>();
  for (const { start, end, entries, isDemonym } of reader.read(source, sourceLocale)) {
    const [entry] = entries;
    const text = source.slice(start, end);
    const form = entry && renderedName(entry, locale);
    if (!isDemonym && entry !== undefined && form !== undefined && isOwnName(text, entry)) {
      names.set(entry.id, { id: entry.id, text, forms: [form, text], type: entry.type });
    }
  }
  return [...names.values()];
}

/** Nicknames and institutions of a state are translated in many ways. */
function isOwnName(text: string, { type, subtype, names }: GazetteerEntry): boolean {
  return (
    type === 'PER' || (subtype !== 'government' && Object.values(names).some(([first]) => first === text))
  );
}
