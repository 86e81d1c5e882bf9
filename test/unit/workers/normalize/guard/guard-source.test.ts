import { describe, expect, it } from 'vitest';
import type { SourceFormat } from '../../../../../shared/document/article.ts';
import { PipelineError } from '../../../../../shared/errors/errors.ts';
import { guardSource } from '../../../../../workers/normalize/guard/guard-source.ts';
import { LIMITS } from '../../../../../workers/normalize/guard/limits.ts';
import { normalized } from '../support.ts';

function refusal(content: string, format: SourceFormat): { code: string; limit: unknown } | undefined {
  try {
    guardSource(content, format);
    return undefined;
  } catch (error) {
    if (error instanceof PipelineError) {
      return { code: error.code, limit: error.details['limit'] };
    }
    throw error;
  }
}

const TOO_COMPLEX: readonly (readonly [string, SourceFormat, string, string])[] = [
  ['list marks on one line', 'markdown', '- '.repeat(8_000), 'containersPerLine'],
  ['quote marks on one line', 'markdown', '> '.repeat(1_500), 'containersPerLine'],
  [
    'lists nested by indentation',
    'markdown',
    Array.from({ length: 400 }, (_, i) => `${' '.repeat(i * 2)}- a`).join('\n'),
    'containersPerLine',
  ],
  ['a long run of backticks', 'markdown', `a ${'`'.repeat(65)} b`, 'delimiterRun'],
  [
    'emphasis that opens and never closes',
    'markdown',
    '*a '.repeat(3_000) + 'b* '.repeat(3_000),
    'openersPerBlock',
  ],
  ['nested brackets', 'markdown', '[ '.repeat(3_000) + '](x) '.repeat(3_000), 'openersPerBlock'],
  ['processing instructions', 'markdown', 'a <?'.repeat(3_000), 'openersPerBlock'],
  [
    'openers behind a fence that is none',
    'markdown',
    `<!--\n\n\`\`\`\n-->\n${'*a '.repeat(3_000)}`,
    'openersPerBlock',
  ],
  [
    'openers behind a row that makes no table',
    'markdown',
    `a\n-|-\n${'*a *a *a\n'.repeat(1_000)}`,
    'openersPerBlock',
  ],
  [
    'many blocks that are each just within the limit',
    'markdown',
    `${'*a '.repeat(450)}${'b* '.repeat(450)}\n\n`.repeat(60),
    'inlineWork',
  ],
  ['a table of very many cells', 'markdown', `|a|b|\n|-|-|\n${'|a|b|\n'.repeat(11_000)}`, 'tableCells'],
  ['underlined headings without blank lines', 'markdown', 'a\n=\n'.repeat(500), 'underlinesPerBlock'],
  ['very many link definitions', 'markdown', '[a]: /x\n\n'.repeat(6_000), 'definitions'],
  ['very many lines', 'markdown', 'a\n'.repeat(31_000), 'lines'],
  ['nested elements', 'html', '<div>'.repeat(2_000), 'elementDepth'],
  ['formatting elements that nothing closes', 'html', '<b><p>'.repeat(10_000), 'elementDepth'],
  ['nested tables', 'html', '<table><tr><td>'.repeat(300), 'elementDepth'],
  ['elements that a quote in a tag seems to hide', 'html', '<b "><i>'.repeat(200), 'elementDepth'],
  ['elements after a script in a comment', 'html', `<!-- <script> -->${'<div>'.repeat(200)}`, 'elementDepth'],
  ['elements whose end tags stand in comments', 'html', '<b><!--</b>-->'.repeat(200), 'elementDepth'],
  ['self-closed elements outside SVG', 'html', '<b/>'.repeat(200), 'elementDepth'],
  [
    'an element of very many attributes',
    'html',
    `<p ${Array.from({ length: 65 }, (_, i) => `a${i}=x`).join(' ')}>`,
    'attributesPerElement',
  ],
  [
    'elements behind an end tag of very many attributes',
    'html',
    `</p ${'a '.repeat(99)}>${'<div>'.repeat(200)}`,
    'elementDepth',
  ],
  [
    'very many wide cells',
    'html',
    `<table>${'<tr><td colspan=1000>x</td></tr>'.repeat(101)}</table>`,
    'wideCells',
  ],
  [
    'very many tall cells',
    'html',
    `<table>${'<tr><td rowspan="65534">x</td></tr>'.repeat(101)}</table>`,
    'wideCells',
  ],
  ['very many lines of plain text', 'text', 'a\r\n'.repeat(31_000), 'lines'],
  ['very many elements', 'html', '<i></i>'.repeat(101_000), 'elements'],
];

describe('guardSource', () => {
  it.each(TOO_COMPLEX)('refuses %s', (_name, format, content, limit) => {
    expect(refusal(content, format)).toEqual({ code: 'SOURCE_TOO_COMPLEX', limit });
  });

  it.each<[string, SourceFormat, string]>([
    ['a code block full of markup', 'markdown', `\`\`\`c\n${'*a[i] = _b_[*p];\n'.repeat(400)}\`\`\``],
    ['a table of many links', 'markdown', `| a | b |\n|---|---|\n${'| [x](y) | *z* |\n'.repeat(800)}`],
    ['a list of many links', 'markdown', '- [x](y) and *z*\n'.repeat(800)],
    ['an HTML table in Markdown', 'markdown', `<table>\n${'<tr><td>x</td></tr>\n'.repeat(500)}</table>`],
    ['a rule of many signs', 'markdown', `a\n\n${'*'.repeat(200)}\n\nb`],
    ['list items without end tags', 'html', `<ul>${'<li>a'.repeat(500)}</ul>`],
    ['a picture of many self-closed shapes', 'html', `<svg>${'<path/>'.repeat(500)}</svg>`],
    ['markup inside a script', 'html', `<script>"${'<div>'.repeat(500)}"</script><p>a</p>`],
  ])('lets %s pass', (_name, format, content) => {
    expect(refusal(content, format)).toBeUndefined();
  });

  it('refuses more bytes than allowed and says how many there are', () => {
    expect(refusal('é'.repeat(LIMITS.bytes / 2 + 1), 'text')?.code).toBe('SOURCE_TOO_LARGE');
    expect(refusal('é'.repeat(LIMITS.bytes / 2), 'text')).toBeUndefined();
  });

  it.each<SourceFormat>(['markdown', 'html', 'text', 'json'])('refuses empty %s', (format) => {
    expect(refusal(' \n\t ', format)?.code).toBe('SOURCE_EMPTY');
  });

  it.each([['html', `<table>${'<tr><td colspan=100>x</td></tr>'.repeat(3_000)}</table>`]])(
    'cuts the spans of a large %s table instead of refusing it',
    { timeout: 20_000 },
    async (format, content) => {
      expect((await normalized(content, { format })).segments).toHaveLength(3_000);
    },
  );

  it('lets a page be that uses a very wide cell as a trick', () => {
    expect(refusal('<table><tr><td colspan=1000>x</td></tr><tr><td>y</table>', 'html')).toBeUndefined();
  });

  it.each<[SourceFormat, string, string]>([
    ['text', 'Go on. '.repeat(21_000), 'sentences'],
    ['html', `<p>${'去吧。'.repeat(21_000)}</p>`, 'sentences'],
    ['html', '<p>a</p>'.repeat(10_001), 'blocks'],
    ['text', 'word '.repeat(110_000), 'charactersPerBlock'],
  ])('refuses %s of more text than an article has', async (format, content, limit) => {
    await expect(normalized(content, { format })).rejects.toMatchObject({
      code: 'SOURCE_TOO_COMPLEX',
      details: { limit },
    });
  });

  it.each([
    ['html', `<table><tr>${'<td>x'.repeat(5_000)}</tr>${'<tr><td>x</tr>'.repeat(5_000)}</table>`],
    ['markdown', `${'|a'.repeat(3_000)}|\n${'|-'.repeat(3_000)}|\n${'x|\n'.repeat(3_000)}`],
  ])('refuses a %s table that is wide in one row and long', async (format, content) => {
    await expect(normalized(content, { format })).rejects.toMatchObject({ details: { limit: 'tableCells' } });
  });

  it('guards the body of a JSON article by its own format', async () => {
    const content = JSON.stringify({ body: '<div>'.repeat(2_000), bodyFormat: 'html' });
    await expect(normalized(content, { format: 'json' })).rejects.toMatchObject({
      code: 'SOURCE_TOO_COMPLEX',
    });
  });
});
