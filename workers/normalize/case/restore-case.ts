import type { Diagnostic } from '../../../shared/document/overlay.ts';
import type { Draft, DraftBlock } from '../draft/draft.ts';
import { editBlock } from '../draft/edit-block.ts';
import { leavesOf, mapBlocks } from '../draft/map-leaves.ts';
import { acronymCase } from './acronym-case.ts';
import { applyCaseRules, type CaseBlock } from './apply-case-rules.ts';
import { type CaseLoss, measureLoss } from './case-loss.ts';
import { CASE_THRESHOLD, type CaseRule } from './case-rule.ts';
import { type CaseToken, caseTokens } from './case-tokens.ts';
import { demonymCase } from './demonym-case.ts';
import { eventCase } from './event-case.ts';
import { headlineCase, lowerHeadlines } from './headline-case.ts';
import { knownNameCase } from './known-name-case.ts';
import type { Lexicon } from './lexicon.ts';
import { monthCase } from './month-case.ts';
import { organizationCase } from './organization-case.ts';
import { personNameCase } from './person-name-case.ts';
import { findNames } from './phrase-case.ts';
import { placeCase } from './place-case.ts';
import { pronounCase } from './pronoun-case.ts';
import { sentenceStartCase } from './sentence-start-case.ts';
import { guessCapitals, statisticalCase } from './statistical-case.ts';
import { titleAbbreviationCase } from './title-abbreviation-case.ts';
import { titleCase } from './title-case.ts';
import { weekdayCase } from './weekday-case.ts';

const NAME_RULES: readonly CaseRule[] = [
  monthCase,
  weekdayCase,
  placeCase,
  demonymCase,
  organizationCase,
  eventCase,
  acronymCase,
  personNameCase,
  pronounCase,
];
const CONTEXT_RULES: readonly CaseRule[] = [
  titleCase,
  titleAbbreviationCase,
  knownNameCase,
  sentenceStartCase,
];

/** Every case rule. Where two find the same word, the surer one counts, else the earlier. */
export const CASE_RULES: readonly CaseRule[] = [
  headlineCase,
  ...NAME_RULES,
  statisticalCase,
  ...CONTEXT_RULES,
];

const MAX_SUGGESTIONS = 20;
const MAX_ROUNDS = 4;

/**
 * Gives words the capitals that they lost, and headlines in capitals their small letters: a wrong
 * change is worse than a missed one, so what is not sure is only suggested. Languages without a word
 * table, and blocks in another language, are left alone.
 */
export function restoreCase(draft: Draft, lexicon: Lexicon, disabled: ReadonlySet<string>): Draft {
  if (lexicon.isEmpty) {
    return draft;
  }
  const submitted = readBlocks(draft, lexicon);
  const loss = measureLoss(submitted, lexicon);
  const repaired = findCapitals(submitted, { lexicon, loss, disabled });

  const changed = new Map(repaired.map((block) => [block.source, applyFindings(block)]));
  const suggestions = repaired.flatMap((block) => suggestionsOf(block));
  const diagnostics = [...draft.diagnostics, ...suggestions.slice(0, MAX_SUGGESTIONS)];
  return { ...mapBlocks(draft, (block) => changed.get(block) ?? block), diagnostics };
}

function readBlocks(draft: Draft, lexicon: Lexicon): CaseBlock[] {
  const options = {
    language: lexicon.language,
    titleAbbreviations: new Set(lexicon.titleAbbreviations.keys()),
  };
  return [...leavesOf(draft.nodes).map((leaf) => leaf.block), ...draft.asides]
    .filter((block) => block.locale === undefined)
    .map((block) => {
      const tokens = caseTokens(block.text, options);
      const clues = cluesOf(tokens, lexicon);
      const names = findNames({ block, tokens, clues, lexicon });
      return { source: block, block, tokens, clues, names, findings: NO_FINDINGS };
    });
}

function cluesOf(tokens: readonly CaseToken[], lexicon: Lexicon): Uint8Array {
  const clues = new Uint8Array(tokens.length);
  for (const [index, token] of tokens.entries()) {
    clues[index] = lexicon.cluesOf(token.lower);
  }
  return clues;
}

const NO_FINDINGS: CaseBlock['findings'] = new Map();

interface Finding {
  readonly lexicon: Lexicon;
  readonly loss: CaseLoss;
  readonly disabled: ReadonlySet<string>;
}

/** Names first, then what stands like a name, then what follows from both, until nothing is left to find. */
function findCapitals(
  submitted: readonly CaseBlock[],
  { lexicon, loss, disabled }: Finding,
): readonly CaseBlock[] {
  const enabled = (rules: readonly CaseRule[]): readonly CaseRule[] =>
    rules.filter((rule) => !disabled.has(rule.name));
  const context = { lexicon, loss };
  let blocks = disabled.has(headlineCase.name) ? submitted : lowerHeadlines(submitted, lexicon);
  if (loss.rate > 0) {
    blocks = applyCaseRules(blocks, enabled(NAME_RULES), context);
    const probabilities = guessCapitals(blocks, context);
    blocks = applyCaseRules(blocks, enabled([statisticalCase]), { ...context, probabilities });
  }
  for (let round = 0; round < MAX_ROUNDS; round += 1) {
    const before = blocks;
    blocks = applyCaseRules(blocks, enabled([...NAME_RULES, ...CONTEXT_RULES]), context);
    if (blocks === before) {
      break;
    }
  }
  return blocks;
}

function applyFindings({ source, findings }: CaseBlock): DraftBlock {
  if (findings.size === 0) {
    return source;
  }
  const edits = [...findings.values()]
    .filter(({ confidence }) => confidence >= CASE_THRESHOLD)
    .map(({ token, replacement, rule, confidence }) => ({
      start: token.start,
      end: token.end,
      replacement,
      rule,
      confidence,
    }));
  return editBlock(source, edits);
}

function suggestionsOf({ source, findings }: CaseBlock): Diagnostic[] {
  return [...findings.values()]
    .filter(({ confidence }) => confidence < CASE_THRESHOLD)
    .toSorted((a, b) => a.token.start - b.token.start)
    .map(({ token, replacement, rule }) => ({
      code: 'case-suggestion',
      severity: 'info',
      message: `"${token.text}" may be meant as "${replacement}" (${rule})`,
      blockId: source.id,
      span: { start: token.start, end: token.end },
    }));
}
