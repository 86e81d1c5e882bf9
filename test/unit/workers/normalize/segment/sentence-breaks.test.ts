import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { InlineCode } from '../../../../../shared/document/inline-code.ts';
import type { DraftBlock } from '../../../../../workers/normalize/draft/draft.ts';
import { segmentBlock } from '../../../../../workers/normalize/segment/segment-block.ts';
import { deps } from '../support.ts';
import { cut } from './support.ts';

const LANGUAGES = ['en', 'de', 'fr', 'ru', 'ja', 'zh', 'th', 'ar', 'hi', 'el', 'hy', 'ko', 'xx'];

/** What rules look at, more often than by chance. */
const pieces = fc.array(
  fc.oneof(
    fc.constantFrom(
      '. ',
      '.',
      '? ',
      '! ',
      '… ',
      '...',
      '。',
      '！',
      '"',
      '“',
      '”',
      '«',
      '»',
      ' »',
      '(',
      ')',
      '「',
      '」',
    ),
    fc.constantFrom(
      'Mr',
      'U.S',
      'z. B',
      'No',
      'p',
      'I',
      'a',
      'b',
      '1',
      '2',
      '•',
      'The',
      'word',
      'Слово',
      'は',
      'है',
      '\n',
      '\u00A0',
      '😀',
      '\uFFFC',
    ),
    fc.string({ maxLength: 4, unit: 'grapheme' }),
    fc.constant(' '),
  ),
  { maxLength: 40 },
);
const texts = pieces.map((parts) => parts.join(''));
const languages = fc.constantFrom(...LANGUAGES);

function blockOf(text: string, codes: readonly InlineCode[] = []): DraftBlock {
  return { id: 'b1', kind: 'paragraph', text, codes, repairs: [] };
}

describe('sentenceBreaksOf', () => {
  it('gives ascending places inside the text, each after something that is not white space', () => {
    fc.assert(
      fc.property(texts, languages, (text, language) => {
        const breaks = deps.sentenceBreaksOf(language)(text);
        expect(breaks).toEqual([...new Set(breaks)].toSorted((a, b) => a - b));
        expect(breaks.filter((at) => at <= 0 || at >= text.length)).toEqual([]);
        expect(
          cut(text, () => breaks)
            .join('')
            .replaceAll(/\s/gu, ''),
        ).toBe(text.replaceAll(/\s/gu, ''));
      }),
    );
  });

  it.each(['"a. ', '(a. ', 'a. b. ', '1. a 2. ', 'a\n', '.[1]', '! «'])(
    'comes to an end with a text of %j alone, for its time grows with the length and no faster',
    { timeout: 20_000 },
    (unit) => {
      const text = unit.repeat(60_000);
      expect(
        deps
          .sentenceBreaksOf('en')(text)
          .every((at) => at < text.length),
      ).toBe(true);
    },
  );
});

describe('segmentBlock', () => {
  it('gives segments that join to the text of their block', () => {
    fc.assert(
      fc.property(texts, languages, (text, language) => {
        const segments = segmentBlock(blockOf(text), deps.sentenceBreaksOf(language));
        const joined = segments.map((segment) => segment.joinBefore + segment.text).join('');
        expect(joined).toBe(text.trim());
        expect(segments.filter((segment) => segment.text !== segment.text.trim())).toEqual([]);
      }),
    );
  });

  it('keeps each pair of codes whole, in one segment', () => {
    const blocks = fc
      .tuple(texts, fc.array(fc.tuple(fc.nat(60), fc.nat(60)), { maxLength: 5 }))
      .map(([text, spans]) =>
        blockOf(
          text,
          nested(spans, text.length).map(
            ([start, end], index): InlineCode => ({
              kind: 'strong',
              id: index + 1,
              start,
              end,
              canDelete: false,
              canReorder: true,
            }),
          ),
        ),
      );
    fc.assert(
      fc.property(blocks, languages, (block, language) => {
        const segments = segmentBlock(block, deps.sentenceBreaksOf(language));
        expect(segments.flatMap((segment) => marked(segment.text, segment.codes))).toEqual(
          marked(block.text, block.codes),
        );
        for (const { codes } of segments) {
          expect(codes.map(({ id }) => id)).toEqual(codes.map((_, index) => index + 1));
        }
      }),
    );
  });

  it.each<[string, string[]]>([
    ['Jane Doe\uFFFC12 Mill Street\uFFFCLeeds', ['Jane Doe\uFFFC', '12 Mill Street\uFFFC', 'Leeds']],
    ['The dog slept by\uFFFCthe fire.', ['The dog slept by\uFFFCthe fire.']],
    ['He met the\uFFFCQueen.', ['He met the\uFFFCQueen.']],
    ['It rained.\uFFFCWe left.', ['It rained.\uFFFC', 'We left.']],
  ])('ends a segment at a forced line break where no sentence goes on: %j', (text, sentences) => {
    const codes = [...text.matchAll(/\uFFFC/gu)].map(
      ({ index }, number): InlineCode => ({
        kind: 'break',
        id: number + 1,
        start: index,
        end: index + 1,
        canDelete: true,
        canReorder: true,
      }),
    );
    const segments = segmentBlock(blockOf(text, codes), deps.sentenceBreaksOf('en'));
    expect(segments.map((segment) => segment.text)).toEqual(sentences);
  });

  it('leaves alternative texts and titles whole', () => {
    const block = { ...blockOf('One. Two.'), kind: 'alt' as const };
    expect(segmentBlock(block, deps.sentenceBreaksOf('en'))).toHaveLength(1);
  });
});

/** The texts that codes mark, those of white space alone left out. */
function marked(text: string, codes: readonly InlineCode[]): string[] {
  return codes.map((code) => text.slice(code.start, code.end).trim()).filter((one) => one !== '');
}

/** Spans that do not cross, none of them empty, enclosing ones first. */
function nested(spans: readonly (readonly [number, number])[], length: number): [number, number][] {
  const kept: [number, number][] = [];
  for (const [a, b] of spans) {
    const start = Math.min(a, b, length);
    const end = Math.min(Math.max(a, b), length);
    const crosses = kept.some(
      ([from, to]) => (start < from && end > from && end < to) || (start > from && start < to && end > to),
    );
    if (end > start && !crosses) {
      kept.push([start, end]);
    }
  }
  return kept.toSorted((one, other) => one[0] - other[0] || other[1] - one[1]);
}
