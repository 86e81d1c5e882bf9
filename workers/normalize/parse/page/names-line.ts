import { isRole, withoutDates } from './meta/parse-names.ts';

/** What may end the text before a writer's name: "Photographs and text by", "Ein Interview von". */
const BEFORE =
  /^[\s|•·–—-]*(?:(?:[\p{L}\s-]{0,40}\s)?(?:by|von|par|por|di|da|de|door|av|af|przez|oleh|autor(?:in|a|es)?|auteure?s?|автор|текст)\s*:?\s*)?$/iu;
const JOINERS = /(?<!\p{L})(?:and|und|et|y|e|i|og|och|en|with|mit|avec|con|com)(?!\p{L})/giu;

/**
 * Whether a line names writers of the article and says nothing else: "By Jane Doe and John Roe",
 * "Jane Doe | City Hall reporter | May 3, 2026". `writers`: their names as the metadata has them.
 */
export function isNamesLine(line: string, writers: readonly string[]): boolean {
  const lower = line.toLowerCase();
  const names = writers.map((name) => name.toLowerCase()).filter((name) => lower.includes(name));
  const first = Math.min(...names.map((name) => lower.indexOf(name)));
  if (names.length === 0 || !BEFORE.test(line.slice(0, first))) {
    return false;
  }
  const after = names.reduce((rest, name) => rest.replaceAll(name, ' | '), lower.slice(first));
  return withoutDates(after)
    .replaceAll(JOINERS, ' ')
    .split(/[,;|/•·()]/u)
    .map((part) => part.trim())
    .every((part) => !/\p{L}/u.test(part) || isRole(part) || /^@\w+$/u.test(part));
}
