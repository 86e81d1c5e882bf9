import type { CaseBlock, NamedFinding } from './apply-case-rules.ts';
import { type CaseEvidence, gatherEvidence } from './case-evidence.ts';
import { CASE_THRESHOLD, type CaseRule } from './case-rule.ts';
import { type CaseToken, capitalizeIn, rewritten } from './case-tokens.ts';
import type { Lexicon } from './lexicon.ts';

const MIN_WORDS = 3;

/**
 * "PARLIAMENT VOTES ON NATO BUDGET" -> "Parliament votes on NATO budget": headlines and headings in
 * capitals, and only where the article or the language tells the case of every word. It works before
 * the other rules, see `lowerHeadlines`.
 */
export const headlineCase: CaseRule = {
  name: 'headline-case',
  description: 'Writes a headline that is all in capitals like a sentence',
  find: () => [],
};

/** Rewrites headlines in capitals as far as the words tell; the other rules then find the names in them. */
export function lowerHeadlines(blocks: readonly CaseBlock[], lexicon: Lexicon): readonly CaseBlock[] {
  const shouted = new Set(blocks.filter((block) => isShouted(block)));
  if (shouted.size === 0) {
    return blocks;
  }
  const evidence = gatherEvidence(blocks, lexicon);
  return blocks.map((block) => (shouted.has(block) ? lowered(block, lexicon, evidence) : block));
}

function isShouted({ block, tokens }: CaseBlock): boolean {
  if (block.kind !== 'headline' && block.kind !== 'heading') {
    return false;
  }
  const words = tokens.filter((token) => token.text.length > 1 && /\p{L}/u.test(token.text));
  return words.length >= MIN_WORDS && !/\p{Ll}/u.test(block.text);
}

function lowered(block: CaseBlock, lexicon: Lexicon, evidence: CaseEvidence): CaseBlock {
  const forms = block.tokens.map((token, index) =>
    formOf(token, { lexicon, evidence, isFirst: index === 0 }),
  );
  if (forms.includes(undefined)) {
    return block;
  }
  const findings = new Map<number, NamedFinding>();
  const tokens = block.tokens.map((token, index) => {
    const text = forms[index] ?? token.text;
    findings.set(token.start, {
      token,
      replacement: text,
      rule: headlineCase.name,
      confidence: CASE_THRESHOLD,
    });
    return { ...rewritten(token, text), isRepairable: text === token.lower && /\p{Ll}/u.test(text) };
  });
  return { ...block, block: { ...block.block, text: block.block.text.toLowerCase() }, tokens, findings };
}

interface FormContext {
  readonly lexicon: Lexicon;
  readonly evidence: CaseEvidence;
  readonly isFirst: boolean;
}

/** The form of a word in a sentence; nothing where neither the article nor the language tells. */
function formOf(token: CaseToken, { lexicon, evidence, isFirst }: FormContext): string | undefined {
  const word = token.lower;
  if (!/\p{L}/u.test(word)) {
    return token.text;
  }
  const capital = capitalizeIn(word, lexicon.language);
  const cases = evidence.casesOf(word);
  const seenSmall = cases.lower > 0;
  if (cases.innerForm !== undefined && !seenSmall && cases.capitalInside === 0) {
    return cases.innerForm;
  }
  if (cases.capitalInside > 0 && cases.capitalInside > cases.lower) {
    return capital;
  }
  const isName = lexicon.namesFrom(word).length > 0 || lexicon.isCalendarWord(word);
  const isOrdinary = seenSmall || isEnding(token) || lexicon.isDeterminer(word) || lexicon.isCommonWord(word);
  if (isOrdinary || isName || cases.capitalInitial > 0) {
    return isFirst ? capital : word;
  }
  return undefined;
}

/** The "S" of "MEXICO'S", or a single letter. */
function isEnding({ text }: CaseToken): boolean {
  return text.length === 1;
}
