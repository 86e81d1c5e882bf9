import type { QaFinding } from '../../document/rendition.ts';
import type { Span } from '../../document/span.ts';
import type { TermUse } from './term.ts';
import type { TermMatcher, TermText } from './term-matcher.ts';

/** Words that may stand between those of a term in a translation. */
const GAP = 2;

/**
 * Tells which terms of a source its translation does not render as the glossary wants: a preferred or
 * admitted rendering is `term-missing` where none stands there in any form, a forbidden one is
 * `term-forbidden` where it stands there outside an allowed one, and what is not to be translated is
 * `term-changed` where it does not stand there letter by letter. Each once a segment; spans lie in the target.
 *
 * @param matcher for the target's language
 */
export function checkTerms(
  target: string,
  uses: readonly TermUse[],
  matcher: TermMatcher,
): readonly QaFinding[] {
  if (uses.length === 0) {
    return [];
  }
  const text = matcher.read(target);
  const bySource = new Map(uses.map((use) => [use.source, use]));
  return Array.from(bySource.values()).flatMap((use) =>
    use.status === 'do-not-translate' ? findChanged(use, target) : findWrong(use, text, matcher),
  );
}

function findChanged({ source, targets }: TermUse, target: string): readonly QaFinding[] {
  const kept = targets.filter(({ status }) => status === 'do-not-translate').map(({ text }) => text);
  return kept.some((text) => target.includes(text))
    ? []
    : [
        {
          rule: 'term-changed',
          severity: 'warning',
          message: `The glossary keeps "${source}" as it is, and the translation has not got it so`,
        },
      ];
}

function findWrong(use: TermUse, text: TermText, matcher: TermMatcher): readonly QaFinding[] {
  const find = (wanted: string): readonly Span[] => matcher.find(matcher.read(wanted), text, GAP);
  const allowed = use.targets.filter(({ status }) => status === 'preferred' || status === 'admitted');
  const used = allowed.flatMap(({ text: wanted }) => find(wanted));
  const forbidden = use.targets
    .filter(({ status }) => status === 'forbidden')
    .flatMap(({ text: wanted }) =>
      find(wanted)
        .filter((span) => !used.some((inner) => covers(inner, span)))
        .slice(0, 1)
        .map((span) => ({ wanted, span })),
    );
  const [best] = allowed;
  return [
    ...forbidden.map(
      ({ wanted, span }): QaFinding => ({
        rule: 'term-forbidden',
        severity: 'warning',
        message: `The glossary forbids "${wanted}" for "${use.source}"${best === undefined ? '' : `; it has "${best.text}"`}`,
        span,
      }),
    ),
    ...(best === undefined || used.length > 0 || forbidden.length > 0
      ? []
      : [
          {
            rule: 'term-missing',
            severity: 'warning',
            message: `The glossary has "${best.text}" for "${use.source}", and the translation does not use it`,
          } as const,
        ]),
  ];
}

function covers(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}
