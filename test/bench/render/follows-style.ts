import type { QuoteStyle, TypographyStyle } from '../../../workers/render/typography/typography-style.ts';

/** The two parts of a locale's style that running text shows. */
export interface HouseStyle {
  readonly typography: TypographyStyle;
  readonly quotes: QuoteStyle;
}

/**
 * Tells whether a text has only such marks as the style allows: a reference in another style cannot
 * be restored by ours. Looks at the marks alone, not at what our rules would make of them.
 */
export function followsStyle(text: string, { typography: style, quotes }: HouseStyle): boolean {
  return forbiddenMarks(style, quotes).every((pattern) => !pattern.test(text));
}

const QUOTE_MARKS = Array.from('"“”„‟«»‹›‘’‚‛「」『』');
const cache = new WeakMap<TypographyStyle, readonly RegExp[]>();

function forbiddenMarks(style: TypographyStyle, quotes: QuoteStyle): readonly RegExp[] {
  const known = cache.get(style);
  if (known !== undefined) {
    return known;
  }
  const pairs = [
    quotes.primary,
    quotes.secondary,
    ...(quotes.tertiary === undefined ? [] : [quotes.tertiary]),
  ];
  const allowed = new Set([
    ...pairs.flatMap((pair) => pair.map((mark) => mark.trim())),
    style.apostrophe,
    ...(quotes.primary[0] === '"' ? [] : ['‘', '’']),
  ]);
  const wrong = QUOTE_MARKS.filter((mark) => !allowed.has(mark)).join('');
  const patterns = [
    `[${wrong}]`,
    ...(allowed.has("'") ? [] : [String.raw`(?<!\p{Nd})'|'(?=\p{L})`]),
    ...(style.apostrophe === "'" ? [String.raw`\p{L}[’‘]\p{L}`] : [String.raw`\p{L}[‘´\u0060]\p{L}`]),
    // An apostrophe, and a closing mark that nothing opened, in another form than the style's.
    ...(style.apostrophe === "'" ? [] : [String.raw`\p{L}'\p{L}`]),
    ...unpaired(quotes.secondary, style.apostrophe),
    ...quoteSpaces(quotes),
    ...markSpaces(style),
    ...dashForms(style),
    ...scriptForms(style),
  ].map((source) => new RegExp(source, 'iu'));
  cache.set(style, patterns);
  return patterns;
}

/** An inner quotation that only ends, where its closing mark is no apostrophe. */
function unpaired([open, close]: QuoteStyle['secondary'], apostrophe: string): readonly string[] {
  const [from, to] = [open.trim(), close.trim()];
  return from === to || to === apostrophe ? [] : [`^[^${from}]*${to}`];
}

/** Wrong or missing spaces inside quotations, and a quotation directly in another of its own level. */
function quoteSpaces({ primary: [open, close] }: QuoteStyle): readonly string[] {
  const space = open.slice(1);
  const [from, to] = [open.charAt(0), close.trim()];
  const spaces =
    space === ''
      ? from === to
        ? []
        : [`${from}\\s`, `\\s${to}`]
      : [`${from}(?!${space}\\S)`, `(?<!${space})${to}`];
  return [
    ...spaces,
    ...(from === to
      ? []
      : [`${from}[^${to}]*${from}`, `${to}[^${from}]*${to}`, `${from}\\s*$`, `^\\s*${to}`]),
  ];
}

const UNITS = 'km m cm mm kg kph mph km/h ft in USD EUR MB GB MW км м см кг км/ч'.split(' ');

