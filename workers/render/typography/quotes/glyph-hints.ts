import type { QuoteStyle } from '../typography-style.ts';

const USUAL_HINTS: readonly (readonly [string, 'open' | 'close'])[] = [
  ['“', 'open'],
  ['‘', 'open'],
  ['„', 'open'],
  ['‚', 'open'],
  ['«', 'open'],
  ['‹', 'open'],
  ['「', 'open'],
  ['『', 'open'],
  ['<<', 'open'],
  ['”', 'close'],
  ['»', 'close'],
  ['›', 'close'],
  ['」', 'close'],
  ['』', 'close'],
  ['>>', 'close'],
];

/** What glyphs say in the locale: its own marks before what is usual. */
export function hintsOf(quotes: QuoteStyle): ReadonlyMap<string, 'open' | 'close'> {
  const known = HINTS.get(quotes);
  if (known !== undefined) {
    return known;
  }
  const hints = new Map(USUAL_HINTS);
  const pairs = [quotes.primary, quotes.secondary, quotes.tertiary].filter((pair) => pair !== undefined);
  const glyphs = pairs.map((pair) => pair.map((mark) => mark.trim()));
  for (const [open = '', close = ''] of glyphs) {
    if (open === close) {
      hints.clear(); // a locale whose marks have no direction: only their place tells
      break;
    }
    hints.set(open, 'open');
    hints.set(close, 'close');
  }
  HINTS.set(quotes, hints);
  return hints;
}

const HINTS = new WeakMap<QuoteStyle, ReadonlyMap<string, 'open' | 'close'>>();
