import { describe, expect, it } from 'vitest';
import { normalized, textsOf } from '../support.ts';

const BEFORE = 'The pier closed on Monday and nobody knew for how long it would be.';
const AFTER = 'Owners of boats may use the old dock until the work has been done.';

function around(line: string): string {
  return `${BEFORE}\n\n${line}\n\n${AFTER}`;
}

describe('boilerplate-line', () => {
  it.each([
    'Advertisement',
    'ADVERTISEMENT',
    '**Advertisement**',
    'Skip to main content',
    '5 min read',
    'Reading time: 4 minutes',
    'Share this article',
    'Facebook Twitter WhatsApp Email',
    'Facebook | Twitter | LinkedIn | Copy link',
    'Sign up for our morning newsletter',
    'We use cookies to make this site better.',
    '12 comments',
    'Read also: Ferry fares rise again',
    '**READ MORE**: Ferry fares rise again',
    'Read more: [Ferry fares rise again](/fares)',
    'Lire aussi : Le prix du ferry augmente',
    'Lea también: Sube el precio del ferry',
    'Xem thêm: Giá vé phà tăng',
    'Lesen Sie auch: Fähre wird teurer',
    'Читайте также: Паром подорожал',
    'あわせて読みたい：フェリー料金が上がる',
    '- [Facebook](/f)\n- [Share on X](/x)\n- [Email this article](/m)\n'.replaceAll(
      /\[(?:Facebook)\]\(\/f\)/gu,
      '[Share on Facebook](/f)',
    ),
  ])('removes %j', async (line) => {
    const document = await normalized(around(line));
    expect(textsOf(document)).toEqual([BEFORE, AFTER]);
    expect(document.overlays.repairs.map(({ rule }) => rule)).toContain('boilerplate-line');
  });

  it.each([
    'Advertisement is what the harbour lives from.',
    'Read more books about the sea, and you will know the sea.',
    'Read also what the captain wrote: it was a long letter. He sent it in May.',
    'He used Facebook and Twitter to tell them.',
    'See also: The harbour act of 1911',
    '## Comments',
    'Share the load between two boats.',
    '- Advertisement\n- Fares\n- Rents',
  ])('leaves %j alone', async (line) => {
    expect((await normalized(around(line))).overlays.repairs).toEqual([]);
  });
});

describe('related-links', () => {
  it.each([
    '## Related articles\n\n- [Ferry fares rise](/fares)\n- [A new roof](/roof)',
    'You may also like\n\n[Ferry fares rise](/fares)\n\n[A new roof](/roof)',
    '**Tin liên quan**\n\n- Giá vé phà tăng\n- Mái nhà mới',
    '### Das könnte Sie auch interessieren\n\n* [Fähre teurer](/f)',
  ])('removes %j', async (box) => {
    expect(textsOf(await normalized(around(box)))).toEqual([BEFORE, AFTER]);
  });

  it.each([
    '## See also\n\n- [Harbour act](/act)',
    '## Related work\n\n- [A study](/study) measured tides.',
    '## Related articles\n\nArticle 5 of the act and article 7 belong together.',
    'Recommended reading for all who own boats is this list.\n\n- [Harbour act](/act)',
  ])('leaves %j alone', async (box) => {
    expect((await normalized(around(box))).overlays.repairs).toEqual([]);
  });
});

describe('updated-line', () => {
  it.each([
    ['Last updated: November 13, 2025', 'modifiedAt', '2025-11-13'],
    ['Updated on 3 May 2024', 'modifiedAt', '2024-05-03'],
    ['Dernière mise à jour le 12 janvier 2026', 'modifiedAt', '2026-01-12'],
    ['Published: 2026-01-12', 'publishedAt', '2026-01-12'],
  ])('moves %j into the metadata', async (line, field, date) => {
    const document = await normalized(around(line));
    expect(textsOf(document)).toEqual([BEFORE, AFTER]);
    expect(document.meta).toMatchObject({ [field]: date });
  });

  it.each(['Updated rules came into force on 3 May 2024 for all of the boats.', 'Last updated: soon'])(
    'leaves %j alone',
    async (line) => {
      expect((await normalized(around(line))).overlays.repairs).toEqual([]);
    },
  );
});
