import { smartypantsu } from 'smartypants';
import typograf from 'typograf';
import { type Locale, languageOf } from '../../../shared/document/locale.ts';
import type { HouseStyle } from './follows-style.ts';

// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- its types are those of its CommonJS build
const Typograf = typograf as unknown as typeof typograf.default;

/** A typesetter of others, given the marks of the style. */
export interface OtherTypesetter {
  readonly name: string;
  /** A text as on a plain keyboard, set. */
  readonly set: (plain: string) => string;
}

/** Languages of typograf, by its own names. */
const TYPOGRAF_LOCALES =
  'be bg ca cs da de el en-US eo es et fi fr ga hu it lv nl no pl ro ru sk sl sr sv tr uk'.split(' ');

/**
 * The typesetters that there are for a locale, in their default settings but for what the style says of
 * quotation marks and of spaces behind short words: neither knows a house.
 */
export function otherTypesetters(locale: Locale, style: HouseStyle): readonly OtherTypesetter[] {
  const first = typografOf(locale, style);
  return [...(first === undefined ? [] : [first]), smartypantsOf(style)];
}

function typografOf(locale: Locale, { quotes, typography }: HouseStyle): OtherTypesetter | undefined {
  const known = TYPOGRAF_LOCALES.find((tag) => tag === languageOf(locale));
  if (known === undefined) {
    return undefined;
  }
  const tool = new Typograf({ locale: [known, 'en-US'] });
  const levels = [quotes.primary, quotes.secondary];
  const marks = (side: 0 | 1): string => levels.map((pair) => pair[side].trim()).join('');
  tool.setSetting('common/punctuation/quote', known, {
    left: marks(0),
    right: marks(1),
    ...(quotes.primary[0].length > 1 ? { spacing: true } : {}),
  });
  if (!typography.bindNext.some((word) => /^\p{L}$/u.test(word))) {
    tool.disableRule('common/nbsp/*'); // it binds short words to the next, which this house does not
  }
  return { name: 'typograf', set: (plain) => tool.execute(plain) };
}

/** It sets English marks; the style's stand for them. */
function smartypantsOf({ quotes, typography }: HouseStyle): OtherTypesetter {
  const marks: Readonly<Record<string, string>> = {
    '“': quotes.primary[0],
    '”': quotes.primary[1],
    '‘': quotes.secondary[0],
    '’': typography.apostrophe,
  };
  return {
    name: 'smartypants',
    set: (plain) => smartypantsu(plain, '1').replaceAll(/[“”‘’]/gu, (mark) => marks[mark] ?? mark),
  };
}
