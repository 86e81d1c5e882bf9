import type { Draft } from '../draft/draft.ts';
import { applyAroundKept } from '../undo/apply-around-kept.ts';
import { keepTexts } from '../undo/keep-texts.ts';
import type { PlacedRepair } from '../undo/key-repairs.ts';
import { boilerplateLine } from './boilerplate-line.ts';
import { brokenLink } from './broken-link.ts';
import { bylineLine } from './byline-line.ts';
import { captionParagraph } from './caption-paragraph.ts';
import { captionTable } from './caption-table.ts';
import { contentZone } from './content-zone.ts';
import { credit } from './credit.ts';
import { dateline } from './dateline.ts';
import { duplicateHeadline } from './duplicate-headline.ts';
import { emptyBlock } from './empty-block.ts';
import { emptyImage } from './empty-image.ts';
import { imageLine } from './image-line.ts';
import { paragraphPerLine } from './paragraph-per-line.ts';
import { pipeRelic } from './pipe-relic.ts';
import { readerComments } from './reader-comments.ts';
import { relatedLinks } from './related-links.ts';
import { repeatedParagraph } from './repeated-paragraph.ts';
import { settleHeadline } from './settle-headline.ts';
import { splitLink } from './split-link.ts';
import type { StructureContext, StructureRule } from './structure-rule.ts';
import { updatedLine } from './updated-line.ts';
import { wrappedLink } from './wrapped-link.ts';

/** Every structure rule, in the order in which they run. A new rule is a file and a line here. */
export const STRUCTURE_RULES: readonly StructureRule[] = [
  brokenLink,
  splitLink,
  wrappedLink,
  paragraphPerLine,
  updatedLine,
  contentZone,
  readerComments,
  boilerplateLine,
  relatedLinks,
  imageLine,
  captionTable,
  captionParagraph,
  credit,
  emptyImage,
  pipeRelic,
  emptyBlock,
  bylineLine,
  settleHeadline,
  duplicateHeadline,
  repeatedParagraph,
  dateline,
];

/** Runs every structure rule that is not switched off, around what people took back. */
export function repairStructure(
  draft: Draft,
  context: StructureContext,
  disabled: ReadonlySet<string>,
  undone: readonly PlacedRepair[] = [],
): Draft {
  return STRUCTURE_RULES.filter((rule) => !disabled.has(rule.name)).reduce(
    (repaired, rule) => keepTexts(applyAroundKept(repaired, rule, context), undone),
    draft,
  );
}
