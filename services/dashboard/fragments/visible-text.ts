/** Characters that print nothing stand as their names: their loss is what a repair may be about. */
export function visible(text: string): string {
  return text
    .replace(/[\u00AD\u200B-\u200F\u2028-\u202F\u2060-\u2069\uFEFF\u00A0]/gu, (character) =>
      codePoint(character),
    )
    .replaceAll('\uFFFC', '▢')
    .replaceAll('\n', '↵');
}

/** As `visible`, and spaces at the ends as dots: a change may be about nothing else. */
export function visibleChange(text: string): string {
  return visible(text.replaceAll(/^ +| +$/gu, (spaces) => '·'.repeat(spaces.length)));
}

function codePoint(character: string): string {
  const number = character.codePointAt(0) ?? 0;
  return `⟨U+${number.toString(16).toUpperCase().padStart(4, '0')}⟩`;
}
