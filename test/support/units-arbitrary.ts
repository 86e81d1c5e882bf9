import * as fc from 'fast-check';
import type { CodedText, InlineCode } from '../../shared/document/inline-code.ts';
import { Locale } from '../../shared/document/locale.ts';
import { Origin, Review } from '../../shared/document/rendition.ts';
import type { TranslationUnit } from '../../shared/memory/translation-unit.ts';

/** Text that XML can hold and NFC leaves alone, markup characters and white space included. */
const anyText = fc
  .string({
    unit: fc.constantFrom(
      'a',
      'B',
      'é',
      '漢',
      '👍',
      ' ',
      '\n',
      '\t',
      '\r',
      '<',
      '>',
      '&',
      '"',
      "'",
      ']]>',
      '1',
      'ع',
    ),
    maxLength: 20,
  })
  .map((text) => text.normalize('NFC'));

const wordy = anyText.map((text) => `w${text}`);

type Node =
  | string
  | { readonly pair: PairKind; readonly children: readonly Node[] }
  | { readonly point: PointKind };
type PairKind = 'emphasis' | 'strong' | 'delete' | 'link' | 'span';
type PointKind = 'image' | 'code' | 'break' | 'footnote-reference' | 'protected';

const { node } = fc.letrec<{ node: Node }>((tie) => ({
  node: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    wordy,
    fc.record({
      point: fc.constantFrom<PointKind>('image', 'code', 'break', 'footnote-reference', 'protected'),
    }),
    fc.record({
      pair: fc.constantFrom<PairKind>('emphasis', 'strong', 'delete', 'link', 'span'),
      children: fc.array(tie('node'), { minLength: 1, maxLength: 3 }),
    }),
  ),
}));

/** Coded text with nested codes, in the order that the document model asks for. */
const codedText: fc.Arbitrary<CodedText> = fc
  .tuple(wordy, fc.array(node, { maxLength: 4 }), anyText, fc.boolean(), fc.boolean())
  .map(([first, nodes, detail, canDelete, canReorder]) => {
    const draft: Draft = { text: '', codes: [], facts: { detail, canDelete, canReorder } };
    for (const each of [first, ...nodes]) {
      append(draft, each);
    }
    return { text: draft.text, codes: draft.codes };
  });

/** Units from English, in any state. */
export const translationUnit: fc.Arbitrary<TranslationUnit> = fc.record(
  {
    sourceLocale: fc.constant(Locale.parse('en')),
    locale: fc.constantFrom('es', 'pt-BR', 'zh-Hans', 'ar').map((tag) => Locale.parse(tag)),
    source: codedText,
    target: codedText,
    contextBefore: wordy,
    contextAfter: wordy,
    key: wordy,
    properties: fc.array(fc.tuple(wordy, wordy), { minLength: 1, maxLength: 3 }),
    provenance: fc.record(
      {
        origin: fc.constantFrom(...Origin.options),
        review: fc.constantFrom(...Review.options),
        changedAt: fc.constantFrom('2026-01-13T08:00:00Z', '2026-01-13T08:00:00.123Z', '2026-01-13', 'soon'),
        changedBy: wordy,
        articleId: wordy,
        version: fc.integer({ min: 1, max: 99 }),
        file: wordy,
      },
      { requiredKeys: ['origin', 'review'] },
    ),
  },
  { requiredKeys: ['sourceLocale', 'locale', 'source', 'target', 'provenance'] },
);

interface Draft {
  text: string;
  readonly codes: InlineCode[];
  readonly facts: { readonly detail: string; readonly canDelete: boolean; readonly canReorder: boolean };
}

function append(draft: Draft, added: Node): void {
  const { detail, ...can } = draft.facts;
  const start = draft.text.length;
  if (typeof added === 'string') {
    draft.text = (draft.text + added).normalize('NFC');
    return;
  }
  const index = draft.codes.length;
  const id = index + 1;
  if ('point' in added) {
    draft.text += '\uFFFC';
    draft.codes.push({ ...pointFacts(added.point, detail), id, start, end: start + 1, ...can });
    return;
  }
  const facts = pairFacts(added.pair, detail);
  draft.codes.push({ ...facts, id, start, end: start + 1, ...can });
  for (const child of added.children) {
    append(draft, child);
  }
  draft.codes[index] = { ...facts, id, start, end: draft.text.length, ...can };
}

function pairFacts(kind: PairKind, detail: string): FactsOf<PairKind> {
  switch (kind) {
    case 'emphasis':
    case 'strong':
    case 'delete':
      return { kind };
    case 'link':
      return { kind, url: detail, titleSegment: detail };
    case 'span':
      return { kind, tag: 'time', lang: 'fr', dir: 'auto', dateTime: detail, titleSegment: detail };
  }
}

function pointFacts(kind: PointKind, detail: string): FactsOf<PointKind> {
  switch (kind) {
    case 'image':
      return { kind, url: detail, altSegment: detail };
    case 'code':
    case 'protected':
      return { kind, value: detail };
    case 'break':
      return { kind };
    case 'footnote-reference':
      return { kind, identifier: detail };
  }
}

type FactsOf<Kind> = InlineCode extends infer Code
  ? Code extends { kind: Kind }
    ? Omit<Code, 'id' | 'start' | 'end' | 'canDelete' | 'canReorder'>
    : never
  : never;
