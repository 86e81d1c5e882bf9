import type { Element, Root } from 'hast';
import { stringProperty } from '../hast-properties.ts';
import { kindOfNames, type NameKind } from './clutter-names.ts';
import { isHeading, keepChildren, namesOf } from './elements.ts';
import { NO_TEXT, type TextMeasures } from './measure-text.ts';
import { holdsElement } from './own-elements.ts';

/** How much of the page's prose an element may hold and still be taken out; above it, it is a wrapper. */
const MOST = { unseen: 0.4, comments: 0.9, furniture: 0.3, tag: 0.3 } as const;

const TAGS = new Set(
  'nav footer aside form button menu dialog input label meter progress amp-ad amp-sticky-ad amp-embed amp-sidebar amp-social-share amp-consent amp-user-notification amp-next-page amp-lightbox'.split(
    ' ',
  ),
);
const ROLES = new Set(
  'navigation complementary contentinfo search banner dialog alertdialog menu menubar toolbar tablist form button tooltip'.split(
    ' ',
  ),
);

/**
 * Takes out of a page what its elements, roles, names and states say is no text of the article. What
 * holds a large part of the page's prose, or its headline, stays, whatever its name says.
 */
export function removeClutter(root: Root, measures: TextMeasures, headline: Element | undefined): void {
  const all = measures.get(root)?.prose ?? 0;
  const prune = (parent: Root | Element, inBody: boolean): void => {
    keepChildren(parent, (child) => {
      if (child.type !== 'element') {
        return child.type === 'text';
      }
      const prose = (measures.get(child) ?? NO_TEXT).prose;
      const kind = clutterOf(child, inBody);
      const most = kind === undefined ? 0 : MOST[kind] * all;
      if (kind !== undefined && prose <= most && !holdsElement(child, headline)) {
        return false;
      }
      prune(child, inBody || child.tagName === 'blockquote' || child.tagName === 'figure');
      return true;
    });
  };
  prune(root, false);
}

/** Quotes and figures have footers and captions of their own, and buttons to enlarge them. */
function clutterOf(element: Element, quoted: boolean): keyof typeof MOST | undefined {
  if (isHidden(element)) {
    return 'unseen';
  }
  const role = stringProperty(element, 'role');
  if (TAGS.has(element.tagName) || (role !== undefined && ROLES.has(role))) {
    return quoted && element.tagName === 'footer' ? undefined : 'tag';
  }
  if (isHeading(element) || element.tagName === 'body' || element.tagName === 'article') {
    return undefined;
  }
  const kind = kindOfNames(namesOf(element));
  return isClutter(kind) ? kind : undefined;
}

function isClutter(kind: NameKind | undefined): kind is 'comments' | 'furniture' | 'unseen' {
  return kind === 'comments' || kind === 'furniture' || kind === 'unseen';
}

function isHidden(element: Element): boolean {
  const { hidden, ariaHidden, style, className } = element.properties;
  return (
    (hidden !== undefined && hidden !== null && hidden !== false && hidden !== 'until-found') ||
    (ariaHidden === 'true' && element.tagName !== 'img') ||
    (typeof style === 'string' && /display\s*:\s*none|visibility\s*:\s*hidden/iu.test(style)) ||
    (Array.isArray(className) &&
      className.includes('hidden') &&
      !className.some((name) => typeof name === 'string' && name.includes(':')))
  );
}
