/** Types of XLIFF 1.2 (`ctype`) and 2 (`subType`) as HTML tags. */
const TAGS: ReadonlyMap<string, string> = new Map([
  ['bold', 'strong'],
  ['italic', 'em'],
  ['underlined', 'u'],
  ['lb', 'br'],
  ['x-bold', 'strong'],
  ['x-italic', 'em'],
  ['x-strike', 'del'],
  ['x-strikethrough', 'del'],
  ['xlf:b', 'strong'],
  ['xlf:i', 'em'],
  ['xlf:u', 'u'],
  ['xlf:lb', 'br'],
]);

/** The HTML tag that a code's type means: `x-html-strong`, `x-b` and `x-html:b` are tags too. */
export function tagOfType(type: string | undefined): string | undefined {
  const name = type?.toLowerCase() ?? '';
  return (
    TAGS.get(name) ??
    /^x-(?:html[-:])?(?<tag>a|b|i|em|strong|del|s|u|sub|sup|code|br|span|img)$/u.exec(name)?.groups?.['tag']
  );
}
