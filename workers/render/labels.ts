import { createInstance, type TFunction } from 'i18next';
import type { Locale } from '../../shared/document/locale.ts';
import { PipelineError } from '../../shared/errors/errors.ts';
import { LABELS, type LabelBundle, type LabelKey, type LabelValues } from './label-contract.ts';

/** The labels of one locale. Values enter as text: nothing in them is interpreted or escaped. */
export interface Labels {
  readonly text: <Key extends PlainLabel>(key: Key, values: LabelValues<Key>) => string;
  /** Picks the plural form for `count`; `number` is the count as the locale writes it. */
  readonly counted: (key: CountedLabel, count: number, number: string) => string;
  /** What stands before and after the label's one value, for values that are elements. */
  readonly around: (key: LabelWithSlot) => readonly [before: string, after: string];
}

type PlainLabel = Exclude<LabelKey, CountedLabel>;
type CountedLabel = {
  [Key in LabelKey]: (typeof LABELS)[Key]['plural'] extends true ? Key : never;
}[LabelKey];
type LabelWithSlot = 'byline' | 'published' | 'updated' | 'translatedFrom';

/**
 * Builds the labels of every locale from bundles that were checked (`findLabelProblems`).
 *
 * Nothing falls back: a locale or a key without a text is an error, because a label in another
 * language would be shown unmarked.
 */
export function createLabels(bundles: ReadonlyMap<Locale, LabelBundle>): (locale: Locale) => Labels {
  const i18n = createInstance();
  const resources = [...bundles].map(([locale, bundle]) => [locale, { translation: bundle }] as const);
  // Without a backend and with `initAsync: false` the bundles are in place when init returns.
  void i18n.init({
    resources: Object.fromEntries(resources),
    fallbackLng: false,
    load: 'currentOnly',
    initAsync: false,
    keySeparator: false,
    nsSeparator: false,
    interpolation: { escapeValue: false, skipOnVariables: true },
    parseMissingKeyHandler: (key) => {
      throw missingLabel(key);
    },
  });
  return (locale) => labelsOf(i18n.getFixedT(locale));
}

function labelsOf(translate: TFunction): Labels {
  const read = (key: LabelKey, values: Readonly<Record<string, string | number>>): string =>
    translate(key, { replace: values });
  // The libraries' work is done once a label: what is left is putting the value into its place.
  const around = new Map<LabelKey, readonly [string, string]>();
  const partsOf = (key: LabelKey): readonly [string, string] =>
    remember(around, key, () => splitAtSlot(read(key, { [LABELS[key].values[0] ?? '']: SLOT })));
  const counted = new Map<string, string>();
  return {
    text: (key, values) => {
      const [before, after] = partsOf(key);
      const [value = ''] = Object.values<string>(values);
      return before + value + after;
    },
    counted: (key, count, number) =>
      remember(counted, `${key} ${count} ${number}`, () => translate(key, { count, replace: { number } })),
    around: partsOf,
  };
}

/** Counts of sentences and minutes are few; more than these are worked out again. */
const MAX_REMEMBERED = 1000;

function remember<Key, Value>(known: Map<Key, Value>, key: Key, make: () => Value): Value {
  const value = known.get(key) ?? make();
  if (known.size < MAX_REMEMBERED) {
    known.set(key, value);
  }
  return value;
}

/** A private-use character: no label contains it. */
const SLOT = '\uE000';

function splitAtSlot(text: string): readonly [string, string] {
  const at = text.indexOf(SLOT);
  return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + SLOT.length)];
}

function missingLabel(key: string): PipelineError {
  return new PipelineError('CONFIG_INVALID', `Label "${key}" has no text in this locale's bundle`, {
    details: { key },
  });
}
