import type { Options as Schema } from 'rehype-sanitize';
import { IMAGE_SCHEMES, LINK_SCHEMES } from './safe-url.ts';

/** Classes that the page's own style sheet knows; no other class passes. */
const PAGE_CLASSES = [
  'kicker',
  'byline',
  'dates',
  'status',
  'origin',
  'credit',
  'article-body',
  'to-end',
  'to-center',
] as const;

const SECTION_TAGS = ['main', 'article', 'header', 'footer', 'section', 'div', 'figure', 'figcaption'];
const BLOCK_TAGS = 'p h1 h2 h3 h4 h5 h6 hr blockquote ul ol li pre table thead tbody tr th td'.split(' ');
const PHRASING_TAGS =
  'a img em strong del code kbd br sup sub span input time cite dfn bdi bdo mark ins u abbr small q ruby rt rp'.split(
    ' ',
  );

/**
 * What an article's HTML may contain. An allow list of our own: the usual one drops `figure`,
 * `time`, `bdi` and other elements that news needs, and keeps presentational attributes.
 */
export const SANITIZE_SCHEMA: Schema = {
  strip: ['script', 'style', 'template', 'noscript', 'iframe', 'object'],
  // Ids come from footnotes alone and carry a prefix from there.
  clobber: [],
  ancestors: {
    thead: ['table'],
    tbody: ['table'],
    tr: ['table'],
    th: ['table'],
    td: ['table'],
    figcaption: ['figure'],
    rt: ['ruby'],
    rp: ['ruby'],
  },
  tagNames: [...SECTION_TAGS, ...BLOCK_TAGS, ...PHRASING_TAGS],
  attributes: {
    '*': ['lang', 'dir', 'translate', 'dataOrigin', 'dataReview', ['className', ...PAGE_CLASSES]],
    a: [
      'href',
      'hrefLang',
      'rel',
      'title',
      'id',
      'ariaDescribedBy',
      'ariaLabel',
      'dataFootnoteRef',
      'dataFootnoteBackref',
    ],
    abbr: ['title'],
    blockquote: ['cite'],
    dfn: ['title'],
    code: [['className', /^language-[\w+#.-]+$/u]],
    h2: ['id', ['className', 'sr-only']],
    img: ['src', 'alt', 'title', 'loading', 'decoding'],
    input: [['type', 'checkbox'], ['disabled', true], 'checked'],
    li: ['id', ['className', 'task-list-item']],
    ol: ['start'],
    p: [['role', 'note']],
    q: ['cite'],
    section: ['dataFootnotes', ['className', 'footnotes']],
    time: ['dateTime'],
    ul: [['className', 'contains-task-list']],
  },
  required: { input: { type: 'checkbox', disabled: true } },
  protocols: {
    href: [...LINK_SCHEMES],
    src: [...IMAGE_SCHEMES],
    cite: [...IMAGE_SCHEMES],
  },
};
