import type { BlockKind } from '../../../shared/document/block.ts';
import type { InlineCode } from '../../../shared/document/inline-code.ts';
import { isLocale, type Locale, languageOf, toLocale } from '../../../shared/document/locale.ts';
import type { Diagnostic } from '../../../shared/document/overlay.ts';
import type { Span } from '../../../shared/document/span.ts';
import type { Draft, DraftBlock } from '../draft/draft.ts';
import { leavesOf, mapLeaves } from '../draft/map-leaves.ts';
import type { DetectLanguage } from './detect-language.ts';
import { encloseQuotation } from './enclose-quotation.ts';
import { findQuotations } from './find-quotations.ts';
import { isSameGroup } from './same-language-group.ts';
import { speaksAgainst } from './speaks-against.ts';
import { countFunctionWords, hasFunctionWords, wordEvidence, wordsOf } from './word-evidence.ts';

/** Blocks of running text. Headlines, headings and cells are names and phrases too often. */
const RUNNING: ReadonlySet<BlockKind> = new Set<BlockKind>(['paragraph', 'list-item', 'quote', 'caption']);

export interface ForeignTextOptions {
  /** The document's. */
  readonly locale: Locale;
  /** Names of rules that are switched off; `foreign-text` stops the detection. */
  readonly disabled: ReadonlySet<string>;
  readonly detect: DetectLanguage;
}

/**
 * Marks what is clearly in another language than the document: blocks get their `locale`, quotations
 * of at least a line a span with their language. What the source states counts before what the text
 * looks like; a statement of the document's own language says nothing and goes. Each detected text
 * is a diagnostic.
 */
export async function markForeignText(
  draft: Draft,
  { locale, disabled, detect }: ForeignTextOptions,
): Promise<Draft> {
  const diagnostics: Diagnostic[] = [];
  const marked = new Map<DraftBlock, DraftBlock>();
  const isDetecting = !disabled.has('foreign-text') && !speaksAgainst(textOf(draft), locale);
  for (const { block } of leavesOf(draft.nodes)) {
    const settled = settleStated(block, locale);
    marked.set(block, isDetecting ? await markBlock(settled, locale, { detect, diagnostics }) : settled);
  }
  const nodes = mapLeaves(draft.nodes, (leaf) => {
    const block = marked.get(leaf.block) ?? leaf.block;
    return block === leaf.block ? leaf : { ...leaf, block };
  });
  return { ...draft, nodes, diagnostics: [...draft.diagnostics, ...diagnostics] };
}

/** A document that is all in another language than was declared would be one foreign text. */
function textOf(draft: Draft): string {
  return leavesOf(draft.nodes)
    .map(({ block }) => block.text)
    .join('\n')
    .slice(0, DOCUMENT_SAMPLE);
}

const DOCUMENT_SAMPLE = 8_000;

interface Marking {
  readonly detect: DetectLanguage;
  readonly diagnostics: Diagnostic[];
}

/** Editors that state a language for every paragraph often state a wrong one. */
const CONTRADICTED_BY = 12;

function settleStated(block: DraftBlock, locale: Locale): DraftBlock {
  const stated = isLocale(block.locale) ? block.locale : undefined;
  const isKept =
    stated !== undefined && !isSameTag(stated, locale) && !isContradicted(block.text, stated, locale);
  const own = isKept ? stated : locale;
  const codes = block.codes.filter((code) => !isRedundant(code, own));
  if (isKept && codes.length === block.codes.length) {
    return block;
  }
  const { locale: _, ...rest } = block;
  return {
    ...rest,
    ...(isKept ? { locale: stated } : {}),
    codes: codes.length === block.codes.length ? block.codes : codes,
  };
}

/** `en-US` beside `en` is no other language; `pt-PT` beside `pt-BR` is another locale of one. */
function isSameTag(a: Locale, b: Locale): boolean {
  return a === b || languageOf(a) === languageOf(b);
}

function isContradicted(text: string, stated: Locale, locale: Locale): boolean {
  const evidence = wordEvidence(wordsOf(text));
  const lead = (evidence.get(languageOf(locale)) ?? 0) - (evidence.get(languageOf(stated)) ?? 0);
  return lead >= CONTRADICTED_BY;
}

/** A span that only repeats the language around it. */
function isRedundant(code: InlineCode, around: Locale): boolean {
  const own = code.kind === 'span' && code.tag === 'span' && code.dir === undefined ? code.lang : undefined;
  return isLocale(own) && isSameTag(own, around);
}

async function markBlock(block: DraftBlock, locale: Locale, marking: Marking): Promise<DraftBlock> {
  if (block.locale !== undefined || !RUNNING.has(block.kind)) {
    return block;
  }
  const found = await detectForeign(block.text, locale, marking.detect);
  const quotations = findQuotations(block.text);
  if (found !== undefined && !isOwnAround(block.text, quotations, { own: locale, found })) {
    marking.diagnostics.push(foreignText(found, block, { start: 0, end: block.text.length }));
    return { ...block, locale: found };
  }
  let marked = block;
  for (const span of quotations) {
    const quoted = await detectForeign(block.text.slice(span.start, span.end), locale, marking.detect);
    const enclosed = quoted === undefined ? undefined : encloseQuotation(marked, span, quoted);
    if (quoted !== undefined && enclosed !== undefined) {
      marking.diagnostics.push(foreignText(quoted, block, span));
      marked = enclosed;
    }
  }
  return marked;
}

/** Whether the words around the quotations are the document's own, however long the quotations are. */
function isOwnAround(
  text: string,
  quotations: readonly Span[],
  { own, found }: { readonly own: Locale; readonly found: Locale },
): boolean {
  if (quotations.length === 0) {
    return false;
  }
  let rest = '';
  let position = 0;
  for (const { start, end } of quotations) {
    rest += text.slice(position, start);
    position = end;
  }
  const evidence = wordEvidence(wordsOf(rest + text.slice(position)));
  return (evidence.get(languageOf(own)) ?? 0) > (evidence.get(languageOf(found)) ?? 0);
}

/** Lead over the document's language from which a text is certain to be foreign. */
const FOREIGN_LEAD = 15;
const MIN_FUNCTION_WORDS = 4;

async function detectForeign(
  text: string,
  locale: Locale,
  detect: DetectLanguage,
): Promise<Locale | undefined> {
  if (!speaksAgainst(text, locale)) {
    return undefined;
  }
  const detected = await detect(text);
  const found = toLocale(detected?.locale ?? '');
  if (detected?.certain !== true || found === undefined || isSameGroup(found, locale)) {
    return undefined;
  }
  const language = languageOf(found);
  const isProse =
    !hasFunctionWords(language) || countFunctionWords(wordsOf(text), language) >= MIN_FUNCTION_WORDS;
  return isProse && detected.leadOver(languageOf(locale)) >= FOREIGN_LEAD ? found : undefined;
}

function foreignText(locale: Locale, block: DraftBlock, span: Span): Diagnostic {
  const words = block.text.slice(span.start, span.end).trim();
  return {
    code: 'foreign-text',
    severity: 'info',
    message: `"${words.slice(0, 60)}${words.length > 60 ? '…' : ''}" is in "${locale}" and was marked so: it is not looked up as the article's language`,
    blockId: block.id,
  };
}
