import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { restoreCase } from '../../../../../workers/normalize/case/restore-case.ts';
import type { Draft } from '../../../../../workers/normalize/draft/draft.ts';
import { NOTHING_FOUND } from '../../../../../workers/normalize/draft/found-meta.ts';
import { leavesOf } from '../../../../../workers/normalize/draft/map-leaves.ts';
import { deps, normalized } from '../support.ts';

function draftOf(texts: readonly string[]): Draft {
  return {
    nodes: texts.map((text, index) => ({
      type: 'leaf',
      shape: { type: 'paragraph' },
      block: { id: `b${index}`, kind: 'paragraph', text, codes: [], repairs: [] },
    })),
    asides: [],
    removed: [],
    found: NOTHING_FOUND,
    diagnostics: [],
  };
}

function restored(texts: readonly string[], language = 'en'): string[] {
  const cased = restoreCase(draftOf(texts), deps.lexiconOf(language), new Set());
  return leavesOf(cased.nodes).map((leaf) => leaf.block.text);
}

const ARTICLE = [
  'Prime Minister Emma Larsen met President Carlos Vargas in Lisbon on Tuesday.',
  'The talks were about fishing rights, the Norwegian government said. Larsen added that the European Union would help.',
  '"I am glad that we talked," Vargas said. He flew home to Buenos Aires with his wife, Lucia Vargas, on Wednesday morning.',
  'The BBC reported that NATO was told. In July, officials from Portugal and Argentina will meet again at the World Bank.',
];

describe('an article that lost its capitals', () => {
  it('gets those of names, places, days, titles, acronyms and sentences back', () => {
    expect(restored(ARTICLE.map((text) => text.toLowerCase()))).toEqual(ARTICLE);
  });

  it('gets names back that are in no list, by where they stand', () => {
    const [text] = restored([
      'on monday dr. dragutin belkovski told reporters in belgrade that his team would go on. "we will not stop," belkovski said. his rival, mayor fiona tarrow of east london, disagreed with belkovski on tuesday.',
    ]);
    expect(text).toContain('Belkovski said');
  });

  it('is left alone by the model where its capitals are in place', () => {
    expect(restored(ARTICLE)).toEqual(ARTICLE);
  });

  it('keeps brands that start small, and what is no prose', () => {
    const text =
      'the new iphone and the macos update came on monday. see example.com/january, mail a@mexico.org or @mexico. ebay sold it on tuesday in london.';
    expect(restored([text])).toEqual([
      'The new iPhone and the macOS update came on Monday. See example.com/january, mail a@mexico.org or @mexico. eBay sold it on Tuesday in London.',
    ]);
  });

  it.each(['{{ "/london/" | url }}', '{% include london.html %}', '/london/paris/', '`london`'])(
    'does not look into %s',
    async (code) => {
      const document = await normalized(
        `They left london on monday, see ${code} there, and then paris on friday.`,
      );
      expect(JSON.stringify(document.segments)).toContain(
        code.startsWith('`') ? 'London' : code.replaceAll('"', '\\"'),
      );
    },
  );

  it('says which rule found each capital', () => {
    const cased = restoreCase(
      draftOf(['The mayor of london met angela merkel in paris on monday.']),
      deps.lexiconOf('en'),
      new Set(),
    );
    const [leaf] = leavesOf(cased.nodes);
    expect(leaf?.block.repairs.map(({ rule, after }) => [rule, after])).toEqual([
      ['place-case', 'London'],
      ['person-name-case', 'Angela'],
      ['person-name-case', 'Merkel'],
      ['place-case', 'Paris'],
      ['weekday-case', 'Monday'],
    ]);
  });

  it('leaves a block alone that is in another language', () => {
    const draft = draftOf(['They met on monday in paris.', 'Sie trafen sich in paris.']);
    const [first, second] = draft.nodes;
    const german = second?.type === 'leaf' ? [{ ...second, block: { ...second.block, locale: 'de' } }] : [];
    const cased = restoreCase(
      { ...draft, nodes: [...(first ? [first] : []), ...german] },
      deps.lexiconOf('en'),
      new Set(),
    );
    expect(leavesOf(cased.nodes).map((leaf) => leaf.block.text)).toEqual([
      'They met on Monday in Paris.',
      'Sie trafen sich in paris.',
    ]);
  });
});

describe('laws of case', () => {
  const words = fc.constantFrom(
    ...'the a of in on may march us president minister john smith angela merkel london paris mexico polish china turkey january monday nato u.s. bbc said told iphone ebay http://x.org/london @paris european union white house i i’m mr. dr. st. 12 2026 "yes" (no) word’s o’brien mcdonald jean-luc'.split(
      ' ',
    ),
  );
  const cased = fc.tuple(words, fc.integer({ min: 0, max: 3 })).map(([word, style]) => {
    return style === 0
      ? word.toUpperCase()
      : style === 1
        ? word.slice(0, 1).toUpperCase() + word.slice(1)
        : word;
  });
  const paragraph = fc
    .array(fc.tuple(cased, fc.constantFrom(' ', ' ', ' ', '. ', ', ')), { minLength: 1, maxLength: 40 })
    .map(
      (parts) =>
        `${parts
          .map(([word, gap]) => word + gap)
          .join('')
          .trim()}.`,
    );
  const language = fc.constantFrom('en', 'en', 'es', 'de', 'tr', 'id', 'ja');

  it('changes nothing but case', () => {
    fc.assert(
      fc.property(fc.array(paragraph, { minLength: 1, maxLength: 4 }), language, (texts, tag) => {
        const lower = (list: readonly string[]): string[] => list.map((text) => text.toLocaleLowerCase(tag));
        expect(lower(restored(texts, tag))).toEqual(lower(texts));
      }),
      { numRuns: 150 },
    );
  });

  it('finds nothing more in what it has restored', () => {
    fc.assert(
      fc.property(fc.array(paragraph, { minLength: 1, maxLength: 4 }), language, (texts, tag) => {
        const once = restored(texts, tag);
        expect(restored(once, tag)).toEqual(once);
      }),
      { numRuns: 150 },
    );
  });
});
