import type { FootnoteDefinition, List, Parents, Root, RootContent } from 'mdast';
import { SKIP, visit } from 'unist-util-visit';
import { plainText } from './plain-text.ts';

const REFERENCE = /^#((?:foot|end)note)-(\d+)$/u;
const BACK = /^#((?:foot|end)note)-ref-(\d+)$/u;

/**
 * Makes footnotes of the numbered links to notes that the conversion of a Word document writes, and of
 * the list of notes at its end.
 */
export function readDocxNotes(root: Root): void {
  visit(root, 'link', (link, index, parent) => {
    const [, kind, number] = REFERENCE.exec(link.url) ?? [];
    if (kind === undefined || number === undefined || parent === undefined || index === undefined) {
      return undefined;
    }
    replace(parent, index, { type: 'footnoteReference', identifier: `${kind}-${number}` });
    return [SKIP, index + 1];
  });
  root.children = root.children.flatMap((node): RootContent[] =>
    node.type === 'list' ? definitionsOf(node) : [node],
  );
}

function replace(parent: Parents, index: number, node: RootContent): void {
  const children: RootContent[] = parent.children;
  children[index] = node;
}

/** The list itself where it holds no notes. */
function definitionsOf(list: List): (List | FootnoteDefinition)[] {
  const definitions = list.children.map((item): FootnoteDefinition | undefined => {
    const identifier = takeBackLink(item);
    return identifier === undefined
      ? undefined
      : { type: 'footnoteDefinition', identifier, children: item.children };
  });
  return definitions.every((definition) => definition !== undefined) ? definitions : [list];
}

/** Takes the arrow back to the text out of a note; answers the note's id. */
function takeBackLink(item: List['children'][number]): string | undefined {
  let identifier: string | undefined;
  visit(item, 'link', (link, index, parent) => {
    const [, kind, number] = BACK.exec(link.url) ?? [];
    if (kind === undefined || parent === undefined || index === undefined || plainText([link]).length > 2) {
      return undefined;
    }
    identifier = `${kind}-${number}`;
    parent.children.splice(index, 1);
    return [SKIP, index];
  });
  return identifier;
}
