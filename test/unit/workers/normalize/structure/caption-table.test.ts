import { describe, expect, it } from 'vitest';
import type { Document } from '../../../../../shared/document/document.ts';
import { normalized } from '../support.ts';

const INTRO = 'Officials said that the pier would close. The work takes two years.\n\n';
const OUTRO = '\n\nNobody knew when it would open again. A plan is due in spring.';

const FORMS: readonly (readonly [string, string, string | undefined])[] = [
  ['a bar before the caption', '![]()\n|Workers on the pier. Photo: AFP', undefined],
  ['a bar after the caption', '![]()\nWorkers on the pier. Photo: AFP|', undefined],
  ['bars after both, a blank line between', '![]() |\n\nWorkers on the pier. Photo: AFP |', undefined],
  [
    'a bar after the picture and around the caption',
    '![]() |\n| Workers on the pier. Photo: AFP |',
    undefined,
  ],
  ['a bar after the picture alone', '![]() |\nWorkers on the pier. Photo: AFP', undefined],
  [
    'bars around both and the address kept',
    '| ![](https://a.org/x.jpg) | \n| Workers on the pier. Photo: AFP | ',
    'https://a.org/x.jpg',
  ],
  ['a table of one column', '| ![]() |\n|---|\n| Workers on the pier. Photo: AFP |', undefined],
  [
    'a table of one column and the address kept',
    '| ![](https://a.org/x.jpg) |\n|---|\n| Workers on the pier. Photo: AFP |',
    'https://a.org/x.jpg',
  ],
  ['a caption row whose picture was dropped', '| Workers on the pier. Photo: AFP |', undefined],
];

function figureOf(document: Document): unknown {
  return document.tree.children[1];
}

describe('caption-table', () => {
  it.each(FORMS)('reads %s as a figure with caption and credit', async (_name, form, url) => {
    const document = await normalized(INTRO + form + OUTRO);
    const caption = document.blocks.find((block) => block.kind === 'caption');
    expect(
      document.segments.filter((segment) => segment.blockId === caption?.id).map(({ text }) => text),
    ).toEqual(['Workers on the pier.']);
    expect(figureOf(document)).toEqual({
      type: 'figure',
      ...(url === undefined ? {} : { url }),
      credit: { role: 'photo', name: 'AFP' },
      children: [{ type: 'segment', id: caption?.segmentIds[0] }],
    });
    expect(document.tree.children.map((node) => node.type)).toEqual(['paragraph', 'figure', 'paragraph']);
  });

  it.each([
    ['Workers on the pier. (AP Photo/Jane Doe)', 'AP/Jane Doe'],
    ['Obreros en el muelle. Foto: EFE', 'EFE'],
    ['Ouvriers sur la jetée. © Reuters', 'Reuters'],
    ['Arbeiter auf dem Pier. Foto: Jane Doe/dpa', 'Jane Doe/dpa'],
    ['Công nhân trên cầu tàu. Ảnh: AFP', 'AFP'],
    ['Рабочие на пирсе. Фото: ТАСС', 'ТАСС'],
    ['桟橋の作業員。写真：共同通信', '共同通信'],
  ])('reads %j in all five forms of one scraper, several in an article', async (caption, name) => {
    const forms = [
      `![]()\n|${caption}`,
      `![]()\n${caption}|`,
      `![]() |\n\n${caption} |`,
      `![]() |\n| ${caption} |`,
      `| ![](https://a.org/x.jpg) | \n| ${caption} | `,
    ];
    const body = forms.map((form, index) => `${form}\n\nPart ${index} of the report is here and says more.`);
    const document = await normalized(`${INTRO}${body.join('\n\n')}`);
    const figures = document.tree.children.filter((node) => node.type === 'figure');
    expect(figures.map((figure) => figure.credit?.name)).toEqual(forms.map(() => name));
    expect(document.segments.some(({ text }) => text.includes('|'))).toBe(false);
  });

  it('keeps the alternative text of the picture with the figure', async () => {
    const document = await normalized(`${INTRO}![The pier](x.jpg) |\n| Workers on the pier. |${OUTRO}`);
    const alt = document.segments.find((segment) => segment.text === 'The pier');
    expect(figureOf(document)).toMatchObject({ type: 'figure', url: 'x.jpg', altSegment: alt?.id });
  });

  it.each([
    ['a table of data', '| Year | Ships |\n|---|---|\n| 2020 | 12 |', 'table'],
    [
      'a picture with an address and a plain paragraph after it',
      '![](x.jpg)\n\nThe plan is new.',
      'paragraph',
    ],
    ['a paragraph with bars inside', 'Home | News | Sport', 'paragraph'],
  ])('leaves %s alone', async (_name, form, type) => {
    const document = await normalized(INTRO + form + OUTRO);
    expect(document.tree.children[1]?.type).toBe(type);
    expect(document.overlays.repairs).toEqual([]);
  });

  it('takes out a picture without address that no caption follows', async () => {
    const document = await normalized(`${INTRO}![]() |\n\nThe plan is new and has no caption.${OUTRO}`);
    expect(document.tree.children.map((node) => node.type)).toEqual(['paragraph', 'paragraph', 'paragraph']);
    expect(document.overlays.repairs.map((repair) => repair.rule)).toContain('empty-image');
  });
});
