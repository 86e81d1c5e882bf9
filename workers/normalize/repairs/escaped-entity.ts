import { editsOf, type TextRule } from './text-rule.ts';

/** Entities that stand for marks of running text; `&lt;` and `&gt;` may be meant as they are. */
const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  nbsp: '\u00A0',
  quot: '"',
  apos: "'",
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
  laquo: '«',
  raquo: '»',
  ndash: '–',
  mdash: '—',
  hellip: '…',
  bull: '•',
  middot: '·',
  copy: '©',
  shy: '',
};
const ENTITY = /&(?:amp;)?(?<name>[a-z]{3,6}|#x?[\da-f]{2,6});/giu;
/** A text about entities shows them. */
const IS_ABOUT = /\bentit|\bHTML\b|\bXML\b|\bescap|&(?:lt|gt);/iu;

/** Character references that were escaped twice show in the text as "&nbsp;" or "&#8217;". */
export const escapedEntity: TextRule = {
  name: 'escaped-entity',
  description: 'Resolves character references that show in the text, such as "&nbsp;"',
  confidence: 0.9,
  find: ({ text }) =>
    text.includes('&') && !IS_ABOUT.test(text)
      ? editsOf(text, ENTITY, (match) => resolve(match.groups?.['name']?.toLowerCase() ?? ''))
      : [],
};

function resolve(name: string): string | undefined {
  if (!name.startsWith('#')) {
    return ENTITIES[name];
  }
  const code = name.startsWith('#x') ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
  const isMark = (code >= 0x20 && code < 0x7f) || (code >= 0xa0 && code < 0xd800) || code > 0xffff;
  return isMark && code <= 0x10ffff && code !== 60 && code !== 62 ? String.fromCodePoint(code) : undefined;
}
