import type { Edit, TextRun } from './text-run.ts';
import type { QuoteStyle, TypographyStyle } from './typography-style.ts';

/** Everything about a locale that rules are made from. */
export interface RuleSettings {
  readonly language: string;
  readonly style: TypographyStyle;
  readonly quotes: QuoteStyle;
  /** Marks of numbers, by the style or CLDR. */
  readonly groupMark: string;
  readonly decimalMark: string;
  /** Tells whether a rule of this name may act. */
  readonly isOn: (name: string) => boolean;
}

/** A rule made for one locale. */
export interface PreparedRule {
  /** Characters without any of which the rule has nothing to do; all below U+3100. */
  readonly triggers: string;
  /** Edits of the run, in order; a run's text is what the rules before have left. */
  readonly find: (run: TextRun) => readonly Edit[];
}

/** One or more named rules that are found together; a style can switch each off. */
export interface TypographyRule {
  /** What each does, by name, for people who switch it off. */
  readonly names: Readonly<Record<string, string>>;
  /** Undefined where the locale's style does not ask for it. */
  readonly prepare: (settings: RuleSettings) => PreparedRule | undefined;
}

/**
 * A rule that replaces each match of a global pattern; undefined from `replace` leaves it. `needed`, for a
 * pattern that is slow to try, finds something that every match has.
 */
export function replacing(
  triggers: string,
  pattern: RegExp,
  replace: (match: RegExpExecArray, text: string) => string | undefined,
  needed?: RegExp,
): PreparedRule {
  return {
    triggers,
    find: ({ text }) => {
      const edits: Edit[] = [];
      if (needed?.test(text) === false) {
        return edits;
      }
      pattern.lastIndex = 0;
      for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
        const written = replace(match, text);
        const [found] = match;
        if (written !== undefined && written !== found) {
          edits.push({ start: match.index, end: match.index + found.length, text: written });
        }
      }
      return edits;
    },
  };
}

/** An alternation of words, longest first, for use in a pattern. */
export function anyOf(words: readonly string[]): string {
  return words
    .toSorted((a, b) => b.length - a.length)
    .map((word) => word.replaceAll(/[$()*+.?[\\\]^{|}/-]/gu, String.raw`\$&`))
    .join('|');
}
