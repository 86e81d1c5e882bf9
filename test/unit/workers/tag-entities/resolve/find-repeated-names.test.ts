import { describe, expect, it } from 'vitest';
import { type Candidate, RANK } from '../../../../../workers/tag-entities/candidate.ts';
import type { DocumentView } from '../../../../../workers/tag-entities/document-view.ts';
import { nameTokens } from '../../../../../workers/tag-entities/name-tokens.ts';
import { findRepeatedNames } from '../../../../../workers/tag-entities/resolve/find-repeated-names.ts';

function viewOf(texts: readonly string[]): DocumentView {
  const segments = texts.map((text, index) => ({
    index,
    id: `s${index}`,
    text,
    tokens: nameTokens(text, 'en'),
    kind: 'paragraph' as const,
    titleCase: false,
    known: [],
  }));
  return { language: 'en', lowerWords: new Set(), segments };
}

const named = (text: string, name: string, confidence: number): Candidate => ({
  segment: 0,
  start: text.indexOf(name),
  end: text.indexOf(name) + name.length,
  type: 'LOC',
  rank: RANK.tagged,
  confidence,
  evidence: 'test',
  reading: { kind: 'name' },
});

describe('findRepeatedNames', () => {
  const first = 'The exhibit of Prismoids opened in Kisumu.';

  it('finds a name again where a good part of its places are read so', () => {
    const view = viewOf([first, 'The boat left Kisumu.', 'Kisumu slept.']);
    const found = findRepeatedNames(view, [named(first, 'Kisumu', 0.6)]);
    expect(found.map(({ segment }) => segment)).toEqual([0, 1, 2]);
  });

  it('leaves a word alone that hardly any of its places read as a name', () => {
    const others = Array.from({ length: 6 }, (_, at) => `Visitors bought ${at + 2} Prismoids.`);
    const view = viewOf([first, ...others]);
    expect(findRepeatedNames(view, [named(first, 'Prismoids', 0.6)])).toEqual([]);
    expect(findRepeatedNames(view, [named(first, 'Prismoids', 0.9)])).toHaveLength(7);
  });
});
