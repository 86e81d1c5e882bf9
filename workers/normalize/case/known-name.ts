import { caseTokens } from './case-tokens.ts';

export type NameKind =
  | 'month'
  | 'weekday'
  | 'place'
  | 'demonym'
  | 'organization'
  | 'event'
  | 'acronym'
  | 'person';

/** A name of one or more words in its normal case, ready to be found in a text without it. */
export interface KnownName {
  readonly kind: NameKind;
  /** In lower case. */
  readonly words: readonly string[];
  /** In normal case, word by word: "Bank", "of", "England". */
  readonly normal: readonly string[];
  /** What stands before each word but the first, with straight apostrophes. */
  readonly gaps: readonly string[];
  /** What must follow the last word: the full stop of "U.S." */
  readonly tail: string;
  /** Whether it can hardly be anything but this name, whatever stands around it. */
  readonly isSure: boolean;
}

/** A known name in a block, in whatever case. */
export interface FoundName {
  readonly name: KnownName;
  /** Of its first word. */
  readonly index: number;
}

/** Names by their first word in lower case, longest first. */
export type NameIndex = ReadonlyMap<string, readonly KnownName[]>;

export interface NameSource {
  readonly kind: NameKind;
  readonly names: Iterable<string>;
  /** Words that an editor listed one by one: sure even where they occur as ordinary words. */
  readonly isCurated: boolean;
}

interface NameChecks {
  /** Whether a word in lower case is also an ordinary word of the language. */
  readonly isCommonWord: (lowerWord: string) => boolean;
  /** Whether a name is not believed, or a rule of its own decides about it. */
  readonly isWithheld: (lowerWord: string) => boolean;
}

/**
 * Prepares the names of a language. Of two that differ in case only, the first counts.
 */
export function indexNames(
  sources: readonly NameSource[],
  language: string,
  { isCommonWord, isWithheld }: NameChecks,
): NameIndex {
  const index = new Map<string, KnownName[]>();
  const seen = new Set<string>();
  for (const { kind, names, isCurated } of sources) {
    for (const listed of names) {
      const name = listed.replace(/^The /u, ''); // "the Gambia": the article is small by style
      const known = toKnownName(name, { kind, language });
      const key = name.toLocaleLowerCase(language);
      const first = known?.words[0];
      const isKept = known !== undefined && (isCurated || !isWithheld(listed.toLocaleLowerCase(language)));
      if (isKept && first !== undefined && !seen.has(key)) {
        seen.add(key);
        const isSure = isCurated || known.words.some((word) => word.length > 2 && !isCommonWord(word));
        index.set(first, [...(index.get(first) ?? []), { ...known, isSure }]);
      }
    }
  }
  for (const names of index.values()) {
    names.sort((a, b) => b.words.length - a.words.length);
  }
  return index;
}

function toKnownName(
  name: string,
  { kind, language }: { readonly kind: NameKind; readonly language: string },
): Omit<KnownName, 'isSure'> | undefined {
  const tokens = caseTokens(name, { language });
  const last = tokens.at(-1);
  if (last === undefined || !/[\p{Lu}\p{Lt}]/u.test(name)) {
    return undefined;
  }
  return {
    kind,
    words: tokens.map((token) => token.lower),
    normal: tokens.map((token) => token.text),
    gaps: tokens.slice(1).map((token, index) => straight(name.slice(tokens[index]?.end, token.start))),
    tail: name.slice(last.end).startsWith('.') ? '.' : '',
  };
}

/** A gap with straight apostrophes and plain spaces, as names hold it. */
export function straight(gap: string): string {
  return gap.replace('’', "'").replace('\u00A0', ' ');
}
