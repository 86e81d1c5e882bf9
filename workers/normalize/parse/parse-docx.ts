import mammoth from 'mammoth';
import type { Diagnostic } from '../../../shared/document/overlay.ts';
import { PipelineError } from '../../../shared/errors/errors.ts';
import { mergeFound } from '../draft/found-meta.ts';
import { guardSource } from '../guard/guard-source.ts';
import { guardZip } from '../guard/guard-zip.ts';
import { readDocxNotes } from './docx-notes.ts';
import { readDocxProperties } from './docx-properties.ts';
import { parseFragment } from './parse-html.ts';
import type { ParsedArticle } from './parsed-article.ts';

/** Word's own styles that the converter does not know. */
const STYLES = [
  "p[style-name='Title'] => h1:fresh",
  "p[style-name='Subtitle'] => p:fresh",
  "p[style-name='Quote'] => blockquote > p:fresh",
  "p[style-name='Intense Quote'] => blockquote > p:fresh",
];
const MOST_MESSAGES = 10;
/** The converter raises its links to notes; a footnote reference is raised where it is rendered. */
const RAISED_NOTE = /<sup>(<a href="#(?:foot|end)note-\d+"[^>]*>[^<]*<\/a>)<\/sup>/gu;

/**
 * Reads a Word document: headings, lists, tables, quotes, notes, marks and links; its core properties
 * are the metadata. Pictures inside it are not published: each is a diagnostic, its alternative text
 * stays.
 *
 * @throws {PipelineError} `SOURCE_UNREADABLE` where it is no DOCX file; what the guards of archives and of
 *   HTML refuse.
 */
export async function parseDocx(bytes: Uint8Array): Promise<ParsedArticle> {
  guardZip(bytes);
  const { html, messages, pictures } = await convert(bytes);
  guardSource(html, 'html');
  const article = parseFragment(html.replaceAll(RAISED_NOTE, '$1'));
  readDocxNotes(article.root);
  return {
    root: article.root,
    found: mergeFound(article.found, readDocxProperties(bytes)),
    diagnostics: [...article.diagnostics, ...picturesDropped(pictures), ...messages],
  };
}

interface Converted {
  readonly html: string;
  readonly messages: readonly Diagnostic[];
  readonly pictures: number;
}

async function convert(bytes: Uint8Array): Promise<Converted> {
  let pictures = 0;
  try {
    const result = await mammoth.convertToHtml(
      { buffer: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength) },
      {
        styleMap: STYLES,
        convertImage: mammoth.images.imgElement(async () => {
          pictures += 1;
          return { src: '' };
        }),
      },
    );
    const messages = [...new Set(result.messages.map(({ message }) => message))].slice(0, MOST_MESSAGES);
    return {
      html: result.value,
      messages: messages.map((message) => ({
        code: 'docx-converted',
        severity: 'info',
        message: `Word document: ${message}`,
      })),
      pictures,
    };
  } catch (error) {
    const reason = error instanceof Error ? error.message : 'its parts cannot be read';
    throw new PipelineError(
      'SOURCE_UNREADABLE',
      `The content is not a Word document (.docx) that can be read: ${reason}`,
      { cause: error },
    );
  }
}

function picturesDropped(count: number): Diagnostic[] {
  return count === 0
    ? []
    : [
        {
          code: 'image-embedded',
          severity: 'warning',
          message: `${count} ${count === 1 ? 'picture' : 'pictures'} inside the Word document cannot be published: submit pictures by address`,
        },
      ];
}
