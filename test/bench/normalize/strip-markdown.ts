const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
};

/**
 * What a reader without any cleaning sees of Markdown: marks of headings, lists, tables, emphasis,
 * links and images go, with the addresses; every other word stays, those in code too. Pictures go
 * with their alternative texts, for these are no part of the running text on either side.
 */
export function stripMarkdown(markdown: string): string {
  return markdown
    .replace(/^---\n[\s\S]*?\n---\n/u, '')
    .replaceAll(/!\[(?:[^\]\\]|\\.)*\]\((?:[^()\\]|\\.|\([^()]*\))*\)/gu, ' ')
    .replaceAll(/\[((?:[^\]\\]|\\.)*)\]\((?:[^()\\]|\\.|\([^()]*\))*\)/gu, '$1')
    .replaceAll(/<[a-z][a-z\d+.-]*:[^>\s]*>/giu, ' ')
    .replaceAll(/<\/?(?:a|b|i|em|strong|sup|sub|span|small|code|mark|u|s)\b[^>]*>/giu, '')
    .replaceAll(/<\/?[a-z][^>]*>/giu, ' ')
    .replaceAll(/^\s*\[[^\]]+\]:\s*\S+.*$/gmu, '')
    .replaceAll(/\\(?=[!-/:-@[-`{-~])/gu, '')
    .replaceAll(/[*`~]+|(?<![\p{L}\p{N}])_+|_+(?![\p{L}\p{N}])/gu, '')
    .replaceAll(/&(\w+);/gu, (entity: string, name: string) => ENTITIES[name] ?? entity);
}
