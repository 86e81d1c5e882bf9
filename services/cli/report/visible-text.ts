const MAX_TEXT = 64;
const INVISIBLE = /[\p{Cc}\p{Cf}\u{a0}\u{2000}-\u{200a}\u{2028}\u{2029}\u{202f}\u{205f}\u{3000}\u{fffc}]/gu;

const NAMES: Readonly<Record<string, string>> = {
  '\t': 'tab',
  '\n': 'line break',
  '\u{a0}': 'no-break space',
  '\u{ad}': 'soft hyphen',
  '\u{2009}': 'thin space',
  '\u{200b}': 'zero-width space',
  '\u{200c}': 'zero-width non-joiner',
  '\u{200d}': 'zero-width joiner',
  '\u{200e}': 'left-to-right mark',
  '\u{200f}': 'right-to-left mark',
  '\u{202f}': 'narrow no-break space',
  '\u{2060}': 'word joiner',
  '\u{3000}': 'ideographic space',
  '\u{feff}': 'byte order mark',
  '\u{fffc}': 'object replacement character',
};

/**
 * A text on one line: line breaks as `⏎`, spaces at the ends as `·`, an image as `[image]`, other
 * invisible characters by name (`[soft hyphen]`), long texts cut in the middle.
 */
export function visibleText(text: string): string {
  const line = text
    .replaceAll('\n', '⏎')
    .replaceAll('\u{fffc}', '[image]')
    .replaceAll(INVISIBLE, (character) => `[${nameOf(character)}]`)
    .replaceAll(/^ +| +$/gu, (spaces) => '·'.repeat(spaces.length));
  const half = Math.floor(MAX_TEXT / 2) - 1;
  return line.length <= MAX_TEXT ? line : `${line.slice(0, half)} … ${line.slice(-half)}`;
}

/** How often each invisible character occurs in a text, by its name, such as `soft hyphen`. */
export function countInvisible(text: string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const [character] of text.matchAll(INVISIBLE)) {
    const name = nameOf(character);
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return counts;
}

function nameOf(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  return NAMES[character] ?? `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
}
