import type { InlineCode } from '../../../shared/document/inline-code.ts';
import type { DraftBlock } from '../draft/draft.ts';
import { editBlock } from '../draft/edit-block.ts';
import { mapLeaves } from '../draft/map-leaves.ts';
import { isSafeUrl } from '../parse/safe-url.ts';
import type { StructureRule } from './structure-rule.ts';

const RULE = 'broken-link';
const CONFIDENCE = 0.95;

/**
 * "[text](https://a.org/some-↵page)": a converter broke the line inside an address, so that Markdown
 * shows it as text. An image's label may be empty; the address has white space in it, and no words.
 */
const BROKEN =
  /(?<bang>!?)\[(?<label>[^[\]]{0,300})\]\((?<url>[^\s()<>]{1,500}(?:\n[ \t]*[^\s()<>"]{1,500}){1,3})(?:\s+"[^"]{0,300}")?\)/gu;
/** A link around a picture that was broken: its own address is whole. */
const AROUND_PICTURE =
  /(?<bang>)\[(?<label>[^[\]]{0,300}\uFFFC[^[\]]{0,300})\]\((?<url>[^\s()<>]{1,1000})(?:\s+"[^"]{0,300}")?\)/gu;
const MAX_PASSES = 40;

/** Gives a link or picture whose address was broken over lines its meaning back. */
export const brokenLink: StructureRule = {
  name: RULE,
  description: 'Joins links and pictures whose address was broken over lines',
  apply: (draft) => ({
    ...draft,
    nodes: mapLeaves(draft.nodes, (leaf) => {
      const block = mendLinks(leaf.block);
      return block === leaf.block ? leaf : { ...leaf, block };
    }),
  }),
};

/** Inner ones first, each pass from the end: positions before it stay. */
function mendLinks(block: DraftBlock): DraftBlock {
  if (!block.text.includes('](')) {
    return block;
  }
  return [BROKEN, BROKEN, AROUND_PICTURE].reduce(
    (rest, pattern) =>
      [...rest.text.matchAll(pattern)]
        .slice(0, MAX_PASSES)
        .reduceRight((mended, match) => mendLink(mended, match), rest),
    block,
  );
}

function mendLink(block: DraftBlock, match: RegExpExecArray): DraftBlock {
  const { bang = '', label = '', url: broken = '' } = match.groups ?? {};
  const url = broken.replaceAll(/\s+/gu, '');
  if (!isSafeUrl(url)) {
    return block;
  }
  const end = match.index + match[0].length;
  if (bang !== '') {
    return replaceByImage(block, { start: match.index, end, url });
  }
  const open = match.index + 1;
  const close = open + label.length;
  const edited = editBlock(block, [
    { start: match.index, end: open, replacement: '', rule: RULE, confidence: CONFIDENCE },
    { start: close, end, replacement: '', rule: RULE, confidence: CONFIDENCE },
  ]);
  const isWhole = edited.text.length === block.text.length - match[0].length + label.length;
  if (!isWhole) {
    return block; // part of it was to stay as it was submitted
  }
  const code = { kind: 'link', id: 1, canDelete: false, canReorder: true, url } as const;
  return withCode(edited, { ...code, start: match.index, end: match.index + label.length });
}

function replaceByImage(
  block: DraftBlock,
  { start, end, url }: { readonly start: number; readonly end: number; readonly url: string },
): DraftBlock {
  const edited = editBlock(block, [
    { start, end, replacement: '\uFFFC', rule: RULE, confidence: CONFIDENCE },
  ]);
  if (edited.text.length !== block.text.length - (end - start) + 1) {
    return block;
  }
  const code = { kind: 'image', id: 1, canDelete: false, canReorder: true, url } as const;
  return withCode(edited, { ...code, start, end: start + 1 });
}

/** Codes are in reading order, an enclosing one before what it encloses. */
function withCode(block: DraftBlock, code: InlineCode): DraftBlock {
  if (code.start >= code.end) {
    return block;
  }
  const codes = [...block.codes, code].toSorted((a, b) => a.start - b.start || b.end - a.end);
  return { ...block, codes: codes.map((one, index) => ({ ...one, id: index + 1 })) };
}
