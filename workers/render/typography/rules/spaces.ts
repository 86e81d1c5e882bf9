import { characterSet } from '../character-set.ts';
import { anyOf, type PreparedRule, replacing, type TypographyRule } from '../rule.ts';
import type { Edit } from '../text-run.ts';

const SPACE = '[ \\u00A0\\u202F\\u2009]';
const NO_BREAK = '\u00A0';

/** The space before a colon, a semicolon, an exclamation or a question mark, as French wants it. */
export const spacesBeforeMarks: TypographyRule = {
  names: { 'spaces-before-marks': 'The no-break space that the locale puts before : ; ! ?' },
  prepare: ({ style: { spaceBefore } }): PreparedRule | undefined =>
    spaceBefore === undefined
      ? undefined
      : replacing(
          ':;!?',
          new RegExp(
            `${SPACE}*(?<mark>[:;]|[!?]+)(?<=[^\\s:;!?([{]${SPACE}*\\k<mark>)(?=[\\s»”"’')\\]…\\uFFFC]|$)`,
            'gu',
          ),
          (match) => {
            const mark = match.groups?.['mark'] ?? '';
            const first = mark.charAt(0);
            const space = isBeforeMark(first) ? spaceBefore[first] : undefined;
            return space === undefined ? undefined : space + mark;
          },
        ),
};

function isBeforeMark(mark: string): mark is ':' | ';' | '!' | '?' {
  return /^[:;!?]$/u.test(mark);
}

/** The space between a number and the sign for percent or permille; a compound (`100%ig`) keeps its form. */
export const percentSpaces: TypographyRule = {
  names: { percent: 'The space before the percent sign' },
  prepare: ({ style: { percentSpace } }) =>
    replacing(
      '%‰٪',
      new RegExp(
        `(?<space>${SPACE}?)(?<sign>[%‰٪])(?<=\\p{Nd}${SPACE}?[%‰٪])(?![\\p{Script=Latin}\\p{Script=Cyrillic}-])`,
        'gu',
      ),
      ({ groups: { space = '', sign = '' } = {} }) =>
        (percentSpace ?? (space === ' ' ? NO_BREAK : space)) + sign,
    ),
};

/** The space between an amount and the sign of its currency, on either side. */
export const currencySpaces: TypographyRule = {
  names: { currency: 'The no-break space between an amount and its currency' },
  prepare: ({ style: { currencySpace } }) =>
    replacing(
      '$€£¥₽₴₺₹₪₫₩',
      new RegExp(
        `(?<gap>${SPACE}?)(?<sign>[$€£¥₽₴₺₹₪₫₩])(?<=\\p{Nd}${SPACE}?[$€£¥₽₴₺₹₪₫₩])(?!\\p{Nd}|${SPACE}\\p{Nd})| (?<=[$€£¥₽₴₺₹₪₫₩] )(?=\\p{Nd})`,
        'gu',
      ),
      ({ groups: { gap, sign } = {} }) =>
        sign === undefined ? NO_BREAK : (currencySpace ?? (gap === ' ' ? NO_BREAK : (gap ?? ''))) + sign,
    ),
};

/** Units of the International System and others that are written alike everywhere, and their Cyrillic forms. */
const UNITS =
  'km m cm mm µm nm kg g mg µg t l ml cl dl ha h min s ms kB KB MB GB TB PB W kW MW GW TW kWh MWh GWh TWh V kV A mA Hz kHz MHz GHz km/h m/s mph kph km² m² cm² km³ m³ °C °F K Pa hPa kPa bar mbar N J kJ kcal cal ft lb oz USD EUR GBP JPY CHF CNY RUB km/s км м см мм кг г мг т л мл га ч мин с км/ч м/с Вт кВт МВт ГВт кВтч кВт·ч км² м² куб°'.split(
    ' ',
  );

/** A number and its unit, or any word after it where the house wants that, stay on one line. */
export const numberSpaces: TypographyRule = {
  names: { 'number-spaces': 'No break between a number and its unit' },
  prepare: ({ style }) => {
    if (style.numberBinds === 'none') {
      return undefined;
    }
    const unit = `(?:${anyOf([...UNITS, ...style.unitWords])})(?![\\p{L}\\p{M}\\p{Nd}])`;
    const next = style.numberBinds === 'words' ? '[\\p{L}%$€£¥°]' : unit;
    return replacing('0123456789', new RegExp(` (?<=\\p{Nd} )(?=${next})`, 'gu'), () => NO_BREAK);
  },
};

/** Short words and signs that may not end a line. */
export const boundWords: TypographyRule = {
  names: { 'bound-words': 'No break after short words and signs that belong to what follows' },
  prepare: ({ style: { bindNext } }) => {
    if (bindNext.length === 0) {
      return undefined;
    }
    const words = wordSet(bindNext);
    return { triggers: ' ', find: ({ text }) => spacesAfter(text, words) };
  },
};

interface WordSet {
  /** Length of the longest. */
  readonly longest: number;
  /** Whether one of them may end in this code unit, in either case: most words of a text are left at that. */
  readonly mayEndIn: (code: number) => boolean;
  /** Whether a word is one of them, also with capitals. */
  readonly has: (word: string) => boolean;
}

function wordSet(words: readonly string[]): WordSet {
  const known = new Set(words);
  return {
    longest: Math.max(...words.map(({ length }) => length)),
    mayEndIn: characterSet(words.map((word) => word.slice(-1) + word.toUpperCase().slice(-1)).join('')),
    has: (word) => known.has(word) || known.has(word.toLowerCase()),
  };
}

/** No-break spaces for those after a whole word of the set, before a letter, a number or an opening mark. */
function spacesAfter(text: string, { longest, mayEndIn, has }: WordSet): readonly Edit[] {
  const edits: Edit[] = [];
  let start = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (isWordEdge(code)) {
      const mayBind = code === SPACE_CODE && at - start <= longest && mayEndIn(text.charCodeAt(at - 1));
      if (mayBind && has(text.slice(start, at)) && BOUND_TO.test(text.charAt(at + 1))) {
        edits.push({ start: at, end: at + 1, text: NO_BREAK });
      }
      start = at + 1;
    }
  }
  return edits;
}

const isWordEdge = characterSet(' \u00A0\u202F\n([{«»“”„‘"');
const SPACE_CODE = 0x20;
const BOUND_TO = /^[\p{L}\p{Nd}«“„"'(]$/u;
