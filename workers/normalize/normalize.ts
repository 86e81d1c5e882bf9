import type { SourceArticle } from '../../shared/document/article.ts';
import type { Document } from '../../shared/document/document.ts';
import { languageOf } from '../../shared/document/locale.ts';
import { REQUIRED_RULES } from '../../shared/document/repair-rule.ts';
import { NO_REVIEW } from '../../shared/document/source-review.ts';
import { PipelineError } from '../../shared/errors/errors.ts';
import { assembleDocument } from './assemble-document.ts';
import { restoreCase } from './case/restore-case.ts';
import { decodeSource } from './decode/decode-source.ts';
import type { NormalizeDeps } from './deps.ts';
import type { Draft, DraftBlock } from './draft/draft.ts';
import { leavesOf } from './draft/map-leaves.ts';
import { readDraft } from './draft/read-draft.ts';
import { guardDraft } from './guard/guard-draft.ts';
import { markForeignText } from './locale/mark-foreign-text.ts';
import { resolveLocale } from './locale/resolve-locale.ts';
import { parseArticle } from './parse/parse-article.ts';
import { CHARACTER_RULES, repairText, TEXT_RULES } from './repairs/repair-text.ts';
import { REPAIR_RULES } from './rules.ts';
import { repairStructure } from './structure/repair-structure.ts';
import { describeReview } from './undo/describe-review.ts';
import { type RepairDraft, undoRepairs } from './undo/undo-repairs.ts';

/**
 * Turns a source article into a document: parsed, repaired, in true case, cut into sentences. Every
 * change of text is recorded as a repair and can be taken back.
 *
 * @throws {PipelineError} `SOURCE_TOO_LARGE`, `SOURCE_TOO_COMPLEX`, `SOURCE_EMPTY`,
 *   `SOURCE_UNREADABLE` or `SOURCE_LOCALE_UNKNOWN`; none of them passes when tried again.
 */
export async function normalize(source: SourceArticle, deps: NormalizeDeps): Promise<Document> {
  const review = source.review ?? NO_REVIEW;
  const disabled = new Set([
    ...deps.disabledRules,
    ...review.disabledRules.filter((name) => !REQUIRED_RULES.has(name)),
  ]);
  const decoded = decodeSource(source);
  const parsed = await parseArticle(decoded.content, source.format);
  const draft = readDraft({ ...parsed, diagnostics: [...decoded.diagnostics, ...parsed.diagnostics] });
  guardDraft(blocksOf(draft));
  requireText(draft);
  const { locale, diagnostics } = await resolveLocale(source.sourceLocale, draft, deps.detectLanguage);
  const marked = await markForeignText(draft, { locale, disabled, detect: deps.detectLanguage });
  const language = languageOf(locale);
  const lexicon = deps.lexiconOf(language);

  const { agencies, boilerplate } = deps;
  const context = { submitted: source.meta, lexicon, agencies, boilerplate };
  const repair: RepairDraft = (submitted, undone) => {
    const clean = repairText(submitted, CHARACTER_RULES, { language, disabled });
    const structured = repairStructure(clean, context, disabled, undone);
    const repaired = repairText(structured, TEXT_RULES, { language, disabled });
    return restoreCase(repaired, lexicon, disabled);
  };
  const cased = undoRepairs(marked, review, { repair, rules: RULE_NAMES });
  requireText(cased);

  const localized = { ...cased, sourceLocale: locale, diagnostics: [...diagnostics, ...cased.diagnostics] };
  const document = assembleDocument(source, localized, {
    lexicon,
    agencies,
    sentenceBreaksOf: deps.sentenceBreaksOf,
  });
  return describeReview(document, localized, { review, rules: REPAIR_RULES });
}

const RULE_NAMES = new Set(REPAIR_RULES.map(({ name }) => name));

function blocksOf(draft: Draft): DraftBlock[] {
  return [...leavesOf(draft.nodes).map((leaf) => leaf.block), ...draft.asides];
}

function requireText(draft: Draft): void {
  const hasText = blocksOf(draft).some(({ text, codes }) =>
    [text, ...codes.flatMap((code) => (code.kind === 'protected' ? [code.value] : []))].some((words) =>
      /[\p{L}\p{N}]/u.test(words),
    ),
  );
  if (!hasText) {
    throw new PipelineError('SOURCE_EMPTY', 'The article has no text: at least one word is needed');
  }
}
