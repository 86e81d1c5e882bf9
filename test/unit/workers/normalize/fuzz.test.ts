import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SOURCE_FORMATS, type SourceFormat } from '../../../../shared/document/article.ts';
import { Document } from '../../../../shared/document/document.ts';
import { revertText } from '../../../../shared/document/revert-repairs.ts';
import { PipelineError } from '../../../../shared/errors/errors.ts';
import { normalized } from './support.ts';

const DOCUMENTED = [
  'SOURCE_TOO_LARGE',
  'SOURCE_TOO_COMPLEX',
  'SOURCE_EMPTY',
  'SOURCE_UNREADABLE',
  'SOURCE_LOCALE_UNKNOWN',
];
const format = fc.constantFrom(...SOURCE_FORMATS);

/** A document that keeps every promise, or one of the documented errors: nothing else. */
async function check(content: string, over: Readonly<Record<string, unknown>>): Promise<void> {
  let document: Document;
  try {
    document = await normalized(content, over);
  } catch (error) {
    if (error instanceof PipelineError && DOCUMENTED.includes(error.code)) {
      return;
    }
    throw error;
  }
  Document.parse(document);
  checkSpans(document);
}

function checkSpans({ blocks, segments, overlays }: Document): void {
  const texts = new Map(blocks.map(({ id }) => [id, '']));
  const ids = new Set<string>();
  for (const { id, blockId, text, codes, joinBefore } of segments) {
    expect(ids.has(id)).toBe(false);
    ids.add(id);
    expect(text.normalize('NFC')).toBe(text);
    expect(codes.every(({ start, end }) => start < end && end <= text.length)).toBe(true);
    texts.set(blockId, (texts.get(blockId) ?? '') + joinBefore + text);
  }
  for (const [blockId, text] of texts) {
    const repairs = overlays.repairs.filter((repair) => repair.blockId === blockId);
    let position = 0;
    for (const { span, after } of repairs) {
      expect(span.start).toBeGreaterThanOrEqual(position);
      expect(text.slice(span.start, span.end)).toBe(after);
      position = span.end;
    }
    const submitted = revertText(text, repairs);
    const change = repairs.reduce((sum, { before, after }) => sum + before.length - after.length, 0);
    expect(submitted.length).toBe(text.length + change);
  }
}

const MARKDOWN = [
  '# ',
  '## ',
  '- ',
  '1. ',
  '> ',
  '    ',
  '```\n',
  '| a | b |\n|---|---|\n',
  '![](a.jpg) |\n|---|\n| ',
  ' Photo: AP |',
  '*',
  '**',
  '_',
  '`',
  '[',
  '](http://a.b)',
  '![',
  '<div>',
  '</div>',
  '<b>',
  '<!--',
  '-->',
  '&amp;',
  '\\',
  '[^1]',
  '[^1]: ',
  'By Anna Smith (AP)',
  'LISBON (Reuters) - ',
  'january 12',
  'mr. smith',
  "mexico's",
  '\n',
  '\n\n',
  '  \n',
  '---\n',
  '---\ntitle: a\n---\n',
  '\u00AD',
  '\u200B',
  '\u202E',
  '\u00A0',
  '\uFFFC',
  '\uFFFD',
  '\u0000',
  'e\u0301',
  '\u00C3\u00A9',
  '\uD83D',
  '😀',
  '港は。',
  'שלום',
  ' ',
  '. ',
  '“',
  '"',
  '…',
];
const HTML = [
  '<html lang="fr">',
  '<head>',
  '<title>A title</title>',
  '<meta charset="koi8-r">',
  '<meta name="author" content="A B">',
  '<body>',
  '<article>',
  '</article>',
  '<h1>',
  '</h1>',
  '<p>',
  '</p>',
  '<figure>',
  '<img src="a.jpg" alt="An alt">',
  '<figcaption>',
  '</figure>',
  '<table>',
  '<tr>',
  '<td colspan=9>',
  '</table>',
  '<ul>',
  '<li>',
  '</ul>',
  '<b>',
  '</i>',
  '<a href="javascript:x">',
  '</a>',
  '<ruby>',
  '<rt>',
  '<time datetime="2026-01-12">',
  '<script type="application/ld+json">{"@type":"NewsArticle","headline":"A"}</script>',
  '<script>',
  '<style>',
  '<svg>',
  '<math>',
  '<template>',
  '<br>',
  '<br><br>',
  '<hr>',
  '<pre>',
  '<code>',
  '<blockquote>',
  '<span lang="de" dir="rtl">',
  '<bdi>',
  '<p translate="no">',
  '<input>',
  '<select><option>',
  '<!-- a -->',
  '<![CDATA[',
  '<?',
  '&nbsp;',
  '&#0;',
  '&#x110000;',
  'Text of the harbour. ',
  'Read also: ',
  'january 12 ',
  '</',
  '<',
  '>',
  '"',
  '\n',
];
const JSON_VALUES = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 3 },
    fc.string(),
    fc.integer(),
    fc.boolean(),
    fc.constant(null),
    fc.constantFrom(
      '<p>Text.</p>',
      '# A',
      '2026-01-12',
      '2026-01-12T08:00:00Z',
      'html',
      'markdown',
      'text',
      'en',
      'picture',
      'main',
    ),
    fc.array(tie('value'), { maxLength: 4 }),
    tie('object'),
  ),
  object: fc.dictionary(
    fc.constantFrom(
      'headline',
      'title',
      'byline',
      'author',
      'body',
      'bodyFormat',
      'language',
      'publishedAt',
      'keywords',
      'uri',
      'type',
      'body_html',
      'body_text',
      'bodies',
      'headlines',
      'value',
      'role',
      'versioncreated',
      'by',
      'associations',
      'renditions',
      'href',
      'name',
      'section',
      'canonicalUrl',
      'genre',
      'subject',
      'place',
      '__proto__',
      'constructor',
    ),
    tie('value'),
    { maxKeys: 8 },
  ),
}));

