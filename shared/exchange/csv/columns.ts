import { type Locale, toLocale } from '../../document/locale.ts';

/** Columns that mean something to a unit, and other names that tables have for them. */
const COLUMNS = {
  source: ['source-text', 'src'],
  target: ['target-text', 'translation', 'tgt'],
  'source-locale': ['source-language', 'source-lang'],
  locale: ['target-locale', 'target-language', 'target-lang', 'language'],
  key: ['identifier'],
  'context-before': ['previous', 'prev'],
  'context-after': ['next'],
  origin: [],
  review: [],
  'changed-at': [],
  'changed-by': [],
  article: [],
  version: [],
  file: [],
  markup: [],
  properties: [],
} as const;
export type ColumnName = keyof typeof COLUMNS;

/** What each column of a table holds. */
export type Column =
  | { readonly kind: 'known'; readonly name: ColumnName }
  /** Texts in a language. */
  | { readonly kind: 'locale'; readonly locale: Locale }
  /** Kept as a property of the unit. */
  | { readonly kind: 'other'; readonly name: string };

const NAMES = new Map<string, ColumnName>(
  Object.entries(COLUMNS).flatMap(([name, others]) =>
    [name, ...others].flatMap((each) => (isColumn(name) ? [[each, name] as const] : [])),
  ),
);

/** Reads a header. `id` is a key beside `source`, and Indonesian beside other languages. */
export function readHeader(cells: readonly string[]): readonly Column[] {
  const names = cells.map((cell) =>
    cell
      .trim()
      .toLowerCase()
      .replaceAll(/[\s_]+/gu, '-'),
  );
  const hasSource = names.some((name) => NAMES.get(name) === 'source');
  return names.map((name, at): Column => {
    const known = hasSource && name === 'id' ? 'key' : NAMES.get(name);
    if (known !== undefined) {
      return { kind: 'known', name: known };
    }
    const locale = hasSource ? undefined : knownLocale(name);
    return locale === undefined
      ? { kind: 'other', name: cells[at]?.trim() ?? '' }
      : { kind: 'locale', locale };
  });
}

/** Every name by which a header may begin, for people. */
export const COLUMN_NAMES: readonly ColumnName[] = Object.keys(COLUMNS).filter(isColumn);

function isColumn(name: string): name is ColumnName {
  return Object.hasOwn(COLUMNS, name);
}

const languages = new Intl.DisplayNames('en', { type: 'language', fallback: 'none' });

/** A tag of a language that has a name: three letters alone are a tag by form, whatever they say. */
function knownLocale(name: string): Locale | undefined {
  const locale = toLocale(name);
  return locale === undefined || languages.of(locale.split('-', 1)[0] ?? '') === undefined
    ? undefined
    : locale;
}
