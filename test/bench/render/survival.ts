import type { Element, Nodes } from 'hast';
import rehypeParse from 'rehype-parse';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { groupBy } from '../../../shared/document/group-by.ts';
import type { InlineCode } from '../../../shared/document/inline-code.ts';
import { createRenderDeps } from '../../../workers/render/deps.ts';
import { OUTPUT_WRITERS } from '../../../workers/render/output-writers.ts';
import { renderParts } from '../../../workers/render/render-parts.ts';
import { documentOf } from '../../support/builders.ts';
import { emphasis, link, matchesOf, matchOf, strong } from '../../unit/workers/render/render-input.ts';
import type { Measure } from '../entities/measure.ts';
import type { Row } from '../report.ts';
import { type HumanText, NEWS, newsTexts } from './human-texts.ts';
import { MARKDOWN_READERS } from './xss/read-output.ts';

/** Sentences per locale. */
const SENTENCES = 500;
const LOCALES = ['es', 'fr', 'de', 'pt-BR', 'ru', 'tr', 'ar', 'he', 'hi', 'ja', 'ko', 'zh-Hans', 'zh-Hant'];
const ADDRESS = 'https://example.org/';

/**
 * Sentences of human translations (`ntrex/ntrex.jsonl.gz`) with one marked stretch each, a quotation where there
 * is one: strong, emphasized or linked in turn. Our Markdown is read by three readers; the mark survives where
 * each sees the same words in it as the page has. The baseline puts the marks into the text as strings.
 */
export const survival: Measure = {
  name: 'survival',
  needs: [NEWS],
  run: async (data) => {
    const deps = await createRenderDeps();
    const byLocale = groupBy(newsTexts(data), ({ locale }) => locale);
    return LOCALES.flatMap((locale) => {
      const marked = (byLocale.get(locale) ?? []).slice(0, SENTENCES).map((text, at) => markOne(text, at));
      const ours = marked.filter((each) => survives(each, deps)).length;
      const theirs = marked.filter(({ spliced, kept }) => readAlike(spliced, kept)).length;
      const value = ours / marked.length;
      return [
        {
          measure: `markup that survives in Markdown, ${locale}`,
          value,
          unit: '',
          samples: marked.length,
          baseline: { name: 'strings', value: theirs / marked.length },
          goal: '1',
          ok: ours === marked.length,
        } satisfies Row,
      ];
    });
  },
};

interface MarkedText {
  readonly locale: string;
  readonly english: string;
  readonly text: string;
  readonly code: InlineCode;
  /** The marks put into the text as strings. */
  readonly spliced: string;
  /** Tag and words of the mark. */
  readonly kept: string;
}

const QUOTATION = /[“”„«»「」『』"]/u;

function markOne({ locale, english, text }: HumanText, at: number): MarkedText {
  const [start, end] = stretchOf(text);
  const [tag, before, behind] = KINDS[at % KINDS.length] ?? KINDS[0];
  const words = text.slice(start, end);
  const make = { strong, em: emphasis, a: link }[tag];
  return {
    locale,
    english,
    text,
    code: make(1, start, end),
    spliced: `${text.slice(0, start)}${before}${words}${behind}${text.slice(end)}`,
    kept: `${tag} ${plain(words)}`,
  };
}

const KINDS = [
  ['strong', '**', '**'],
  ['em', '*', '*'],
  ['a', '[', `](${ADDRESS})`],
] as const;

/** A quotation with its marks, else some words, or letters where words have no spaces between them. */
function stretchOf(text: string): readonly [number, number] {
  const open = text.search(QUOTATION);
  const close = open === -1 ? -1 : text.slice(open + 1).search(QUOTATION) + open + 1;
  if (close > open + 1) {
    return [open, close + 1];
  }
  const words = [...text.matchAll(/\S+/gu)];
  const word = words[Math.floor(words.length / 2)];
  if (words.length > 3 && word !== undefined) {
    return [word.index, word.index + word[0].length];
  }
  const middle = Math.floor(text.length / 2);
  return [middle, Math.min(text.length, middle + 4)];
}

function survives(
  { locale, english, text, code }: MarkedText,
  deps: Awaited<ReturnType<typeof createRenderDeps>>,
): boolean {
  const document = documentOf([[{ text: english, codes: [{ ...code, start: 0, end: 1 }] }]]);
  const matches = matchesOf(document, locale, { [english]: matchOf({ text, codes: [code] }) });
  const parts = renderParts(
    {
      document,
      overlay: { mentions: [], entities: [] },
      matches,
      locale: matches.locale,
      targets: [matches.locale],
    },
    deps,
  );
  const [wanted] = marksIn(OUTPUT_WRITERS.fragment(parts));
  return wanted !== undefined && readAlike(OUTPUT_WRITERS.md(parts), wanted);
}

function readAlike(markdown: string, wanted: string): boolean {
  return Object.values(MARKDOWN_READERS).every((read) => marksIn(read(markdown)).includes(wanted));
}

const html = unified().use(rehypeParse, { fragment: true }).freeze();

/** Tag and words of every mark: strong, emphasized and linked text. */
function marksIn(body: string): readonly string[] {
  const found: string[] = [];
  visit(html.parse(body), 'element', (element: Element) => {
    const isLink = element.tagName === 'a' && element.properties['href'] === ADDRESS;
    if (isLink || element.tagName === 'strong' || element.tagName === 'em') {
      found.push(`${element.tagName} ${plain(textOf(element))}`);
    }
  });
  return found;
}

function textOf(node: Nodes): string {
  return node.type === 'text'
    ? node.value
    : 'children' in node
      ? node.children.map((child) => textOf(child)).join('')
      : '';
}

function plain(text: string): string {
  return text
    .replaceAll(/[\u2066-\u2069]/gu, '')
    .replaceAll(/\s+/gu, ' ')
    .trim();
}
