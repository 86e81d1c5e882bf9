/**
 * Reads a file of `config/casing/names/`: names between commas or line ends below headings such as
 * `[places]`; lines that start with `#` are notes.
 *
 * @throws {Error} where names stand before the first heading, or a heading is unknown.
 */
export function readNameList<Section extends string>(
  text: string,
  sections: readonly Section[],
): ReadonlyMap<Section, readonly string[]> {
  const lists = new Map<Section, string[]>();
  let current: string[] | undefined;
  for (const [index, line] of text.split('\n').entries()) {
    const heading = /^\[(.*)\]\s*$/u.exec(line)?.[1];
    if (heading !== undefined) {
      const section = sections.find((known) => known === heading);
      if (section === undefined) {
        throw new Error(
          `line ${index + 1} has the heading "${heading}": expected one of ${sections.join(', ')}`,
        );
      }
      current = lists.get(section) ?? [];
      lists.set(section, current);
    } else if (line.trim() !== '' && !line.startsWith('#')) {
      if (current === undefined) {
        throw new Error(`line ${index + 1} stands before the first heading`);
      }
      current.push(
        ...line
          .split(',')
          .map((name) => name.trim())
          .filter((name) => name !== ''),
      );
    }
  }
  return lists;
}
