import { describe, expect, it } from 'vitest';
import type { Document } from '../../../../../shared/document/document.ts';
import type { Entity, EntityOverlay, Mention } from '../../../../../shared/document/entity-mention.ts';
import { documentOf } from '../../../../support/builders.ts';
import { type Answer, coded, link, matchOf, render, strong } from '../render-input.ts';

const MUSK: Entity = {
  id: 'Q317521',
  type: 'PER',
  name: 'Elon Musk',
  country: 'US',
  names: {
    en: 'Elon Musk',
    ru: 'Илон Маск',
    'zh-Hans': '埃隆·马斯克',
    ja: 'イーロン・マスク',
    ko: '일론 머스크',
    th: 'อีลอน มัสก์',
    ar: 'إيلون ماسك',
    de: 'Elon Musk',
  },
  evidence: [],
};
const SAID = 'Elon Musk said so.';
const AGAIN = 'Elon Musk left.';

/** Mentions of entities by their source names, wherever these stand. */
function overlayOf(document: Document, entities: readonly Entity[]): EntityOverlay {
  const mentions = document.segments.flatMap(({ id, text }) =>
    entities.flatMap((entity): Mention[] => {
      const said = [entity.name, entity.name.split(' ').at(-1) ?? ''].find((form) => text.includes(form));
      const start = text.indexOf(said ?? entity.name);
      return said === undefined
        ? []
        : [
            {
              segmentId: id,
              span: { start, end: start + said.length },
              text: said,
              entityId: entity.id,
              confidence: 1,
            },
          ];
    }),
  );
  return { entities, mentions };
}

const unread = (text: string): Answer => matchOf(text, { review: 'translated' });

async function pages(
  locale: string,
  answers: Readonly<Record<string, Answer>>,
  {
    document = documentOf(Object.keys(answers)),
    entities = [MUSK],
  }: { document?: Document; entities?: readonly Entity[] } = {},
): Promise<{ html: string; md: string; json: { segments: { target: unknown; additions?: unknown }[] } }> {
  const { outputs } = await render(document, locale, answers, overlayOf(document, entities));
  const html = /<div class="article-body">\s*(.*?)\s*<\/div>/su.exec(outputs.html ?? '')?.[1] ?? '';
  return { html, md: (outputs.md ?? '').split('---\n').at(-1) ?? '', json: JSON.parse(outputs.json ?? '') };
}

