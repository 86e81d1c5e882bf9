import type { Document } from '../../../shared/document/document.ts';
import { documentText } from './document-text.ts';

/** The words of an article as a rendition shows them below its headline. */
export function bodyText(document: Document): string {
  const children = document.tree.children.filter(
    (node) => node.type !== 'heading' || node.role !== 'headline',
  );
  return documentText({ ...document, tree: { ...document.tree, children } });
}
