import { describe, expect, it } from 'vitest';
import { normalized, segmentTexts } from '../support.ts';

const NAVIGATION = `[Skip to content](/#main-content)

[![Logo](/logo.png) Harbour Post](/)

Menu

*   [World](/world)
*   [Business](/business)
*   [Sport](/sport)
*   [Weather](/weather)
*   [Opinion](/opinion)
*   [Log in](/login)
`;

const ARTICLE = `# Lisbon pier closes for two years

The harbour office said on Monday that the pier will close for repairs. The work takes two years.

## What happens next

Boats will use the old dock on the other side of the river. Nobody knows what that will cost.

The mayor said that the city would pay for the move of the boats, but not for the time that their
owners lose on the way to the other side of the river.

- The old dock opens on Friday, when the first boats are moved there.
- The [harbour office](/office) answers questions of owners every day.
`;

const FOOTER = `## Related stories

*   [Ferry fares rise again](/ferry-fares)
*   [Old dock gets a new roof](/old-dock)
*   [Mayor opens a second bridge](/bridge)

*   [About us](/about)
*   [Contact](/contact)
*   [Privacy policy](/privacy)
*   [Terms of use](/terms)
*   [Careers](/careers)
*   [RSS](/rss)

© 2026 Harbour Post. All rights reserved.
`;

const COMMENTS = `## 2 Comments

Paul Harper | January 12, 2026

It is about time that somebody repaired this pier, I have said so for years and years.

Wendy | January 13, 2026

My boat stays where it is until someone tells me what all of this is going to cost me.
`;

const TEXTS = await segmentTexts(ARTICLE);

describe('content-zone', () => {
  it.each([
    ['navigation before and a footer after', `${NAVIGATION}\n${ARTICLE}\n${FOOTER}`],
    ['a footer alone, with the labels that pages have', `${ARTICLE}\n${FOOTER}\n${FOOTER}`],
    ["readers' comments", `${NAVIGATION}\n${ARTICLE}\n${COMMENTS}\n${FOOTER}`],
    ['a notice between two menus', `${NAVIGATION}\n${notice()}\n${NAVIGATION}\n${ARTICLE}\n${FOOTER}`],
  ])('finds the article between %s', async (_name, page) => {
    const document = await normalized(page);
    expect(document.segments.map(({ text }) => text)).toEqual(TEXTS);
    expect(document.blocks[0]?.kind).toBe('headline');
  });

  it('keeps what it removed in repairs that say why', async () => {
    const { overlays } = await normalized(`${NAVIGATION}\n${ARTICLE}\n${FOOTER}`);
    const removed = overlays.repairs.filter(({ rule }) => rule === 'content-zone');
    expect(removed.map(({ before }) => before)).toEqual(expect.arrayContaining(['World', 'Privacy policy']));
    expect(removed.every(({ after }) => after === '')).toBe(true);
  });

  it.each([
    ['an article alone', ARTICLE],
    [
      'a table of contents',
      `# Guide\n\n${links(20, '#part-')}\n\nThe guide explains how boats are moored. It has twenty parts.`,
    ],
    ['a list of sources', `${ARTICLE}\n\n## Sources\n\n${links(25, 'https://archive.example/')}`],
    [
      'a documentation page with further reading',
      `${ARTICLE}\n\n## Additional resources\n\n${links(8, '/docs/')}`,
    ],
    [
      'a curated list of links',
      `# Tools\n\nTools that our team likes to use.\n\n${links(30, 'https://t.example/')}`,
    ],
  ])('leaves %s alone', async (_name, markdown) => {
    const { overlays } = await normalized(markdown);
    expect(overlays.repairs.filter(({ before, after }) => before.length > after.length)).toEqual([]);
  });
});

function notice(): string {
  return 'We changed how we show notices on this page, please read the new rules before you write to us.';
}

function links(count: number, base: string): string {
  return Array.from({ length: count }, (_, index) => `- [Part number ${index}](${base}${index})`).join('\n');
}
