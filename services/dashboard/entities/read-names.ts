import { GazetteerEntry } from '../../../shared/document/gazetteer-entry.ts';
import { toLocale } from '../../../shared/document/locale.ts';
import { PipelineError } from '../../../shared/errors/errors.ts';

/** Stands between the forms of one locale in a field. */
export const FORM_SEPARATOR = '|';

/**
 * The entry with the names that a form says: `fields` are locales and their forms, separated; a locale
 * without forms has none.
 *
 * @throws {PipelineError} `REQUEST_INVALID` for an entry without a name, and for what is no locale.
 */
export function withNames(
  entry: GazetteerEntry,
  fields: readonly (readonly [string, string])[],
): GazetteerEntry {
  const names = fields.flatMap(([locale, text]) => {
    const forms = text
      .split(FORM_SEPARATOR)
      .map((form) => form.normalize('NFC').trim())
      .filter((form) => form !== '');
    if (forms.length > 0 && toLocale(locale) === undefined) {
      throw new PipelineError(
        'REQUEST_INVALID',
        `"${locale}" is no locale; expected one such as "es" or "pt-BR"`,
      );
    }
    return forms.length === 0 ? [] : [[locale, [...new Set(forms)]] as const];
  });
  if (names.length === 0) {
    throw new PipelineError(
      'REQUEST_INVALID',
      `"${entry.id}" would have no name; expected one in a locale at least`,
    );
  }
  const given = Object.fromEntries(names);
  const same = entry.same?.filter((locale) => given[locale] === undefined);
  return GazetteerEntry.parse({ ...entry, names: given, ...(same === undefined ? {} : { same }) });
}
