import type { QaFinding } from '../document/rendition.ts';
import type { CheckedPair } from './checked-pair.ts';

/** `%s`, `%1$d`, `%(name)s`, `{0}`, `{name}`, `{{name}}`, `${name}`, `%name%`: what a program fills in. */
const PLACEHOLDERS =
  /\{\{[\p{L}_][\p{L}\p{N}_.]*\}\}|\$?\{[\p{L}\p{N}_][\p{L}\p{N}_.]*\}|%\([\p{L}_][\p{L}\p{N}_]*\)[sdif]|(?<![\p{N}%]\s?)%(?:\d+\$)?(?:\.\d+)?[sdif@](?![\p{L}\p{N}])|(?<![\p{L}\p{N}%])%[A-Z][A-Z_]+%/gu;

/**
 * Finds placeholders of programs (`{name}`, `%s`) that the source has and the target lacks, and those
 * that the target made up; each as often as it stands there.
 */
export function findWrongPlaceholders({ source, target }: CheckedPair): readonly QaFinding[] {
  const wanted = (source.match(PLACEHOLDERS) ?? []).toSorted();
  const found = [...target.matchAll(PLACEHOLDERS)];
  const left = found.map(([text]) => text);
  const missing = wanted.filter((text) => !take(left, text));
  const own = [...wanted];
  const added = found.filter(([text]) => !take(own, text));
  return [
    ...missing.map(
      (text): QaFinding => ({
        rule: 'placeholder-missing',
        severity: 'error',
        message: `The placeholder ${text} of the source is not in the target`,
      }),
    ),
    ...added.map(
      ({ index, 0: text }): QaFinding => ({
        rule: 'placeholder-added',
        severity: 'error',
        message: `The placeholder ${text} is not in the source`,
        span: { start: index, end: index + text.length },
      }),
    ),
  ];
}

function take(from: string[], text: string): boolean {
  const at = from.indexOf(text);
  if (at !== -1) {
    from.splice(at, 1);
  }
  return at !== -1;
}
