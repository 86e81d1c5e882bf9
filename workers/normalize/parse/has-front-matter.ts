/** What a line of YAML looks like: a key, an item, a comment, the start of a flow. */
const YAML_LINE = /^\s*(?:[\w."'$@-][^:]*:(?:\s|$)|[#[{]|-\s)/u;
const FENCE = /^---[ \t]*$/u;

/**
 * Whether a text starts with front matter: YAML between two lines of three hyphens. Two rules around
 * anything else, such as a heading, are what Markdown says they are.
 */
export function hasFrontMatter(source: string): boolean {
  let start = 0;
  let isYaml = false;
  for (let count = 0; start < source.length; count += 1) {
    const newline = source.indexOf('\n', start);
    const end = newline === -1 ? source.length : newline;
    const line = source.slice(start, end).replace(/\r$/u, '');
    const isFence = FENCE.test(line);
    if (count === 0 ? !isFence : isFence) {
      return count > 0 && isYaml;
    }
    isYaml ||= count > 0 && YAML_LINE.test(line);
    start = end + 1;
  }
  return false;
}
