import type { Diagnostic } from '../../../shared/document/overlay.ts';
import type { Draft, DraftBlock } from '../draft/draft.ts';
import { editBlock } from '../draft/edit-block.ts';
import { leavesOf, mapBlocks } from '../draft/map-leaves.ts';
import { gatherEvidence } from './case-evidence.ts';
import { CASE_THRESHOLD, type CaseFinding, type CaseRule, type CaseView } from './case-rule.ts';
import { caseTokens } from './case-tokens.ts';
import { demonymCase } from './demonym-case.ts';
import { knownNameCase } from './known-name-case.ts';
import type { Lexicon } from './lexicon.ts';
import { monthCase } from './month-case.ts';
import { placeCase } from './place-case.ts';
import { sentenceStartCase } from './sentence-start-case.ts';
import { titleCase } from './title-case.ts';
import { weekdayCase } from './weekday-case.ts';

/** Every case rule. Where two find the same word, the surer one counts, else the earlier. */
export const CASE_RULES: readonly CaseRule[] = [
  monthCase,
  weekdayCase,
  placeCase,
  demonymCase,
  titleCase,
  knownNameCase,
  sentenceStartCase,
];

const MAX_SUGGESTIONS = 20;

/**
 * Gives words the capitals that they lost: a wrong change is worse than a missed one, so what is not
 * sure is only suggested. Languages without a word table are left alone.
 */
export function restoreCase(draft: Draft, lexicon: Lexicon, disabled: ReadonlySet<string>): Draft {
  const rules = CASE_RULES.filter((rule) => !disabled.has(rule.name));
  const leaves = leavesOf(draft.nodes).map(({ block }) => ({ block, tokens: caseTokens(block.text) }));
  const asides = draft.asides.map((block) => ({ block, tokens: caseTokens(block.text) }));
  const evidence = gatherEvidence(leaves, lexicon.isDeterminer);

  const repaired = new Map<DraftBlock, DraftBlock>();
  const suggestions: Diagnostic[] = [];
  for (const { block, tokens } of [...leaves, ...asides]) {
    const findings = findAll({ block, tokens, lexicon, evidence }, rules);
    repaired.set(block, applyFindings(block, findings));
    suggestions.push(
      ...findings.filter((found) => found.confidence < CASE_THRESHOLD).map((found) => suggest(block, found)),
    );
  }
  const diagnostics = [...draft.diagnostics, ...suggestions.slice(0, MAX_SUGGESTIONS)];
  return { ...mapBlocks(draft, (block) => repaired.get(block) ?? block), diagnostics };
}

interface NamedFinding extends CaseFinding {
  readonly rule: string;
}

function findAll(view: CaseView, rules: readonly CaseRule[]): NamedFinding[] {
  const best = new Map<number, NamedFinding>();
  for (const rule of rules) {
    for (const found of rule.find(view)) {
      const known = best.get(found.token.start);
      if (
        found.replacement !== found.token.text &&
        (known === undefined || found.confidence > known.confidence)
      ) {
        best.set(found.token.start, { ...found, rule: rule.name });
      }
    }
  }
  return [...best.values()].toSorted((a, b) => a.token.start - b.token.start);
}

function applyFindings(block: DraftBlock, findings: readonly NamedFinding[]): DraftBlock {
  const edits = findings
    .filter(
      (found) => found.confidence >= CASE_THRESHOLD && found.replacement.length === found.token.text.length,
    )
    .map((found) => ({
      start: found.token.start,
      end: found.token.end,
      replacement: found.replacement,
      rule: found.rule,
      confidence: found.confidence,
    }));
  return editBlock(block, edits);
}

function suggest(block: DraftBlock, found: NamedFinding): Diagnostic {
  return {
    code: 'case-suggestion',
    severity: 'info',
    message: `"${found.token.text}" may be meant as "${found.replacement}" (${found.rule})`,
    blockId: block.id,
    span: { start: found.token.start, end: found.token.end },
  };
}
