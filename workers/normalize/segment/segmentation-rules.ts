import { capitalize } from '../../../shared/text/casing.ts';
import type { SegmentationTable } from './segmentation-table.ts';

/** What a full stop after an abbreviation may mean. */
export type AbbreviationKind = 'never' | 'beforeNumber' | 'sometimes' | 'usually' | 'units' | 'clock';

/** A segmentation table made ready for lookups. */
export interface SegmentationRules {
  /** Whether one of `forms`, without the last full stop, is an abbreviation of that kind. */
  readonly isOne: (kind: AbbreviationKind, forms: readonly string[]) => boolean;
  /** Whether some abbreviation ends with the word; asked first, for most words end none. */
  readonly mayAbbreviate: (word: string) => boolean;
  /** Whether "z" and "B" are neighbours in one abbreviation of several words, "z. B.". */
  readonly isPair: (word: string, next: string) => boolean;
  /** Whether a word, in whatever case, is a typical first word of a sentence. */
  readonly isStarter: (word: string) => boolean;
  readonly followsClock: (word: string) => boolean;
  readonly isLetterWord: (letter: string) => boolean;
  /** With its mark: "Yahoo!". */
  readonly isMarkedName: (word: string) => boolean;
  readonly stops: string;
  readonly opensAfterSpace: readonly string[];
  readonly closesBeforeSpace: readonly string[];
  readonly ordinals: boolean;
  readonly fullStop: SegmentationTable['fullStop'];
}

const KINDS: readonly AbbreviationKind[] = [
  'never',
  'beforeNumber',
  'sometimes',
  'usually',
  'units',
  'clock',
];

/** Builds the lookups of one language from its table and the one that counts for every language. */
export function compileSegmentation(table: SegmentationTable, common: SegmentationTable): SegmentationRules {
  const entries = KINDS.flatMap((kind) =>
    [...common[kind], ...table[kind]].flatMap((entry) =>
      bothCases(entry).map((form): readonly [AbbreviationKind, string] => [kind, form]),
    ),
  );
  const known = new Set(entries.map(([kind, form]) => `${kind} ${form}`));
  const endings = entries.filter(([, form]) => form.startsWith('-'));
  const lastWords = lowerSet(entries.map(([, form]) => /[^ -]*$/u.exec(form)?.[0] ?? form));
  const pairs = new Set(entries.flatMap(([, form]) => pairsOf(form)));
  const starters = lowerSet([...common.starters, ...table.starters]);
  const clock = lowerSet([...common.afterClock, ...table.afterClock]);
  const letters = new Set(table.letterWords);
  const marked = lowerSet([...common.markedNames, ...table.markedNames]);
  return {
    isOne: (kind, forms) =>
      forms.some(
        (form) =>
          known.has(`${kind} ${form}`) ||
          endings.some(([own, ending]) => own === kind && form.endsWith(ending.slice(1))),
      ),
    mayAbbreviate: (word) => {
      const lower = word.toLowerCase();
      return (
        lastWords.has(lower) || endings.some(([, ending]) => lower.endsWith(ending.slice(1).toLowerCase()))
      );
    },
    isPair: (word, next) => pairs.has(`${word}. ${next}`),
    isStarter: (word) => starters.has(word.toLowerCase()),
    followsClock: (word) => clock.has(word.toLowerCase()),
    isLetterWord: (letter) => letters.has(letter),
    isMarkedName: (word) => marked.has(word.toLowerCase()),
    stops: table.stops,
    opensAfterSpace: table.opensAfterSpace,
    closesBeforeSpace: table.closesBeforeSpace,
    ordinals: table.ordinals,
    fullStop: table.fullStop,
  };
}

function bothCases(entry: string): string[] {
  return [...new Set([entry, capitalize(entry)])];
}

/** "i. d. R" has the neighbours "i. d" and "d. R". */
function pairsOf(abbreviation: string): string[] {
  const parts = abbreviation.split('. ');
  return parts.slice(1).map((part, index) => `${parts[index] ?? ''}. ${part}`);
}

function lowerSet(entries: readonly string[]): ReadonlySet<string> {
  return new Set(entries.map((entry) => entry.toLowerCase()));
}
