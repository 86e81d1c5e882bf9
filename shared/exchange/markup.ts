import type { Paragraph, PhrasingContent, Root } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import type { CodedText } from '../document/inline-code.ts';
import { isParsedPhrasing, phrasingToCodedText } from '../document/phrasing-to-coded-text.ts';
import { writeCodedText } from './coded-tags.ts';
import { createSegmentReader, type ReadSegment } from './tmx/read-segment.ts';
import type { Markup } from './unit-event.ts';

/** Reads the text of a file that knows no codes, with its markup as codes where that is wanted. */
export function readMarkup(text: string, markup: Markup): ReadSegment {
  switch (markup) {
    case 'none':
      return plainSegment(text);
    case 'html':
      return readTags(text);
    case 'markdown':
      return readMarkdown(text);
  }
}

/** Writes a coded text so that `readMarkup` reads it; as `none` it must have no codes. */
export function writeMarkup(content: CodedText, markup: 'none' | 'html'): string {
  return markup === 'none' ? content.text : writeCodedText(content);
}

function plainSegment(text: string): ReadSegment {
  const reader = createSegmentReader();
  reader.text(text);
  return reader.finish();
}

/** A code or protected text with what it holds, or a tag alone. */
const TAG = /<code\b[^>]*>[^<]*<\/code>|<span\b[^>]*\btranslate="no"[^>]*>[^<]*<\/span>|<\/?[a-z][^<>]*>/giu;
const REFERENCES = /&(?:lt|gt|quot|amp|apos|nbsp);/gu;
const CHARACTERS: Readonly<Record<string, string>> = {
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&amp;': '&',
  '&apos;': "'",
  '&nbsp;': '\u00A0',
};

function readTags(text: string): ReadSegment {
  const reader = createSegmentReader();
  const characters = (from: number, to: number): string =>
    text.slice(from, to).replaceAll(REFERENCES, (reference) => CHARACTERS[reference] ?? reference);
  let at = 0;
  for (const { index, 0: tag } of text.matchAll(TAG)) {
    reader.text(characters(at, index));
    const id = /\sdata-id="(\d+)"/u.exec(tag)?.[1];
    reader.open('ph', id === undefined ? {} : { x: id });
    reader.text(tag);
    reader.close();
    at = index + tag.length;
  }
  reader.text(characters(at, text.length));
  return reader.finish();
}

const parser = unified().use(remarkParse).use(remarkGfm, { singleTilde: false }).freeze();

/**
 * Reads inline Markdown as the codes that an article's segment has. A text that is no single paragraph or
 * heading, or that has HTML or titles in it, stays as it is.
 */
function readMarkdown(text: string): ReadSegment {
  if (!/[*_`[\]\\~&<>]|https?:|www\.|^#/u.test(text)) {
    return plainSegment(text);
  }
  const phrasing = phrasingOf(parser.parse(text));
  let isWhole = phrasing !== undefined;
  const content = phrasingToCodedText(phrasing ?? [], () => {
    isWhole = false; // a title has no segment of its own here
    return '';
  });
  if (!isWhole || content.text.trim() === '') {
    const plain = plainSegment(text);
    return { ...plain, dropped: [...plain.dropped, 'Markdown that is more than a sentence stays as text'] };
  }
  return {
    content: { ...content, text: content.text.normalize('NFC') },
    ownIds: false,
    dropped: [],
    subs: [],
  };
}

function phrasingOf({ children }: Root): readonly PhrasingContent[] | undefined {
  const [block, ...others] = children;
  if (block === undefined || others.length > 0 || (block.type !== 'paragraph' && block.type !== 'heading')) {
    return undefined;
  }
  return block.children.every(isKnown) ? block.children : undefined;
}

function isKnown(node: Paragraph['children'][number]): boolean {
  const isRead = isParsedPhrasing(node) && !UNREAD.has(node.type);
  return isRead && (!('children' in node) || node.children.every(isKnown));
}

const UNREAD: ReadonlySet<string> = new Set(['html', 'linkReference', 'imageReference']);
