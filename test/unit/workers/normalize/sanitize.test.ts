import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PROJECT_ROOT } from '../../../../config/project-root.ts';
import { PipelineError } from '../../../../shared/errors/errors.ts';
import { unsafeNodes } from '../../../support/unsafe-nodes.ts';
import { normalized } from './support.ts';

const CORPUS = join(PROJECT_ROOT, '..', 'shared', 'data', 'xss');

/** What of a payload came through in either format, with words around it so that there is an article. */
async function through(payload: string): Promise<string[]> {
  const contents = [payload, `<p>Words before</p>\n\n${payload}\n\nwords after`];
  const found = await Promise.all(
    ['html', 'markdown'].flatMap((format) => contents.map((content) => unsafeIn(content, format))),
  );
  return found.flat();
}

async function unsafeIn(content: string, format: string): Promise<string[]> {
  try {
    return unsafeNodes(await normalized(content, { format }));
  } catch (error) {
    return error instanceof PipelineError && error.code !== 'INTERNAL' ? [] : [String(error)];
  }
}

describe('sanitizing', () => {
  it.each([
    ['a script link', '<a href="javascript:alert(1)">x</a>'],
    ['a script link with a tab', '<a href="java\tscript:alert(1)">x</a>'],
    ['a script link with a soft hyphen', '<a href="java\u00ADscript:alert(1)">x</a>'],
    ['a script link with a zero-width space', '[x](\u200Bjavascript:alert(1))'],
    ['an entity for the colon', '[x](javascript&colon;alert(1))'],
    ['an escaped colon', '[x](javascript\\:alert(1))'],
    ['a reference', '[x][1]\n\n[1]: <JaVaScRiPt:alert(1)> "t"'],
    ['an autolink', '<javascript:alert(1)>'],
    ['a data address of a picture', '![x](data:image/svg+xml;base64,PHN2Zy8+)'],
    ['a figure', '<figure><img src="vbscript:x"><figcaption>Words</figcaption></figure>'],
    ['handlers', '<mark onclick="alert(1)" style="x:y" id="a" class="b">marked words</mark>'],
    ['a time with markup', '<time datetime="2026\'><script>alert(1)</script>">now</time>'],
    ['a language with markup', '<span lang="en\'onload=x">words</span>'],
    ['a direction of its own', '<bdo dir="javascript:x">words</bdo>'],
    ['a script', 'words<script>alert(1)</script>'],
    ['an SVG', '<svg><a xlink:href="javascript:alert(1)"><text>x</text></a></svg>'],
    ['a nested frame', '<iframe srcdoc="<script>alert(1)</script>"></iframe>words'],
    ['a base address', '<base href="javascript:/a/"><a href="x">words</a>'],
    ['a base that no address fits', '<base href="https://example.org"><a href="http://[">words</a>'],
    ['a footnote', 'words[^1]\n\n[^1]: [x](javascript:alert(1))'],
    ['a table', '| a |\n| - |\n| [x](javascript:alert(1)) |'],
    ['an element of our own', '<polywire-protected onclick=x>words</polywire-protected>'],
  ])('lets nothing of %s through', async (_, payload) => {
    expect(await through(payload)).toEqual([]);
  });

  it('sees what it should see', async () => {
    const document = await normalized('[x](https://example.org)');
    const [segment] = document.segments;
    const codes = (segment?.codes ?? []).map((code) => ({ ...code, url: 'java\nscript:x', onclick: 'y' }));
    const tampered = { ...document, segments: document.segments.map((each) => ({ ...each, codes })) };
    expect(unsafeNodes(tampered)).toEqual(['member onclick', 'url java\nscript:x']);
  });

  it('lets nothing through of pieces in any order', async () => {
    const pieces = [
      '<a href="',
      'javascript:x',
      '">',
      '</a>',
      '<img src=',
      ' onerror=x',
      '>',
      '<span lang=fr>',
      '</span>',
      '[a](',
      ')',
      '![',
      ']',
      '<mark>',
      '</mark>',
      '<p>',
      '\n\n',
      '`',
      '<ruby>',
      '<rt>',
      'words',
      ' translate=no',
      '<b>',
      '<div',
      '<!--',
      '-->',
      '<td>',
      '&colon;',
      '<time datetime="',
    ];
    await fc.assert(
      fc.asyncProperty(fc.array(fc.constantFrom(...pieces), { maxLength: 25 }), async (parts) => {
        expect(await through(parts.join(''))).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  it.skipIf(!existsSync(CORPUS))(
    'lets none of the collected payloads through',
    { timeout: 120_000 },
    async () => {
      const lines = readdirSync(CORPUS)
        .filter((file) => file.endsWith('.jsonl'))
        .flatMap((file) => readFileSync(join(CORPUS, file), 'utf8').split('\n'))
        .filter((line) => line !== '');
      expect(lines.length).toBeGreaterThan(100);
      const found: string[] = [];
      for (const line of lines) {
        const { payload }: { payload: string } = JSON.parse(line);
        found.push(...(await through(payload)).map((what) => `${what} in ${payload}`));
      }
      expect(found).toEqual([]);
    },
  );
});
