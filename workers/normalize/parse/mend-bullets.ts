const FENCE = /^ {0,3}(?:`{3,}|~{3,})/u;
/** Lines that start a block of their own, or belong to one. */
const OWN_BLOCK = /^(?:\s|#{1,6}(?:\s|$)|>|[*+-](?:\s|$)|\d{1,9}[.)]\s|\||<|(?:[*_=-]\s*){3,}$)/u;
const MIN_BULLETS = 2;

/**
 * Some scraper versions write a list item and its bullet on the line after it; Markdown reads that as
 * a heading. Where an article has several lines that are a bare "-" below a line of text, the text
 * becomes a list item. No character of the text is touched.
 */
export function mendBullets(markdown: string): string {
  if (!/\n-[ \t\r]*(?:\n|$)/u.test(markdown)) {
    return markdown;
  }
  const lines = markdown.split('\n');
  const bullets = new Set(bulletLines(lines));
  if (bullets.size < MIN_BULLETS) {
    return markdown;
  }
  const mended: string[] = [];
  for (const [index, line] of lines.entries()) {
    if (bullets.has(index)) {
      const isFollowedByItem = bullets.has(index + 2);
      mended.push(...(isFollowedByItem ? [] : ['']));
    } else {
      mended.push(bullets.has(index + 1) ? `- ${line}` : line);
    }
  }
  return mended.join('\n');
}

function bulletLines(lines: readonly string[]): number[] {
  const found: number[] = [];
  let isFenced = false;
  for (const [index, line] of lines.entries()) {
    if (FENCE.test(line)) {
      isFenced = !isFenced;
      continue;
    }
    const before = lines[index - 1] ?? '';
    const isText = before.trim() !== '' && !OWN_BLOCK.test(before);
    if (!isFenced && isText && /^-[ \t\r]*$/u.test(line)) {
      found.push(index);
    }
  }
  return found;
}
