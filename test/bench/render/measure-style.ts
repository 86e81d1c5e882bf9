import type { TypographyStyle } from '../../../workers/render/typography/typography-style.ts';
import type { HouseStyle } from './follows-style.ts';

/**
 * Measures the house style that a corpus is written in: for each setting that its texts show often
 * enough, the form that they show most; the rest is as in `base`.
 */
export function measureStyle(texts: readonly string[], base: HouseStyle): HouseStyle {
  const text = texts.join('\n');
  const primary = most(text, PAIRS) ?? base.quotes.primary;
  const isStraight = primary[0] === '"';
  const secondary = most(text, innerPairs(primary[0])) ?? (isStraight ? STRAIGHT : base.quotes.secondary);
  const typography = isStraight ? { ...base.typography, apostrophe: "'" } : base.typography;
  return {
    quotes: { primary, secondary, continuation: base.quotes.continuation },
    typography: { ...typography, ...measuredSettings(text, typography) },
  };
}

type Choice<Value> = readonly (readonly [pattern: RegExp, value: Value])[];

const PAIRS: Choice<readonly [string, string]> = [
  [/(?<=^|[\s(])"(?=\S)/gmu, ['"', '"']],
  [/“[^“”"„]+”/gu, ['“', '”']],
  [/„[^“”"„]+“/gu, ['„', '“']],
  [/„[^“”"„]+”/gu, ['„', '”']],
  [/«(?=[^\s])/gu, ['«', '»']],
  [/«\u00A0/gu, ['«\u00A0', '\u00A0»']],
  [/«\u202F/gu, ['«\u202F', '\u202F»']],
  [/「/gu, ['「', '」']],
];

const INNER_PAIRS: Choice<readonly [string, string]> = [
  [/(?<=^|[\s("“«])'(?=\S)/gmu, ["'", "'"]],
  [/‘[^‘’‚]+’/gu, ['‘', '’']],
  [/‚[^‘’‚]+‘/gu, ['‚', '‘']],
  [/„[^“”"„]+“/gu, ['„', '“']],
  [/“[^“”"„]+”/gu, ['“', '”']],
  [/『/gu, ['『', '』']],
];

const STRAIGHT: readonly [string, string] = ["'", "'"];

/** Double marks are inner ones only of others that they cannot be taken for. */
function innerPairs(outer: string): Choice<readonly [string, string]> {
  return INNER_PAIRS.filter(([, [open]]) => !/[„“]/u.test(open) || (/[«„]/u.test(outer) && open !== outer));
}

/** Occurrences from which on a form counts as the corpus's own. */
const MIN_COUNT = 3;

function most<Value>(text: string, choices: Choice<Value>): Value | undefined {
  const counted = choices.map(([pattern, value]) => ({ value, count: [...text.matchAll(pattern)].length }));
  const [best] = counted.toSorted((a, b) => b.count - a.count);
  return best !== undefined && best.count >= MIN_COUNT ? best.value : undefined;
}

function measuredSettings(text: string, base: TypographyStyle): Partial<TypographyStyle> {
  const ranges = most<string | undefined>(text, [
    [/\p{Nd}-\p{Nd}/gu, undefined],
    [/\p{Nd}–\p{Nd}/gu, '–'],
  ]);
  return {
    ...definite(
      'apostrophe',
      most(text, [
        [/\p{L}'\p{L}/gu, "'"],
        [/\p{L}’\p{L}/gu, '’'],
      ]),
    ),
    ...definite(
      'ellipsis',
      most(text, [
        [/\.{3}/gu, '...'],
        [/(?<!…)…(?!…)/gu, '…'],
        [/……/gu, '……'],
      ]),
    ),
    ...definite('percentSpace', most(text, PERCENT)),
    numberBinds: measuredBinding(text),
    ...definite('groupMark', most(text, GROUPS)),
    ...definite('dash', most(text, DASHES)),
    ...(ranges === undefined
      ? /\p{Nd}-\p{Nd}/u.test(text)
        ? { rangeDash: '-' }
        : {}
      : { rangeDash: ranges }),
    ...measuredBindings(text, base),
    ...measuredForms(text, base),
  };
}

function definite<Key extends keyof TypographyStyle>(
  key: Key,
  value: TypographyStyle[Key] | undefined,
): Partial<TypographyStyle> {
  return value === undefined ? {} : { [key]: value };
}

const GROUPS: Choice<string> = [
  [/\d\u00A0\d{3}(?!\d)/gu, '\u00A0'],
  [/\d\u202F\d{3}(?!\d)/gu, '\u202F'],
];

/** What numbers hold on to: every word, units alone, nothing. */
function measuredBinding(text: string): TypographyStyle['numberBinds'] {
  const count = (pattern: RegExp): number => [...text.matchAll(pattern)].length;
  const unit = '(?:km|m|cm|kg|mph|kph|km/h|USD|EUR|MB|GB|км|см|млн|тыс)(?!\\p{L})';
  if (count(/\p{Nd}\u00A0\p{L}/gu) > count(/\p{Nd} \p{L}/gu)) {
    return 'words';
  }
  const [bound, free] = ['\\u00A0', ' '].map((space) => count(new RegExp(`\\p{Nd}${space}${unit}`, 'gu')));
  return (bound ?? 0) > (free ?? 0) ? 'units' : 'none';
}

const PERCENT: Choice<'' | '\u00A0' | '\u202F'> = [
  [/\p{Nd}%/gu, ''],
  [/\p{Nd}\u00A0%/gu, '\u00A0'],
  [/\p{Nd}\u202F%/gu, '\u202F'],
];
const DASHES: Choice<string> = [
  [/(?<=[\p{L}\p{P}]) - (?=\S)/gu, ' - '],
  [/ – /gu, ' – '],
  [/\u00A0– /gu, '\u00A0– '],
  [/ — /gu, ' — '],
  [/\u00A0— /gu, '\u00A0— '],
  [/(?<=\p{L})—(?=\p{L})/gu, '—'],
  [/——/gu, '——'],
];

function measuredBindings(text: string, base: TypographyStyle): Partial<TypographyStyle> {
  const letters = base.bindNext.filter((word) => /^\p{L}$/u.test(word)).join('');
  const isBound =
    letters !== '' &&
    most(text, [
      [new RegExp(`(?<![\\p{L}\\p{Nd}.])[${letters}] \\p{L}`, 'gu'), false],
      [new RegExp(`(?<![\\p{L}\\p{Nd}.])[${letters}]\\u00A0\\p{L}`, 'gu'), true],
    ]) === true;
  const space =
    base.spaceBefore === undefined
      ? undefined
      : most<'' | '\u00A0' | '\u202F'>(text, [
          [/\S\u00A0[;!?]/gu, '\u00A0'],
          [/\S\u202F[;!?]/gu, '\u202F'],
          [/\p{L}[;!?](?=\s)/gu, ''],
        ]);
  return {
    ...(isBound ? {} : { bindNext: [] }),
    ...(space === undefined
      ? {}
      : { spaceBefore: { ...base.spaceBefore, ';': space, '!': space, '?': space } }),
  };
}

const CJK = '[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}」”]';

const GERSHAYIM: Choice<string> = ['"', '“', '״'].map(
  (mark) => [new RegExp(`\\p{Script=Hebrew}${mark}\\p{Script=Hebrew}(?!\\p{L})`, 'gu'), mark] as const,
);

/** Full-width forms, marks of a script of its own, digits: each as most often written. */
function measuredForms(text: string, base: TypographyStyle): Partial<TypographyStyle> {
  const fullWidth = Object.entries(base.fullWidth ?? {}).map(([mark, wide]) => {
    const half = mark.replace(/[?.()]/u, '\\$&');
    const isWide = most(text, [
      [new RegExp(mark === '(' ? `\\((?=${CJK})` : `(?<=${CJK})${half}`, 'gu'), false],
      [new RegExp(wide, 'gu'), true],
    ]);
    return [mark, isWide === false ? mark : wide] as const;
  });
  const digits = most(text, [
    [/(?<![\p{Script=Latin}\d.-])\d+/gu, false],
    [/[۰-۹]+/gu, true],
  ]);
  return {
    ...(base.gershayim === undefined ? {} : { gershayim: most(text, GERSHAYIM) ?? base.gershayim }),
    ...definite(
      'wideBrackets',
      most(text, [
        [/\((?=\p{Script=Latin})/gu, 'inside'],
        [/（(?=\p{Script=Latin})/gu, 'beside'],
      ]),
    ),
    ...(base.fullWidth === undefined ? {} : { fullWidth: Object.fromEntries(fullWidth) }),
    ...(base.textDigits === undefined || digits !== false ? {} : { textDigits: undefined }),
  };
}
