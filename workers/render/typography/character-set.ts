/** Tells by code unit whether a character is one of a few: several times as fast as a pattern or a search. */
export function characterSet(characters: string): (code: number) => boolean {
  const codes = Array.from(characters, (character) => character.charCodeAt(0));
  const table = new Uint8Array(Math.max(...codes) + 1);
  for (const code of codes) {
    table[code] = 1;
  }
  return (code) => code < table.length && table[code] === 1;
}
