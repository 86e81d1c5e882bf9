import { describe, expect, it } from 'vitest';
import { parseDocx } from '../../../../../workers/normalize/parse/parse-docx.ts';
import { zipOf } from '../../../../support/zip.ts';
import { normalized, textsOf } from '../support.ts';

const NAMESPACES =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

function paragraph(text: string, style?: string): string {
  const properties = style === undefined ? '' : `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>`;
  return `<w:p>${properties}<w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`;
}

function docxOf(body: string, parts: Readonly<Record<string, string>> = {}): Buffer {
  return zipOf({
    '[Content_Types].xml':
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
    '_rels/.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="${RELATIONS}/officeDocument" Target="word/document.xml"/></Relationships>`,
    'word/_rels/document.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="${RELATIONS}/footnotes" Target="footnotes.xml"/><Relationship Id="r2" Type="${RELATIONS}/styles" Target="styles.xml"/></Relationships>`,
    'word/styles.xml': `<w:styles ${NAMESPACES}><w:style w:type="paragraph" w:styleId="Title"><w:name w:val="Title"/></w:style><w:style w:type="paragraph" w:styleId="Heading2"><w:name w:val="heading 2"/></w:style></w:styles>`,
    'word/document.xml': `<w:document ${NAMESPACES}><w:body>${body}</w:body></w:document>`,
    ...parts,
  });
}

const FOOTNOTES = `<w:footnotes ${NAMESPACES}><w:footnote w:id="2"><w:p><w:r><w:t>By a vote of nine to four.</w:t></w:r></w:p></w:footnote></w:footnotes>`;
const CORE =
  '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"><dc:title>Pier &amp; port</dc:title><dc:creator>Ana Silva</dc:creator><cp:keywords>port, pier</cp:keywords><dc:language>pt-BR</dc:language><dcterms:created>2026-01-12T08:30:00Z</dcterms:created></cp:coreProperties>';

describe('parseDocx', () => {
  it('reads title, headings, lists, tables and marks', async () => {
    const bytes = docxOf(
      paragraph('Pier closes', 'Title') +
        paragraph('What happened', 'Heading2') +
        '<w:p><w:r><w:t xml:space="preserve">It </w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>closed</w:t></w:r><w:r><w:t>.</w:t></w:r></w:p>' +
        `<w:tbl><w:tr><w:tc>${paragraph('Year')}</w:tc><w:tc>${paragraph('Ships')}</w:tc></w:tr><w:tr><w:tc>${paragraph('2025')}</w:tc><w:tc>${paragraph('12')}</w:tc></w:tr></w:tbl>`,
    );
    const document = await normalized(bytes.toString('base64'), {
      format: 'docx',
      contentEncoding: 'base64',
    });
    expect(document.meta.headline).toBe('Pier closes');
    expect(document.tree.children.map((node) => node.type)).toEqual([
      'heading',
      'heading',
      'paragraph',
      'table',
    ]);
    expect(textsOf(document)).toEqual([
      'Pier closes',
      'What happened',
      'It closed.',
      'Year',
      'Ships',
      '2025',
      '12',
    ]);
    expect(document.segments[2]?.codes).toMatchObject([{ kind: 'strong' }]);
  });

  it('reads footnotes as footnotes', async () => {
    const { root } = await parseDocx(
      docxOf('<w:p><w:r><w:t>It closed.</w:t></w:r><w:r><w:footnoteReference w:id="2"/></w:r></w:p>', {
        'word/footnotes.xml': FOOTNOTES,
      }),
    );
    expect(root.children).toMatchObject([
      {
        type: 'paragraph',
        children: [{ type: 'text' }, { type: 'footnoteReference', identifier: 'footnote-2' }],
      },
      { type: 'footnoteDefinition', identifier: 'footnote-2' },
    ]);
    expect(JSON.stringify(root)).not.toContain('↑');
  });

  it('takes the core properties as metadata of the file', async () => {
    const { found } = await parseDocx(docxOf(paragraph('It closed.'), { 'docProps/core.xml': CORE }));
    expect(found).toMatchObject({
      headline: 'Pier & port',
      byline: 'Ana Silva',
      keywords: ['port', 'pier'],
      language: 'pt-BR',
      publishedAt: '2026-01-12T08:30:00Z',
      evidence: { byline: { from: 'member' } },
    });
  });

  it('reads the text where the properties are broken', async () => {
    const { found, root } = await parseDocx(
      docxOf(paragraph('It closed.'), { 'docProps/core.xml': '<a><b>' }),
    );
    expect(found).toEqual({ evidence: {} });
    expect(root.children).toHaveLength(1);
  });

  it.each([
    ['no archive', Buffer.from('The pier closed.'), 'is no ZIP archive'],
    ['an archive of something else', zipOf({ 'a.txt': 'The pier closed.' }), 'not a Word document'],
    ['half a file', docxOf(paragraph('It closed.')).subarray(0, 300), 'is no ZIP archive'],
  ])('refuses %s with a sentence', async (_name, bytes, sentence) => {
    await expect(parseDocx(bytes)).rejects.toMatchObject({
      code: 'SOURCE_UNREADABLE',
      message: expect.stringContaining(sentence),
    });
  });
});
