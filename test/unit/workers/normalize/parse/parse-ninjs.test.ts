import { describe, expect, it } from 'vitest';
import { parseNinjs } from '../../../../../workers/normalize/parse/parse-ninjs.ts';
import { normalized, textsOf } from '../support.ts';

const PICTURE = {
  type: 'picture',
  headline: 'The pier',
  description_text: 'Workers on the pier.',
  byline: 'Ana Silva',
  renditions: {
    thumbnail: { href: 'https://x.org/t.jpg', mimetype: 'image/jpeg', width: 120 },
    original: { href: 'https://x.org/o.jpg', mimetype: 'image/jpeg', width: 3000 },
  },
};

function read(item: unknown): ReturnType<typeof parseNinjs> {
  return parseNinjs(JSON.stringify(item));
}

describe('parseNinjs', () => {
  it('reads a 1.x item, its feature media before the text', async () => {
    const content = JSON.stringify({
      uri: 'urn:1',
      type: 'text',
      headline: 'Pier closes',
      byline: 'By Ana Silva',
      body_html: '<p>It <b>closed</b>.</p><nav>Kept out</nav><p>Nobody knew.</p>',
      versioncreated: '2026-01-12T08:30:00+01:00',
      firstcreated: '2026-01-11T20:00:00+01:00',
      language: 'en',
      source: 'Reuters',
      located: 'Lisbon',
      keywords: ['port'],
      subject: [{ code: '1', name: 'Shipping' }],
      description_text: 'A pier closes.',
      associations: { featuremedia: PICTURE },
    });
    const document = await normalized(content, { format: 'ninjs', sourceLocale: undefined });
    expect(document.tree.children.map((node) => node.type)).toEqual([
      'heading',
      'figure',
      'paragraph',
      'paragraph',
    ]);
    expect(document.tree.children[1]).toMatchObject({
      url: 'https://x.org/o.jpg',
      credit: { role: 'photo', name: 'Ana Silva' },
    });
    expect(textsOf(document)).toEqual([
      'Pier closes',
      'A pier closes.',
      'Workers on the pier.',
      'It closed.',
      'Nobody knew.',
    ]);
    expect(document.meta).toMatchObject({
      byline: [{ name: 'Ana Silva' }],
      agency: 'Reuters',
      dateline: 'Lisbon',
      publishedAt: '2026-01-11T20:00:00+01:00',
      modifiedAt: '2026-01-12T08:30:00+01:00',
      section: 'Shipping',
      keywords: ['port'],
      evidence: { headline: { from: 'member' }, publishedAt: { from: 'member' } },
    });
  });

  it('reads a 3.x item: headlines, bodies, listed associations and renditions', () => {
    const { root, found } = read({
      headlines: [
        { role: 'short', value: 'Pier' },
        { role: 'main', value: 'Pier closes' },
      ],
      bodies: [
        { role: 'caption', contentType: 'text/html', value: '<p>Not this.</p>' },
        { role: 'main', contentType: 'text/html', value: '<p>It closed.</p>' },
        { role: 'main', contentType: 'text/plain', value: 'It closed.' },
      ],
      descriptions: [{ role: 'summary', value: 'A pier closes.' }],
      infoSources: [{ name: 'AFP' }],
      versionCreated: '2026-01-12T08:30:00Z',
      associations: [
        {
          name: 'picture1',
          type: 'picture',
          descriptions: [{ role: 'caption', value: 'The pier.' }],
          creditline: 'AFP/Ana Silva',
          renditions: [
            { name: 'small', href: 'https://x.org/s.jpg', contentType: 'image/jpeg', width: 100 },
            { name: 'large', href: 'https://x.org/l.jpg', contentType: 'image/jpeg', width: 900 },
          ],
        },
      ],
    });
    expect(root.children).toMatchObject([
      { type: 'paragraph' },
      {
        type: 'figure',
        url: 'https://x.org/l.jpg',
        credit: { name: 'AFP/Ana Silva' },
        children: [{ value: 'The pier.' }],
      },
    ]);
    expect(found).toMatchObject({
      headline: 'Pier closes',
      description: 'A pier closes.',
      agency: 'AFP',
      publishedAt: '2026-01-12T08:30:00Z',
    });
  });

  it("reads Superdesk's members and shows an embedded picture once", () => {
    const { root, found, diagnostics } = read({
      headline: 'Pier closes',
      body_html:
        '<p>It closed.</p><!-- EMBED START Image {id: "editor_0"} --><figure><img src="https://x.org/o.jpg" alt=""><figcaption>The pier.</figcaption></figure><!-- EMBED END Image {id: "editor_0"} -->',
      authors: [
        { name: 'Ana Silva', role: 'writer', jobtitle: { name: 'Reporter' } },
        { name: 'João Melo', role: 'photographer' },
      ],
      dateline: { text: 'LISBON, Jan 12 AAP -', located: { city: 'Lisbon' } },
      abstract: '<p>A pier closes.</p>',
      ednote: 'Adds quote.  Corrects the date.',
      embargoed: '2026-02-01T00:00:00+0000',
      pubstatus: 'canceled',
      priority: 6,
      associations: { editor_0: PICTURE, featuremedia: null },
    });
    expect(root.children.map((node) => node.type)).toEqual(['paragraph', 'figure']);
    expect(found).toMatchObject({
      writers: [
        { name: 'Ana Silva', role: 'Reporter' },
        { name: 'João Melo', role: 'photographer' },
      ],
      dateline: 'LISBON, Jan 12 AAP -',
      description: 'A pier closes.',
      editorNote: 'Adds quote.  Corrects the date.',
    });
    expect(diagnostics.map(({ code }) => code)).toEqual(['status-in-source', 'status-in-source']);
  });

  it.each([{ description_html: '<p>A <b>pier</b> closes.</p>' }, { abstract: '<p>A pier closes.</p>' }])(
    'reads the description of %j as plain text',
    (member) => {
      const { found } = read({ headline: 'Pier', body_html: '<p>It closed.</p>', ...member });
      expect(found.description).toBe('A pier closes.');
    },
  );

  it('reads a plain body as text', () => {
    expect(read({ body_text: 'It closed.\n\nNobody knew.' }).root.children).toHaveLength(2);
  });

  it.each([
    [{ headline: 5, body_html: '<p>a</p>' }, '/headline'],
    [{ bodies: [{ role: 'main' }] }, '/bodies/0/value'],
    [{ headline: 'Only this' }, '/body_html'],
    [[], '/'],
  ])('names the place where %j is wrong', (item, pointer) => {
    expect(() => read(item)).toThrow(
      expect.objectContaining({
        code: 'SOURCE_UNREADABLE',
        details: { problems: [expect.objectContaining({ pointer })] },
      }),
    );
  });

  it('guards the body like any HTML', () => {
    expect(() => read({ body_html: '<div>'.repeat(300) })).toThrow(
      expect.objectContaining({ code: 'SOURCE_TOO_COMPLEX' }),
    );
  });
});