describe('findSourceForms', () => {
  it.each([
    ['zh-Hans', '埃隆·马斯克这样说。', '埃隆·马斯克（Elon Musk）这样说。'],
    ['ja', 'イーロン・マスク氏が語った。', 'イーロン・マスク（Elon Musk）氏が語った。'],
    ['ko', '일론 머스크는 말했다.', '일론 머스크(Elon Musk)는 말했다.'],
    ['th', 'อีลอน มัสก์ กล่าว', 'อีลอน มัสก์ (Elon Musk) กล่าว'],
    ['ru', 'Об этом сказали Илону Маску.', 'Об этом сказали Илону Маску (Elon Musk).'],
    ['ar', 'قال إيلون ماسك ذلك.', 'قال إيلون ماسك (Elon Musk) ذلك.'],
  ])('gives it in %s in the brackets of the locale', async (locale, target, expected) => {
    const { md } = await pages(locale, { [SAID]: unread(target) });
    expect(md.trim()).toBe(expected);
  });

  it('names the language and that the house style added it, and leaves the target alone', async () => {
    const { html, json } = await pages('ar', { [SAID]: unread('قال إيلون ماسك ذلك.') });
    expect(html).toContain(
      'إيلون ماسك<span data-origin="house-style"> (<bdi lang="en" dir="ltr">Elon Musk</bdi>)</span> ذلك',
    );
    expect(json.segments[0]?.target).toEqual(coded('قال إيلون ماسك ذلك.'));
    expect(json.segments[0]?.additions).toEqual([
      {
        rule: 'source-form',
        entityId: 'Q317521',
        at: 14,
        before: ' (',
        text: 'Elon Musk',
        after: ')',
        locale: 'en',
      },
    ]);
  });

  it('isolates a name in plain formats whose last mark would change sides', async () => {
    const entity = { ...MUSK, name: 'Elon Musk Jr.', names: { ...MUSK.names, en: 'Elon Musk Jr.' } };
    const said = 'Elon Musk Jr. said so.';
    const { md } = await pages('ar', { [said]: unread('قال إيلون ماسك ذلك.') }, { entities: [entity] });
    expect(md).toContain('(\u2068Elon Musk Jr.\u2069)');
  });

  it('gives it once, where the name is first said in running text', async () => {
    const document = documentOf([SAID, AGAIN], { headline: 'Elon Musk speaks' });
    const { md } = await pages(
      'ru',
      {
        'Elon Musk speaks': unread('Илон Маск говорит'),
        [SAID]: unread('Илон Маск сказал.'),
        [AGAIN]: unread('Илон Маск ушёл.'),
      },
      { document },
    );
    expect(md).toBe('\n# Илон Маск говорит\n\nИлон Маск (Elon Musk) сказал.\n\nИлон Маск ушёл.\n');
  });

  it('goes on to a mention outside quotations and brackets', async () => {
    const { md } = await pages('ru', {
      [SAID]: unread('«Илон Маск сказал».'),
      'We saw Elon Musk there.': unread('Мы (Илон Маск, друзья) были там.'),
      [AGAIN]: unread('Илон Маск ушёл.'),
    });
    expect(md).toContain('«Илон Маск сказал».');
    expect(md).toContain('(Илон Маск, друзья)');
    expect(md).toContain('Илон Маск (Elon Musk) ушёл.');
  });

  it('stands behind marks and markup that enclose the name alone', async () => {
    const post: Entity = {
      id: 'Q166032',
      type: 'ORG',
      subtype: 'media',
      name: 'Washington Post',
      country: 'US',
      names: { ru: 'Вашингтон пост' },
      evidence: [],
    };
    const { html } = await pages(
      'ru',
      { 'The Washington Post: read.': unread('«Вашингтон пост»: читайте.') },
      { entities: [post] },
    );
    expect(html).toContain('«Вашингтон пост»<span data-origin="house-style"> (<bdi');
    const document = documentOf([
      [{ text: SAID, codes: [strong(1, 0, 9)] }],
      [{ text: AGAIN, codes: [link(1, 0, 15)] }],
    ]);
    const marked = await pages(
      'ru',
      { [SAID]: matchOf(coded('Илон Маск сказал.', [strong(1, 0, 9)]), { review: 'translated' }) },
      { document },
    );
    expect(marked.html).toContain('<strong>Илон Маск</strong><span data-origin="house-style"> (');
  });

  it.each([
    ['the translator gave it', 'ru', MUSK, [unread('Илон Маск (Elon Musk) сказал.')]],
    [
      'the translator gave it later',
      'ru',
      MUSK,
      [unread('Илон Маск сказал.'), unread('Илон Маск (Musk) ушёл.')],
    ],
    [
      'the first mention has another form',
      'ru',
      MUSK,
      [unread('Элон Маск сказал.'), unread('Илон Маск ушёл.')],
    ],
    ['a person approved the target', 'ru', MUSK, ['Илон Маск сказал.', unread('Илон Маск ушёл.')]],
    ['the name is a part of a longer one', 'ja', MUSK, [unread('イーロン・マスクソンが語った。')]],
    ['the form is the same', 'de', MUSK, [unread('Elon Musk sagte es.')]],
    ['the name is at home there', 'ru', { ...MUSK, country: 'KZ' }, [unread('Илон Маск сказал.')]],
    ['its country is not known', 'ru', { ...MUSK, country: undefined }, [unread('Илон Маск сказал.')]],
    ['the style does not ask for its kind', 'ru', { ...MUSK, type: 'LOC' }, [unread('Илон Маск сказал.')]],
    [
      'such names are translated',
      'ru',
      { ...MUSK, type: 'ORG', subtype: 'court' },
      [unread('Илон Маск сказал.')],
    ],
  ] as const)('says nothing where %s', async (_, locale, { country, ...entity }, [first, second]) => {
    const known = { ...entity, ...(country === undefined ? {} : { country }) };
    const answers = { [SAID]: first, ...(second === undefined ? {} : { [AGAIN]: second }) };
    const { html, json } = await pages(locale, answers, { entities: [known] });
    expect(html).not.toContain('house-style');
    expect(json.segments.some(({ additions }) => additions !== undefined)).toBe(false);
  });

  it('tells a foreign name by its form where the style knows one', async () => {
    const { country: _, ...unknown } = MUSK;
    const { md } = await pages(
      'ja',
      { [SAID]: unread('イーロン・マスクが語った。') },
      { entities: [unknown] },
    );
    expect(md).toContain('イーロン・マスク（Elon Musk）が');
  });

  it('adds nothing to what it has written', async () => {
    const { md } = await pages('ko', { [SAID]: unread('일론 머스크는 말했다.') });
    const again = await pages('ko', { [SAID]: unread(md.trim()) });
    expect(again.md).toBe(md);
  });
});
