import type { CaseFinding, CaseView } from './case-rule.ts';
import type { CaseToken } from './case-tokens.ts';
import { type FoundName, type KnownName, type NameKind, straight } from './known-name.ts';
import { CLUE } from './word-clues.ts';

/**
 * Finds known names of one kind that are not in their normal case. Words of a longer name are found
 * together; a phrase that keeps its lower case ("french fries") is left alone.
 *
 * @param confidence of a name that can be nothing else; others need a capital in the name or an
 *   article that lost its capitals.
 */
export function findPhrases(view: CaseView, kind: NameKind, confidence: number): CaseFinding[] {
  if (view.names.length === 0) {
    return [];
  }
  return view.names
    .filter(({ name }) => name.kind === kind)
    .flatMap(({ name, index }) => {
      const tokens = view.tokens.slice(index, index + name.words.length);
      return findWords(view, tokens, name).map((found) => ({
        ...found,
        confidence: wordConfidence(view, { name, tokens, found, sure: confidence }),
      }));
    })
    .filter((found) => found.confidence > 0);
}

/** Every known name of a block; of names that overlap the first, and of these the longest. */
export function findNames(view: NameView): FoundName[] {
  const found: FoundName[] = [];
  let index = 0;
  while (index < view.tokens.length) {
    const name = nameAt(view, index);
    if (name !== undefined) {
      found.push({ name, index });
    }
    index += name?.words.length ?? 1;
  }
  return found;
}

/** What is needed of a block to find names in it. */
type NameView = Pick<CaseView, 'block' | 'tokens' | 'clues' | 'lexicon'>;

/** The longest known name that starts at a word. */
export function nameAt(view: NameView, index: number): KnownName | undefined {
  const first = view.tokens[index];
  if (first === undefined) {
    return undefined;
  }
  const starts = ((view.clues[index] ?? 0) & CLUE.name) !== 0;
  const name = starts
    ? view.lexicon.namesFrom(first.lower).find((one) => matches(view, index, one))
    : undefined;
  if (name !== undefined || !first.lower.endsWith('s')) {
    return name;
  }
  return view.lexicon
    .namesFrom(first.lower.slice(0, -1))
    .find((one) => one.kind === 'demonym' && one.words.length === 1 && one.isSure);
}

function matches({ block, tokens }: NameView, index: number, name: KnownName): boolean {
  const isEqual = name.words.every((word, offset) => {
    const token = tokens[index + offset];
    const before = tokens[index + offset - 1];
    return (
      token?.lower === word &&
      (offset === 0 || straight(block.text.slice(before?.end, token.start)) === name.gaps[offset - 1])
    );
  });
  return (
    isEqual &&
    (name.tail === '' || block.text.startsWith(name.tail, tokens[index + name.words.length - 1]?.end))
  );
}

type Found = Omit<CaseFinding, 'confidence'>;

function findWords(view: CaseView, tokens: readonly CaseToken[], name: KnownName): Found[] {
  return tokens.flatMap((token, offset) => {
    const normal = name.normal[offset] ?? token.text;
    const replacement = normal + token.text.slice(normal.length);
    return token.isRepairable && replacement !== token.text && !isInLowerCompound(view, token)
      ? [{ token, replacement }]
      : [];
  });
}

interface FoundWord {
  readonly name: KnownName;
  readonly tokens: readonly CaseToken[];
  readonly found: Found;
  /** Confidence of a word that can be nothing else. */
  readonly sure: number;
}

/** "world cup", "Labour party": an ordinary word in a name may be small by the writer's choice. */
function wordConfidence(view: CaseView, { name, tokens, found, sure }: FoundWord): number {
  const { block, evidence, lexicon, loss } = view;
  if (name.kind === 'acronym' && /['’]$/u.test(block.text.slice(0, found.token.start))) {
    return 0; // the "ai" of "j'ai"
  }
  if (isOwnSpelling(view, name)) {
    return 0.7;
  }
  const isSpelling =
    name.isSure && (name.kind !== 'organization' || (name.words.length === 1 && lexicon.model !== undefined));
  const isShort = name.kind === 'acronym' && !name.isSure && name.tail === '';
  if (isShort) {
    return loss.rate > 0 && !lexicon.isCommonWord(found.token.lower) ? sure : 0.7; // "ip", "ai"
  }
  const isWordy = name.kind === 'organization' || name.kind === 'event';
  const isOrdinary = lexicon.isCommonWord(found.token.lower) || (isWordy && lexicon.model === undefined);
  if (isSpelling || !isOrdinary) {
    return sure;
  }
  if (name.words.length === 1) {
    return 0;
  }
  const last = tokens.at(-1);
  if (last !== undefined && block.text[last.end] === '-') {
    return 0; // "award-winning"
  }
  const at = tokens.indexOf(found.token);
  const isSeen =
    evidence.capitalPair(tokens[at - 1]?.lower ?? '', found.token.lower) > 0 ||
    evidence.capitalPair(found.token.lower, tokens[at + 1]?.lower ?? '') > 0;
  const isBeforeCapital = tokens.some(
    (token) => token.start > found.token.start && token.text !== token.lower,
  );
  if (isSeen || (isBeforeCapital && loss.rate > 0)) {
    return 0.92; // "premier League", but not "Labour party"
  }
  if (loss.rate >= MOSTLY) {
    return name.isSure ? sure : 0.86;
  }
  const isNamed = tokens.some((token) => token.isCapitalized && !token.isInitial);
  const isLost = isNamed && !lexicon.isGenericNoun(found.token.lower);
  return loss.rate === 0 ? 0 : isLost ? 0.88 : 0.7;
}

/** A name that an article in good order always writes small is a thing of its own: a tool called "khmer". */
function isOwnSpelling({ evidence, loss }: CaseView, name: KnownName): boolean {
  const [word = ''] = name.words;
  const cases = evidence.casesOf(word);
  const isListed = name.kind !== 'month' && name.kind !== 'weekday' && name.words.length === 1;
  return isListed && loss.rate === 0 && cases.lower >= OFTEN && cases.capitalInside === 0;
}

const OFTEN = 3;

/** The share of lost capitals from which ordinary words of names have lost theirs too. */
const MOSTLY = 0.5;

/** Whether a word is part of a phrase such as "french fries" or "china shop". */
export function isInLowerCompound(view: CaseView, token: CaseToken): boolean {
  const compounds = view.lexicon.table.lowerCompounds;
  if (compounds.length === 0) {
    return false;
  }
  const around = view.block.text.slice(Math.max(0, token.start - 20), token.end + 20).toLowerCase();
  return compounds.some((compound) => around.includes(compound) && compound.split(' ').includes(token.lower));
}
