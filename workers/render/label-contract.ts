/**
 * Every label that a rendition may show: the values it is given, and whether it counts something.
 * Bundles (`config/labels/<locale>.json`) must have exactly these; a plural label has one entry per
 * CLDR plural category of its locale (`minRead_one`, `minRead_other`).
 */
export const LABELS = {
  byline: { values: ['names'], plural: false },
  photo: { values: [], plural: false },
  video: { values: [], plural: false },
  graphic: { values: [], plural: false },
  source: { values: [], plural: false },
  published: { values: ['date'], plural: false },
  updated: { values: ['date'], plural: false },
  correction: { values: [], plural: false },
  translatedFrom: { values: ['language'], plural: false },
  original: { values: [], plural: false },
  machineTranslated: { values: [], plural: false },
  coverage: { values: ['percent'], plural: false },
  approvedShare: { values: ['percent'], plural: false },
  reviewedShare: { values: ['percent'], plural: false },
  footnotes: { values: [], plural: false },
  backToReference: { values: ['number'], plural: false },
  notYetTranslated: { values: ['number'], plural: true },
  minRead: { values: ['number'], plural: true },
} as const satisfies Readonly<
  Record<string, { readonly values: readonly string[]; readonly plural: boolean }>
>;

export type LabelKey = keyof typeof LABELS;

/** The values that a label takes; numbers and dates arrive formatted for the locale. */
export type LabelValues<Key extends LabelKey> = Readonly<
  Record<(typeof LABELS)[Key]['values'][number], string>
>;

/** Labels of one locale as its file holds them. */
export type LabelBundle = Readonly<Record<string, string>>;

/**
 * Compares a bundle with the contract and the locale's plural categories.
 *
 * A form that stands for one quantity only (`_zero`, `_one`, `_two`) may name it in words and leave
 * `{{number}}` out; every other form must use each value of its label, and none may use another.
 *
 * @returns One sentence per problem, each beginning with a JSON pointer; empty when all is well.
 */
export function findLabelProblems(locale: string, bundle: LabelBundle): readonly string[] {
  const expected = expectedEntries(locale);
  const problems: string[] = [];
  for (const [entry, { values, mayOmit }] of expected) {
    const text = bundle[entry];
    if (text === undefined || text.trim() === '') {
      problems.push(`/${entry} is missing or empty: "${locale}" needs it`);
      continue;
    }
    const used = new Set([...text.matchAll(/\{\{([^}]*)\}\}/gu)].map((match) => match[1] ?? ''));
    const unknown = [...used].filter((name) => !values.includes(name));
    const unused = mayOmit ? [] : values.filter((name) => !used.has(name));
    problems.push(
      ...unknown.map((name) => `/${entry} uses {{${name}}}: expected ${listOfValues(values)}`),
      ...unused.map((name) => `/${entry} does not use {{${name}}}`),
    );
  }
  const extra = Object.keys(bundle).filter((entry) => !expected.has(entry));
  return [...problems, ...extra.map((entry) => `/${entry} is not a label that "${locale}" has`)];
}

interface ExpectedEntry {
  readonly values: readonly string[];
  readonly mayOmit: boolean;
}

function expectedEntries(locale: string): ReadonlyMap<string, ExpectedEntry> {
  const categories = new Intl.PluralRules(locale).resolvedOptions().pluralCategories;
  const entries = Object.entries(LABELS).flatMap(([key, { values, plural }]): [string, ExpectedEntry][] =>
    plural
      ? categories.map((category) => [`${key}_${category}`, { values, mayOmit: SINGLE_FORMS.has(category) }])
      : [[key, { values, mayOmit: false }]],
  );
  return new Map(entries);
}

const SINGLE_FORMS: ReadonlySet<string> = new Set(['zero', 'one', 'two']);

function listOfValues(values: readonly string[]): string {
  return values.length === 0 ? 'no value' : values.map((name) => `{{${name}}}`).join(', ');
}
