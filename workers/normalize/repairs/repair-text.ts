import type { Draft, DraftBlock } from '../draft/draft.ts';
import { editBlock } from '../draft/edit-block.ts';
import { mapBlocks } from '../draft/map-leaves.ts';
import { type ArticleWords, articleWords } from './article-words.ts';
import { bidiControl } from './bidi-control.ts';
import { coalesce } from './coalesce.ts';
import { composition } from './composition.ts';
import { controlCharacter } from './control-character.ts';
import { doubleHyphen } from './double-hyphen.ts';
import { doubledSpace } from './doubled-space.ts';
import { escapedEntity } from './escaped-entity.ts';
import { escapedMark } from './escaped-mark.ts';
import { hardWrap } from './hard-wrap.ts';
import { lineHyphen } from './line-hyphen.ts';
import { literalPlaceholder } from './literal-placeholder.ts';
import { mixedQuotes } from './mixed-quotes.ts';
import { mojibake } from './mojibake.ts';
import { noBreakSpace } from './no-break-space.ts';
import { softHyphen } from './soft-hyphen.ts';
import { spacedEllipsis } from './spaced-ellipsis.ts';
import type { TextRule } from './text-rule.ts';
import { zeroWidth } from './zero-width.ts';

/** Rules about single characters; they run first, for all other rules read the text they leave. */
export const CHARACTER_RULES: readonly TextRule[] = [
  mojibake,
  literalPlaceholder,
  escapedEntity,
  controlCharacter,
  softHyphen,
  zeroWidth,
  bidiControl,
  noBreakSpace,
  composition,
];

/** Rules about lines, spaces and punctuation; they run when the structure is repaired. */
export const TEXT_RULES: readonly TextRule[] = [
  lineHyphen,
  hardWrap,
  doubledSpace,
  escapedMark,
  spacedEllipsis,
  doubleHyphen,
  mixedQuotes,
];

/** Runs text rules that are not switched off over every block, one after the other. */
export function repairText(
  draft: Draft,
  rules: readonly TextRule[],
  context: { readonly language: string; readonly disabled: ReadonlySet<string> },
): Draft {
  const active = rules.filter((rule) => !context.disabled.has(rule.name));
  const words = articleWords(draft);
  return mapBlocks(draft, (block) =>
    active.reduce(
      (repaired, rule) => applyRule(repaired, rule, { language: context.language, words }),
      block,
    ),
  );
}

function applyRule(
  block: DraftBlock,
  rule: TextRule,
  { language, words }: { readonly language: string; readonly words: ArticleWords },
): DraftBlock {
  const edits = coalesce(block, rule.find(block, language, words));
  return edits.length === 0
    ? block
    : editBlock(
        block,
        edits.map((edit) => ({ ...edit, rule: rule.name, confidence: rule.confidence })),
      );
}
