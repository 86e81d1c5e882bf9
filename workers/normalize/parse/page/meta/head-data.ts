import type { Root } from 'hast';
import { stringProperty } from '../../hast-properties.ts';
import { lineOf, walk } from '../elements.ts';

/** What a page's head states, names in lower case. */
export interface HeadData {
  /** Contents of `meta` by property, name or itemprop, in order. */
  readonly meta: ReadonlyMap<string, readonly string[]>;
  readonly title?: string;
  readonly canonical?: string;
  readonly base?: string;
  readonly language?: string;
}

const MAX_METAS = 400;

/** Reads `meta`, `title`, `link rel=canonical`, `base` and `html lang`, wherever they stand. */
export function readHead(root: Root): HeadData {
  const meta = new Map<string, string[]>();
  const found: { title?: string; canonical?: string; base?: string; language?: string } = {};
  const keep = (key: keyof typeof found, value: string | undefined): void => {
    if (value !== undefined) {
      found[key] ??= value;
    }
  };
  let metas = 0;
  walk(root, (element) => {
    switch (element.tagName) {
      case 'meta': {
        metas += 1;
        const content = stringProperty(element, 'content') ?? stringProperty(element, 'dateTime');
        const names = ['property', 'name', 'itemProp', 'httpEquiv'].flatMap(
          (name) => stringProperty(element, name)?.toLowerCase() ?? [],
        );
        if (content !== undefined && metas <= MAX_METAS) {
          for (const name of names) {
            meta.set(name, [...(meta.get(name) ?? []), content]);
          }
        }
        return;
      }
      case 'title':
        keep('title', lineOf(element) || undefined);
        return;
      case 'link':
        if (/\bcanonical\b/iu.test(stringProperty(element, 'rel') ?? '')) {
          keep('canonical', stringProperty(element, 'href'));
        }
        return;
      case 'base':
        keep('base', stringProperty(element, 'href'));
        return;
      case 'html':
        keep('language', stringProperty(element, 'lang') ?? stringProperty(element, 'xml:lang'));
    }
  });
  return { meta, ...found };
}

/** The first content that any of the names has, best name first. */
export function metaOf(head: HeadData, ...names: readonly string[]): string | undefined {
  return names.flatMap((name) => head.meta.get(name)?.[0] ?? [])[0];
}
