/** A value of the front matter: a text, a number, or a list of texts. */
export type FrontMatterValue = string | number | readonly string[] | undefined;

/**
 * Writes YAML front matter with its fence; undefined values and empty lists are left out, the order
 * is that of the entries.
 *
 * Texts are always quoted, as JSON, which YAML 1.2 contains. Characters that begin markup are
 * escaped, because a Markdown reader that knows no front matter takes it for text.
 */
export function frontMatter(entries: readonly (readonly [key: string, value: FrontMatterValue])[]): string {
  const lines = entries.flatMap(([key, value]) => writeEntry(key, value));
  return `---\n${lines.join('')}---\n`;
}

function writeEntry(key: string, value: FrontMatterValue): string[] {
  if (value === undefined || (Array.isArray(value) && value.length === 0)) {
    return [];
  }
  if (typeof value === 'number') {
    return [`${key}: ${value}\n`];
  }
  if (typeof value === 'string') {
    return [`${key}: ${quote(value)}\n`];
  }
  return [`${key}:\n`, ...value.map((item) => `  - ${quote(item)}\n`)];
}

function quote(text: string): string {
  return JSON.stringify(text).replaceAll(
    /[<>[\]&`*_~|\u007F-\u009F\u2028\u2029\uFEFF]/gu,
    (char) => `\\u${(char.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`,
  );
}