/** Mostly whole articles, with members of any type among those that are right. */
const JSON_ARTICLES = fc
  .tuple(
    fc.constantFrom('Text.', '# A\n\nText of january 12.', '<p>Text.</p>'),
    JSON_VALUES.object,
    fc.boolean(),
  )
  .map(([body, others, isWhole]) =>
    JSON.stringify(isWhole ? { uri: 'urn:a', ...Object(others), body, body_html: body } : others),
  );

const piecesOf = (pieces: readonly string[]): fc.Arbitrary<string> =>
  fc
    .array(
      fc.oneof(
        { weight: 6, arbitrary: fc.constantFrom(...pieces) },
        { weight: 1, arbitrary: fc.string({ unit: 'binary' }) },
      ),
      { maxLength: 40 },
    )
    .map((parts) => parts.join(''));
const locale = fc.constantFrom(undefined, 'en', 'fr', 'ja', 'ar', 'xx');

describe('normalize, whatever it is given', () => {
  it('reads or refuses any bytes in any format', { timeout: 20_000 }, async () => {
    const charset = fc.constantFrom(undefined, 'utf-8', 'utf-16le', 'shift_jis', 'latin1', 'nonsense', '');
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), format, charset, async (bytes, name, label) =>
        check(Buffer.from(bytes).toString('base64'), {
          format: name,
          contentEncoding: 'base64',
          charset: label,
          sourceLocale: undefined,
        }),
      ),
      { numRuns: 250 },
    );
  });

  it('reads or refuses any text in any format', { timeout: 20_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.string({ unit: 'binary', maxLength: 300 }),
        format,
        locale,
        async (text, name, sourceLocale) => check(text, { format: name, sourceLocale }),
      ),
      { numRuns: 250 },
    );
  });

  it.each(['<a href="javascript:x"><ul>\u000Eb', '<a href="javascript:x"><tr><html lang="fr"><pre>a'])(
    'reads parts of lists and tables in a link: %j',
    async (html) => {
      await check(html, { format: 'html' });
    },
  );

  it('tells half a character from none when it names sentences', async () => {
    await check('\uFFFD\n\n\uD83D\n\n\u00E9', { format: 'markdown' });
  });

  it.each<[SourceFormat, fc.Arbitrary<string>]>([
    ['markdown', piecesOf(MARKDOWN)],
    ['text', piecesOf(MARKDOWN)],
    ['html', piecesOf(HTML)],
    ['json', JSON_ARTICLES],
    ['ninjs', JSON_ARTICLES],
  ])(
    'keeps its promises for %s that is put together at random',
    { timeout: 20_000 },
    async (name, content) => {
      await fc.assert(
        fc.asyncProperty(content, locale, async (text, sourceLocale) =>
          check(text, { format: name, sourceLocale }),
        ),
        { numRuns: 250 },
      );
    },
  );
});