function markSpaces(style: TypographyStyle): readonly string[] {
  const before = Object.entries(style.spaceBefore ?? {}).flatMap(([mark, space]) => {
    const escaped = mark.replace('?', String.raw`\?`);
    const end = String.raw`(?=\s|$|»)`;
    return space === '' ? [String.raw`\s${escaped}${end}`] : [String.raw`[^${space}!?]${escaped}${end}`];
  });
  const { percentSpace, currencySpace } = style;
  const wrongPercent =
    percentSpace === undefined
      ? []
      : [percentSpace === '' ? String.raw`\p{Nd}\s%` : String.raw`\p{Nd}(?!${percentSpace})\s?%`];
  const wrongCurrency = currencySpace === undefined ? [] : [String.raw`\p{Nd}(?!${currencySpace})\s?[$€£]`];
  const units = [...UNITS, ...style.unitWords].map((unit) => unit.replaceAll('.', String.raw`\.`)).join('|');
  const numbers = {
    words: String.raw`\p{Nd} \p{L}`,
    units: String.raw`\p{Nd} (?:${units})(?!\p{L})|\p{Nd}\u00A0(?!(?:${units})(?!\p{L}))\p{L}`,
    none: String.raw`\p{Nd}\u00A0\p{L}`,
  }[style.numberBinds];
  const bound = style.bindNext.filter((word) => /^\p{L}$/u.test(word)).join('');
  const longWords = style.bindNext
    .filter((word) => !/^\p{L}$/u.test(word))
    .map((word) => word.replaceAll('.', String.raw`\.`));
  const group = /^\s$/u.test(style.groupMark ?? '') ? style.groupMark : NARROW_GROUPS;
  return [
    ...before,
    ...(longWords.length === 0 ? [] : [String.raw`(?<!\p{L})(?:${longWords.join('|')}) [\p{L}\p{Nd}]`]),
    String.raw`\d(?!${group})[\u00A0\u202F]\d{3}(?!\d)`,
    ...(/^\s$/u.test(style.groupMark ?? '') ? [String.raw`(?<![\d ])[1-9]\d{0,2} \d{3}(?!\d)`] : []),
    ...wrongPercent,
    ...wrongCurrency,
    numbers,
    ...(bound === '' ? [] : [String.raw`(?<![\p{L}\p{Nd}.])[${bound}] [\p{L}\p{Nd}«“„"(]`]),
    // A space that does not break where no rule would put one.
    String.raw`(?<![\p{Nd}«—–]${bound === '' ? '' : String.raw`|(?<!\p{L})[${bound}]`})\u00A0(?![»:;!?%€$£—–])`,
  ];
}

/** Spaces of groups are told apart where the style says which; else either will do. */
const NARROW_GROUPS = '[\\u00A0\\u202F]';

function dashForms({ dash, rangeDash, ellipsis }: TypographyStyle): readonly string[] {
  const space = '[ \\u00A0\\u202F]';
  return [
    ...(dash === undefined
      ? []
      : [
          `(?!${dash})${space}[-–—]{1,2}${space}`,
          `\\p{L}(?!${dash})[—]+\\p{L}`,
          ...(dash === '——' ? ['(?<!—)—(?!—)'] : []),
        ]),
    ...(rangeDash === undefined || rangeDash === '-'
      ? [String.raw`\p{Nd}–\p{Nd}`]
      : [String.raw`\p{Nd}-\p{Nd}`]),
    ellipsis === '...' ? '…' : ellipsis === '……' ? String.raw`\.{3}|(?<!…)…(?!…)` : String.raw`\.{3}|……`,
  ];
}

const CJK = '[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}]';

/** Full-width marks, for styles that want them half-width. */
const WIDE_FORMS: Readonly<Record<string, string>> = {
  ':': '：',
  ';': '；',
  '!': '！',
  '?': '？',
  '(': '（',
};

function scriptForms(style: TypographyStyle): readonly string[] {
  const own = Object.keys(style.scriptMarks ?? {})
    .filter((mark) => /^[,;?]$/u.test(mark))
    .map((mark) => String.raw`[\p{Script=Arabic}\p{Script=Greek}]${mark.replace('?', String.raw`\?`)}`);
  const wide = Object.entries(style.fullWidth ?? {}).flatMap(([mark, form]) => {
    const half = mark.replace(/[?.()]/u, '\\$&');
    if (form === mark) {
      return WIDE_FORMS[mark] === undefined ? [] : [WIDE_FORMS[mark]];
    }
    return /[()]/u.test(mark) ? [] : [`${CJK}["”’]? ?${half}`, `${half} ?["“‘]?${CJK}`];
  });
  const digits = style.textDigits === undefined ? [] : [String.raw`(?<![\p{Script=Latin}\d.-])\d`];
  const native = style.textDigits === undefined ? ['[۰-۹]'] : [];
  const spaced =
    style.fullWidth === undefined
      ? []
      : [String.raw`[、，。：；！？（）「」“”]\s|\s[、，。：；！？（）「」“”]`];
  const percent = style.scriptMarks?.['%'] === undefined ? ['٪'] : ['%'];
  const brackets =
    style.wideBrackets === 'inside'
      ? [String.raw`（[\p{Script=Latin}\p{Nd}]`, String.raw`\([^()]*${CJK}[^()]*\)`]
      : [`${CJK} ?\\(|\\) ?${CJK}`];
  return [
    ...own,
    ...wide,
    ...digits,
    ...native,
    ...spaced,
    ...percent,
    ...(style.fullWidth?.['('] === '（' ? brackets : []),
  ];
}
