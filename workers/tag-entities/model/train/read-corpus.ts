import { z } from 'zod';
import type { NameType } from '../labels.ts';
import type { MarkedDocument, MarkedName, MarkedSentence } from './corpus.ts';
import { splitSentences } from './split-sentences.ts';

const Line = z.object({
  id: z.string().optional(),
  lang: z.string().optional(),
  text: z.string(),
  entities: z.array(z.object({ start: z.int(), end: z.int(), type: z.string() })),
});

/** What corpora call the types. Labels that are missing here name nothing that is tagged. */
const TYPE_OF_LABEL: Readonly<Record<string, NameType>> = {
  PER: 'PER',
  PERSON: 'PER',
  LOC: 'LOC',
  GPE: 'LOC',
  LOCATION: 'LOC',
  ORG: 'ORG',
  ORGANIZATION: 'ORG',
  CORPORATION: 'ORG',
  GROUP: 'ORG',
  MISC: 'MISC',
  PRODUCT: 'MISC',
  'CREATIVE-WORK': 'MISC',
  EVENT: 'MISC',
};

/** Sentences of one corpus that are read as one document where the corpus gives no documents. */
const SENTENCES_TOGETHER = 12;

/**
 * Reads a corpus: JSON Lines of `{text, entities: [{start, end, type}]}` with offsets in code points,
 * one document or sentence a line, or columns of `token ... label` with a blank line behind each
 * sentence (CoNLL 2003). Short texts are put together, a dozen at a time, in the order of the file.
 * Lines of another language are left out.
 */
export function readCorpus(name: string, content: string, language: string): readonly MarkedDocument[] {
  const isJson = content.trimStart().startsWith('{');
  const documents = isJson ? fromLines(name, content, language) : fromColumns(name, content);
  const marksMisc = documents.some(({ sentences }) =>
    sentences.some(({ names }) => names.some(({ type }) => type === 'MISC')),
  );
  return marksMisc ? documents : documents.map((document) => ({ ...document, withoutMisc: true }));
}

function fromLines(name: string, content: string, language: string): readonly MarkedDocument[] {
  const texts = content
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => Line.parse(JSON.parse(line)))
    .filter(({ lang = language }) => lang === language)
    .map(marked);
  const isOfDocuments = texts.some(({ text }) => text.includes('\n'));
  return isOfDocuments
    ? texts.map((text, at) => ({ id: text.id ?? `${name}-${at + 1}`, sentences: splitSentences(text) }))
    : grouped(name, texts);
}

function marked({
  id,
  text,
  entities,
}: z.infer<typeof Line>): MarkedSentence & { readonly id: string | undefined } {
  const offsets = offsetsOfCodePoints(text);
  const names = entities.flatMap(({ start, end, type }): MarkedName[] => {
    const own = TYPE_OF_LABEL[type.toUpperCase()];
    const from = offsets[start] ?? 0;
    const to = offsets[end] ?? text.length;
    return own === undefined || to <= from ? [] : [{ start: from, end: to, type: own }];
  });
  return { id, text, names };
}

/** Place of each code point in code units, with that of the end. */
function offsetsOfCodePoints(text: string): readonly number[] {
  const offsets: number[] = [];
  let at = 0;
  for (const char of text) {
    offsets.push(at);
    at += char.length;
  }
  return [...offsets, at];
}

function grouped(name: string, sentences: readonly MarkedSentence[]): readonly MarkedDocument[] {
  return Array.from({ length: Math.ceil(sentences.length / SENTENCES_TOGETHER) }, (_, at) => ({
    id: `${name}-${at + 1}`,
    sentences: sentences.slice(at * SENTENCES_TOGETHER, (at + 1) * SENTENCES_TOGETHER),
  }));
}

function fromColumns(name: string, content: string): readonly MarkedDocument[] {
  const documents: MarkedDocument[] = [];
  for (const part of content.split(/^-DOCSTART-.*$/mu)) {
    const sentences = part
      .split(/\n\s*\n/u)
      .map((block) =>
        fromTokens(block.split('\n').filter((line) => /\S/u.test(line) && !line.startsWith('#'))),
      )
      .filter(({ text }) => text !== '');
    documents.push(...(content.includes('-DOCSTART-') ? [{ id: '', sentences }] : grouped(name, sentences)));
  }
  return documents
    .filter(({ sentences }) => sentences.length > 0)
    .map((document, at) => ({ ...document, id: `${name}-${at + 1}` }));
}

/** Joins tokens by spaces, as the columns give them, and reads names off their labels. */
function fromTokens(lines: readonly string[]): MarkedSentence {
  let text = '';
  const names: { start: number; end: number; type: NameType }[] = [];
  let open: string | undefined;
  for (const line of lines) {
    const cells = line.trim().split(/\s+/u);
    const [part = 'O', label = ''] = (cells.at(-1) ?? 'O').split(/-(.*)/su);
    const start = text === '' ? 0 : text.length + 1;
    text += `${text === '' ? '' : ' '}${cells[0] ?? ''}`;
    const type = TYPE_OF_LABEL[label.toUpperCase()];
    const last = names.at(-1);
    if (type !== undefined && /^[IEML]$/u.test(part) && open === label && last !== undefined) {
      last.end = text.length;
    } else if (type !== undefined && part !== 'O') {
      names.push({ start, end: text.length, type });
    }
    open = part === 'O' ? undefined : label;
  }
  return { text, names };
}
