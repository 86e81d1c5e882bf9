import type { Element, ElementContent, Root } from 'hast';
import { contentsOf, isInline, walk } from './elements.ts';

const HOLDERS = new Set(['div', 'section', 'article', 'main', 'td', 'blockquote', 'center', 'body', 'font']);

/** Makes paragraphs of text that only doubled line breaks divide. */
export function splitBreaks(content: Root | Element): void {
  walk(content, (element) => {
    if (HOLDERS.has(element.tagName) && hasDoubleBreak(element)) {
      element.children = paragraphsOf(contentsOf(element));
    }
  });
}

function hasDoubleBreak(element: Element): boolean {
  const shown = element.children.filter((child) => child.type !== 'text' || child.value.trim() !== '');
  return shown.some((child, index) => isBreak(child) && isBreak(shown[index + 1]));
}

function isBreak(node: ElementContent | undefined): boolean {
  return node?.type === 'element' && node.tagName === 'br';
}

function paragraphsOf(children: readonly ElementContent[]): ElementContent[] {
  const result: ElementContent[] = [];
  let run: ElementContent[] = [];
  const close = (): void => {
    const shown = run.findLastIndex((node) => !isBreak(node) && !isSpace(node));
    if (shown !== -1) {
      result.push({ type: 'element', tagName: 'p', properties: {}, children: run.slice(0, shown + 1) });
    }
    run = [];
  };
  for (const child of children) {
    const isBlock = child.type === 'element' && !isInline(child) && child.tagName !== 'img';
    const last = run.findLast((node) => !isSpace(node));
    if (isBlock) {
      close();
      result.push(child);
    } else if (isBreak(child) && (last === undefined || isBreak(last))) {
      close();
    } else {
      run.push(child);
    }
  }
  close();
  return result;
}

function isSpace(node: ElementContent): boolean {
  return node.type === 'text' && node.value.trim() === '';
}
