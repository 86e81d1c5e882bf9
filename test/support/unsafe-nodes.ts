import type { Document } from '../../shared/document/document.ts';
import type { InlineCode } from '../../shared/document/inline-code.ts';
import type { TreeNode } from '../../shared/document/tree.ts';

const TREE_TYPES = new Set(
  'segment heading paragraph blockquote list listItem table tableRow tableCell code thematicBreak footnoteDefinition figure'.split(
    ' ',
  ),
);
const CODE_KINDS = new Set(
  'emphasis strong delete link image code break footnote-reference span protected'.split(' '),
);
/** Members of a node or a code; anything else, such as a handler, would be one that a source smuggled in. */
const MEMBERS = new Set(
  'type id depth role children ordered start spread checked align lang meta value identifier url altSegment credit kind end canDelete canReorder titleSegment tag dir dateTime'.split(
    ' ',
  ),
);
const SKIPPED = /[\p{Cc}\p{Cf}\p{Z}\uFEFF]/gu;

/** Everything in a document that a reader's program could run or load from a scheme it should not. */
export function unsafeNodes(document: Document): string[] {
  return [
    ...document.tree.children.flatMap((node) => unsafeTree(node)),
    ...document.segments.flatMap(({ codes }) => codes.flatMap((code) => unsafeCode(code))),
    ...unsafeUrl(document.meta.canonicalUrl ?? ''),
  ];
}

function unsafeTree(node: TreeNode): string[] {
  const own = [
    ...(TREE_TYPES.has(node.type) ? [] : [`node ${node.type}`]),
    ...unsafeMembers(node),
    ...('url' in node ? unsafeUrl(node.url ?? '') : []),
  ];
  return 'children' in node ? [...own, ...node.children.flatMap((child) => unsafeTree(child))] : own;
}

function unsafeCode(code: InlineCode): string[] {
  return [
    ...(CODE_KINDS.has(code.kind) ? [] : [`code ${code.kind}`]),
    ...unsafeMembers(code),
    ...('url' in code ? unsafeUrl(code.url) : []),
    ...('lang' in code && code.lang !== undefined && !/^[\w-]+$/u.test(code.lang)
      ? [`lang ${code.lang}`]
      : []),
    ...('dateTime' in code && /[<>"']/u.test(code.dateTime ?? '') ? [`datetime ${code.dateTime ?? ''}`] : []),
  ];
}

function unsafeMembers(value: object): string[] {
  return Object.keys(value).flatMap((name) => (MEMBERS.has(name) ? [] : [`member ${name}`]));
}

function unsafeUrl(url: string): string[] {
  const scheme = /^([^/?#]*?):/u.exec(
    url.replaceAll(SKIPPED, '').replaceAll(/&colon;|&#0*58;?|&#x0*3a;?/giu, ':'),
  )?.[1];
  return scheme === undefined || /^(?:https?|mailto|tel)$/iu.test(scheme) ? [] : [`url ${url}`];
}
