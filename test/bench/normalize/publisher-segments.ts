import { z } from 'zod';
import type { SentenceBreaker } from '../../../workers/normalize/segment/sentence-breaks.ts';

const Doc = z.object({
  en: z.string(),
  md: z.record(z.string(), z.string()),
  segments: z.array(z.record(z.string(), z.string())),
});

/** A line of a publisher's document, without inline Markdown, and where its segments start. */
export interface PublishedLine {
  readonly text: string;
  readonly starts: readonly number[];
}

/** Lines of the documents in one language. Segments that are not found in their document are left out. */
export function publishedLines(docs: readonly unknown[], locale: string): PublishedLine[] {
  return docs.flatMap((value) => {
    const doc = Doc.parse(value);
    const markdown = locale === 'en' ? doc.en : (doc.md[locale] ?? '');
    return linesOf(
      markdown.replaceAll('\r', ''),
      doc.segments.map((segment) => segment[locale] ?? ''),
    );
  });
}

function linesOf(markdown: string, segments: readonly string[]): PublishedLine[] {
  const lines: PublishedLine[] = [];
  let text = '';
  let starts: number[] = [];
  let end = 0;
  for (const segment of segments) {
    const at = segment === '' ? -1 : markdown.indexOf(segment, end);
    if (at === -1) {
      continue;
    }
    const gap = markdown.slice(end, at);
    if (text !== '' && /^ *$/u.test(gap)) {
      text += gap;
      starts.push(text.length);
    } else {
      lines.push({ text, starts });
      text = '';
      starts = [];
    }
    text += plain(segment);
    end = at + segment.length;
  }
  return [...lines, { text, starts }].filter((line) => line.text !== '');
}

function plain(markdown: string): string {
  return markdown
    .replaceAll(/\[([^\]]*)\]\([^)]*\)/gu, '$1')
    .replaceAll(/\*\*|`|<br ?\/?>/gu, '')
    .trim();
}

/** How far a cutter agrees with the publisher, over the boundaries inside lines: F1, 0 to 1. */
export function agreement(lines: readonly PublishedLine[], cutter: SentenceBreaker): number {
  let both = 0;
  let ours = 0;
  let theirs = 0;
  for (const { text, starts } of lines) {
    const found = cutter(text);
    both += found.filter((at) => starts.includes(at)).length;
    ours += found.length;
    theirs += starts.length;
  }
  return ours + theirs === 0 ? 1 : (2 * both) / (ours + theirs);
}
