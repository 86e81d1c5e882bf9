import { Locale, toLocale } from '../../document/locale.ts';
import { PipelineError } from '../../errors/errors.ts';
import type { TranslationUnit } from '../../memory/translation-unit.ts';
import { alignCodes } from '../align-codes.ts';
import { readMarkup } from '../markup.ts';
import type { ReadUnitsOptions, UnitEvent } from '../unit-event.ts';
import { DEFAULT_PLURALS, type PluralForms, readPluralForms } from './plural-forms.ts';
import { type PoEntry, readEntries } from './read-entries.ts';

/** The source language of a file that nobody says anything of: what gettext assumes. */
const SOURCE = Locale.parse('en');

/** Numbers whose forms are looked at: every language's rules repeat below. */
const MAX_NUMBER = 1000;

/**
 * Reads a gettext PO file as pairs, as it comes. `msgctxt` is the key; the singular is paired with the
 * form of 1, the plural with each other form; what is `fuzzy` is a draft; obsolete entries are refused as
 * such. Translators' comments become properties.
 *
 * @throws {PipelineError} `EXCHANGE_INVALID`, with line and column, where the file is no PO, or where
 *   neither it nor the caller says its language.
 */
export async function* readPo(
  chunks: AsyncIterable<string> | Iterable<string>,
  options: ReadUnitsOptions = {},
): AsyncGenerator<UnitEvent> {
  let file = fileOf('', 1, options, true);
  for await (const entry of readEntries(chunks)) {
    if (entry.id === '' && entry.context === undefined && !entry.isObsolete) {
      file = fileOf(entry.translations.get(0) ?? '', entry.line, options, false);
    } else {
      yield* eventsOf(entry, requireLocale(file, entry), options);
    }
  }
}

/** The charset that a header names. */
export function declaredPoCharset(head: string): string | undefined {
  const charset = /charset=([\w.:-]+)/iu.exec(head)?.[1];
  return charset === undefined || charset.toUpperCase() === 'CHARSET' ? undefined : charset; // of a template
}

interface PoFile {
  readonly sourceLocale: Locale;
  readonly locale: Locale | undefined;
  readonly plurals: PluralForms;
  readonly changedAt: string | undefined;
}

function fileOf(header: string, line: number, options: ReadUnitsOptions, isAssumed: boolean): PoFile {
  const valueOf = (name: string): string | undefined =>
    new RegExp(`^${name}:[ \\t]*(.+)$`, 'imu').exec(header)?.[1]?.trim();
  const take = options.localeOf ?? toLocale;
  const tag = valueOf('Language');
  const stated =
    tag === undefined
      ? undefined
      : take(
          tag
            .replace('@latin', '-Latn')
            .replace('@cyrillic', '-Cyrl')
            .replace(/[.@].*$/u, ''),
        );
  const rule = valueOf('Plural-Forms');
  const plurals = rule === undefined || /EXPRESSION/u.test(rule) ? DEFAULT_PLURALS : readPluralForms(rule);
  if (plurals === undefined) {
    throw new PipelineError(
      'EXCHANGE_INVALID',
      `The header in line ${line} has Plural-Forms "${(rule ?? '').slice(0, 100)}"; expected such as "nplurals=2; plural=n != 1;"`,
      { details: { line, column: 1 } },
    );
  }
  const revised = isAssumed ? undefined : valueOf('PO-Revision-Date');
  return {
    sourceLocale: options.sourceLocale ?? SOURCE,
    locale: options.locale ?? stated,
    plurals,
    changedAt: revised === undefined ? undefined : timeOf(revised),
  };
}

/** `2026-01-13 08:00+0100` as ISO 8601; undefined for anything else. */
function timeOf(date: string): string | undefined {
  const parts = /^(\d{4}-\d\d-\d\d)[ T](\d\d:\d\d)(?::\d\d)?([+-]\d\d):?(\d\d)$/u.exec(date);
  const time = parts === null ? Number.NaN : Date.parse(`${parts[1]}T${parts[2]}:00${parts[3]}:${parts[4]}`);
  return Number.isNaN(time) ? undefined : new Date(time).toISOString();
}

function requireLocale(file: PoFile, { line }: PoEntry): PoFile & { readonly locale: Locale } {
  if (file.locale === undefined) {
    throw new PipelineError(
      'EXCHANGE_INVALID',
      `The PO file states no language that is known before line ${line}; expected "Language: es" in its header, or the target language said with the file`,
      { details: { line, column: 1 } },
    );
  }
  return { ...file, locale: file.locale };
}

function eventsOf(
  entry: PoEntry,
  file: PoFile & { readonly locale: Locale },
  options: ReadUnitsOptions,
): readonly UnitEvent[] {
  const { line } = entry;
  const name = entry.context ?? entry.id.slice(0, 80);
  if (entry.isObsolete || entry.isTooLong) {
    return [{ kind: 'refused', line, name, reason: entry.isObsolete ? 'obsolete' : 'too-long' }];
  }
  return pairsOf(entry, file.plurals).map((pair): UnitEvent => {
    if (pair.source.trim() === '' || pair.target.trim() === '') {
      const reason = pair.source.trim() === '' ? 'source-empty' : 'target-empty';
      return { kind: 'refused', line, name, reason };
    }
    const source = readMarkup(pair.source, options.markup ?? 'none');
    const target = readMarkup(pair.target, options.markup ?? 'none');
    const unit = { ...factsOf(entry, file, options), ...keyOf(pair.key), ...alignCodes(source, target) };
    return { kind: 'unit', line, name, unit, dropped: [...source.dropped, ...target.dropped] };
  });
}

interface Pair {
  readonly source: string;
  readonly target: string;
  readonly key: string | undefined;
}

function pairsOf({ id, plural, context: key, translations }: PoEntry, plurals: PluralForms): readonly Pair[] {
  if (plural === undefined) {
    return [{ source: id, target: translations.get(0) ?? '', key }];
  }
  const one = plurals.formOf(1);
  const numbers = Array.from({ length: MAX_NUMBER }, (_, n) => n).filter((n) => n !== 1);
  const forms = [...new Set(numbers.map(plurals.formOf))];
  const others = plurals.count === 1 ? forms : forms.filter((form) => form !== one);
  return [
    { source: id, target: translations.get(one) ?? '', key },
    ...others.map((form) => ({
      source: plural,
      target: translations.get(form) ?? '',
      key: others.length === 1 ? key : `${key ?? ''}[${form}]`, // forms of one text, none in place of another
    })),
  ];
}

function keyOf(key: string | undefined): Pick<TranslationUnit, 'key'> {
  return key === undefined || key === '' ? {} : { key };
}

function factsOf(
  { flags, notes }: PoEntry,
  { sourceLocale, locale, changedAt }: PoFile & { readonly locale: Locale },
  { review = 'translated', file }: ReadUnitsOptions,
): Omit<TranslationUnit, 'source' | 'target'> {
  const isFuzzy = flags.includes('fuzzy');
  return {
    sourceLocale,
    locale,
    ...(notes.length === 0 ? {} : { properties: [['note', notes.join('\n')] as const] }),
    provenance: {
      origin: isFuzzy ? 'fuzzy' : 'human',
      review: isFuzzy ? 'draft' : review,
      ...(changedAt === undefined ? {} : { changedAt }),
      ...(file === undefined ? {} : { file }),
    },
  };
}
