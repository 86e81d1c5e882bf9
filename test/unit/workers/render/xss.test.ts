import { describe, expect, it } from 'vitest';
import type { Document } from '../../../../shared/document/document.ts';
import { OUTPUT_FORMATS } from '../../../../shared/document/output-format.ts';
import type { TreeNode } from '../../../../shared/document/tree.ts';
import { OUTPUT_READERS } from '../../../bench/render/xss/read-output.ts';
import { documentOf } from '../../../support/builders.ts';
import { unsafeHtml } from '../../../support/unsafe-html.ts';
import { type Answer, coded, image, link, render, strong, write } from './render-input.ts';

const TEXTS = [
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '<svg/onload=alert(1)>',
  '"><script>alert(1)</script>',
  "' onmouseover='alert(1)",
  '" onfocus="alert(1)" autofocus="',
  '</style><script>alert(1)</script>',
  '</title><script>alert(1)</script>',
  '</article></main></body><iframe src=javascript:alert(1)>',
  '<!--><script>alert(1)</script>-->',
  '<![CDATA[<script>alert(1)</script>]]>',
  '<?xml version="1.0"?><script>alert(1)</script>',
  '<math><mtext></mtext><mglyph><style><img src=x onerror=alert(1)></style></mglyph></math>',
  '<details open ontoggle=alert(1)>x</details>',
  '<a href="javascript:alert(1)">x</a>',
  '<form action="javascript:alert(1)"><button>x</button></form>',
  '<base href="https://attacker.example/">',
  '<meta http-equiv="refresh" content="0;url=javascript:alert(1)">',
  '<object data="data:text/html,<script>alert(1)</script>"></object>',
  '&lt;script&gt;alert(1)&lt;/script&gt;',
  '&#60;script&#62;alert(1)&#60;/script&#62;',
  '\\<script>alert(1)\\</script>',
  '[x](javascript:alert(1))',
  '![x](javascript:alert(1))',
  '<javascript:alert(1)>',
  '[x]: javascript:alert(1)',
  '[x][y]\n\n[y]: javascript:alert(1)',
  '```\n<script>alert(1)</script>\n```',
  '    <script>alert(1)</script>',
  '- <b onclick=alert(1)>x',
  '| a |\n|---|\n| <img src=x onerror=alert(1)> |',
  '---\n<script>alert(1)</script>',
  '\u0000<script>alert(1)</script>',
  '<scr\u0000ipt>alert(1)</scr\u0000ipt>',
  '\uFF1Cscript\uFF1Ealert(1)\uFF1C/script\uFF1E',
  '{{constructor.constructor("alert(1)")()}}',
  '$t(byline)',
  '\u202E<script>alert(1)</script>',
  '`<script>alert(1)</script>`',
  '*<img src=x onerror=alert(1)>*',
];

const URLS = [
  'javascript:alert(1)',
  'JaVaScRiPt:alert(1)',
  ' javascript:alert(1)',
  '\u0001javascript:alert(1)',
  'java\tscript:alert(1)',
  'java\nscript:alert(1)',
  'java\u200Bscript:alert(1)',
  'javascript&colon;alert(1)',
  'javascript&#58;alert(1)',
  'javascript&#x3A;alert(1)',
  'vbscript:msgbox(1)',
  'data:text/html,<script>alert(1)</script>',
  'data:image/svg+xml,<svg onload=alert(1)>',
  'blob:https://example.org/1',
  'filesystem:https://example.org/1',
  'file:///etc/passwd',
  'feed:javascript:alert(1)',
  'view-source:javascript:alert(1)',
  'jar:javascript:alert(1)',
  'intent://x#Intent;scheme=javascript;end',
  'livescript:alert(1)',
  'https://example.org/"onmouseover="alert(1)',
  "https://example.org/'><script>alert(1)</script>",
  'https://example.org/) <img src=x onerror=alert(1)>',
  'https://example.org/\n\n<script>alert(1)</script>',
  'https://example.org/](javascript:alert(1))',
];

describe.each(TEXTS.map((payload) => [payload]))('text %j', (payload) => {
  it('stays text as a source, as a target and as metadata', () => {
    expect(through(hostileText(payload))).toEqual([]);
    expect(through(documentOf([['A plain sentence.']]), { 'A plain sentence.': payload })).toEqual([]);
  });
});

describe.each(URLS.map((payload) => [payload]))('URL %j', (payload) => {
  it('is not followed from a link, a picture, a figure, a translation or the metadata', () => {
    const target = { text: 'See it here.', codes: [link(1, 4, 6, payload)] };
    expect(through(hostileUrl(payload))).toEqual([]);
    expect(through(hostileUrl(payload), { 'See it here.': target })).toEqual([]);
  });
});

it('keeps the words of a link whose URL is refused', async () => {
  const { outputs } = await render(hostileUrl('javascript:alert(1)'), 'en');
  expect(outputs.html).toContain('<p>See it here.</p>');
});

it('keeps links and pictures of allowed schemes', async () => {
  const { outputs } = await render(hostileUrl('https://example.org/a?b=1&c=2'), 'en');
  expect(outputs.html).toContain('<a href="https://example.org/a?b=1&#x26;c=2">');
  expect(outputs.html).toContain('<img src="https://example.org/a?b=1&#x26;c=2"');
});

/** What runs, or is nobody's, in what every reader of every format makes of an article. */
function through(document: Document, answers: Readonly<Record<string, Answer>> = {}): string[] {
  return OUTPUT_FORMATS.flatMap((format) => {
    const body = write(format, document, 'he', answers);
    return Object.entries(OUTPUT_READERS[format]).flatMap(([reader, read]) => {
      const { executable, leftover } = unsafeHtml(read(body));
      return [...executable, ...leftover].map((what) => `${format}, ${reader}: ${what}`);
    });
  });
}

function hostileText(payload: string): Document {
  const codes = [strong(1, 0, payload.length)];
  const document = documentOf(
    [
      [{ text: payload, codes }, payload],
      { kind: 'heading', sentences: [payload] },
      { kind: 'list-item', sentences: [payload] },
      { kind: 'quote', sentences: [payload] },
      { kind: 'table-cell', sentences: [payload] },
      { kind: 'description', sentences: [payload] },
      { kind: 'alt', sentences: [payload] },
    ],
    {
      headline: payload,
      externalId: payload,
      publishedAt: payload,
      meta: {
        byline: [{ name: payload }],
        agency: payload,
        dateline: payload,
        section: payload,
        keywords: [payload],
        modifiedAt: payload,
        canonicalUrl: payload,
      },
    },
  );
  const [first] = document.segments;
  const extra: TreeNode[] = [
    { type: 'code', lang: payload, meta: payload, value: payload },
    { type: 'figure', url: payload, credit: { role: 'source', name: payload }, children: [] },
    {
      type: 'footnoteDefinition',
      identifier: payload,
      children: [{ type: 'paragraph', children: [{ type: 'segment', id: first?.id ?? '' }] }],
    },
  ];
  return { ...document, tree: { type: 'root', children: [...document.tree.children, ...extra] } };
}

function hostileUrl(url: string): Document {
  const document = documentOf(
    [
      [{ text: 'See it here.', codes: [link(1, 4, 6, url)] }],
      [coded('A picture \uFFFC here.', [image(1, 10, url)])],
      [coded('Code \uFFFC here.', [{ ...image(1, 5), kind: 'code', value: url }])],
    ],
    { meta: { canonicalUrl: url } },
  );
  const figure: TreeNode = { type: 'figure', url, children: [] };
  return { ...document, tree: { type: 'root', children: [...document.tree.children, figure] } };
}
