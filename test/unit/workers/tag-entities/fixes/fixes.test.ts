import { describe, expect, it } from 'vitest';
import type { EntityFix, FixVerdict } from '../../../../../shared/document/entity-fix.ts';
import { EntityOverlay } from '../../../../../shared/document/entity-mention.ts';
import { placeAt } from '../../../../../shared/document/fix-place.ts';
import { settleFixes } from '../../../../../workers/tag-entities/fixes/settle-fixes.ts';
import { tagEntities } from '../../../../../workers/tag-entities/tag-entities.ts';
import { documentOf } from '../../../../support/builders.ts';
import { deps } from '../tagged.ts';

const CONTENT = [
  'The governor of Lakeview, Ana Ruiz, met Paris in Nairobi on May 3.',
  'Ruiz said that Lakeview would pay. The Lakeview Tigers left Paris on May 4.',
];
const document = documentOf(CONTENT, { publishedAt: '2026-05-10' });
const segments = document.segments;

function fixOf(text: string, verdict: FixVerdict, where: Partial<Where> = {}): EntityFix {
  const { segment = 0, everywhere } = where;
  const all = segments[segment]?.text ?? '';
  const start = all.indexOf(text);
  expect(start, text).toBeGreaterThanOrEqual(0);
  const place = placeAt({ id: segments[segment]?.id ?? '', text: all }, { start, end: start + text.length });
  const key = `f${String(start + 100 * segment).padStart(12, '0')}`;
  return { key, place, verdict, ...(everywhere === true ? { everywhere } : {}) };
}

interface Where {
  readonly segment: number;
  readonly everywhere: true;
}

async function tag(...fixes: readonly EntityFix[]): Promise<EntityOverlay> {
  return tagEntities(document, deps, { fixes: await settleFixes(fixes, deps.findEntry) });
}

function shown({ mentions, entities }: EntityOverlay): readonly string[] {
  return mentions.map(({ text, entityId }) => {
    const entity = entities.find(({ id }) => id === entityId);
    return `${entity?.type ?? '?'} ${text} ${entityId}`;
  });
}

describe('what an editor says of an article', () => {
  it('gives a mention another type, and every mention of the same words with it', async () => {
    const { mentions, ...overlay } = await tag(
      fixOf('Paris', { kind: 'mention', type: 'PER' }, { everywhere: true }),
    );
    expect(shown({ mentions, ...overlay }).filter((line) => line.includes('Paris'))).toEqual([
      'PER Paris local:per:paris',
      'PER Paris local:per:paris',
    ]);
    const mention = mentions.find(({ text }) => text === 'Paris');
    expect(mention?.confidence).toBe(1);
    expect(overlay.entities.find(({ id }) => id === 'local:per:paris')?.evidence).toEqual([
      'An editor says so',
    ]);
  });

  it('leaves the other mentions alone where it was said of one', async () => {
    const overlay = await tag(fixOf('Paris', { kind: 'mention', type: 'PER' }));
    expect(shown(overlay).filter((line) => line.includes('Paris'))).toEqual([
      'PER Paris local:per:paris',
      'LOC Paris Q90',
    ]);
  });

  it('links a name, and the shorter mentions of it follow', async () => {
    const overlay = await tag(fixOf('Ana Ruiz', { kind: 'mention', type: 'PER', link: 'Q424242' }));
    expect(shown(overlay).filter((line) => line.includes('Ruiz'))).toEqual([
      'PER Ana Ruiz Q424242',
      'PER Ruiz Q424242',
    ]);
  });

  it('links to an entry of the gazetteer with its names, and to none', async () => {
    const overlay = await tag(
      fixOf('Lakeview', { kind: 'mention', type: 'LOC', link: 'Q3870' }),
      fixOf('Nairobi', { kind: 'mention', type: 'LOC', link: 'none' }),
    );
    expect(overlay.entities.find(({ id }) => id === 'Q3870')?.names['ru']).toBe('Найроби');
    expect(shown(overlay)).toContain('LOC Nairobi local:loc:nairobi');
  });

  it('moves a boundary: what overlapped it is gone', async () => {
    const overlay = await tag(fixOf('Lakeview Tigers', { kind: 'mention', type: 'ORG' }, { segment: 2 }));
    expect(shown(overlay)).toContain('ORG Lakeview Tigers local:org:lakeview-tigers');
    const ofThird = overlay.mentions.filter(({ segmentId }) => segmentId === segments[2]?.id);
    expect(ofThird.map(({ text }) => text)).toEqual(['Lakeview Tigers', 'Paris', 'May 4']);
  });

  it('yields to a longer name that contains the same words, but at the place that was pointed at', async () => {
    const overlay = await tag(
      fixOf('Lakeview', { kind: 'mention', type: 'ORG' }, { everywhere: true }),
      fixOf('Lakeview Tigers', { kind: 'mention', type: 'ORG' }, { segment: 2 }),
    );
    expect(shown(overlay).filter((line) => line.includes('Lakeview'))).toEqual([
      'ORG Lakeview local:org:lakeview',
      'ORG Lakeview local:org:lakeview',
      'ORG Lakeview Tigers local:org:lakeview-tigers',
    ]);
  });

  it('removes a mention here or everywhere', async () => {
    const here = await tag(fixOf('Paris', { kind: 'nothing' }));
    expect(here.mentions.filter(({ text }) => text === 'Paris')).toHaveLength(1);
    const all = await tag(fixOf('Paris', { kind: 'nothing' }, { everywhere: true }));
    expect(all.mentions.filter(({ text }) => text === 'Paris')).toEqual([]);
    expect(all.fixes?.[0]?.places).toHaveLength(2);
  });

  it('takes the value that the words have for the type that is said, or none', async () => {
    const overlay = await tag(
      fixOf('May 3', { kind: 'mention', type: 'EVENT' }),
      fixOf('governor', { kind: 'mention', type: 'DATE' }),
    );
    expect(shown(overlay)).toContain('EVENT May 3 local:event:may-3');
    expect(overlay.entities.find(({ name }) => name === 'governor')?.value).toBeUndefined();
    const back = await tag(fixOf('May 3', { kind: 'mention', type: 'DATE' }));
    expect(back.entities.find(({ name }) => name === 'May 3')?.value).toMatchObject({ timex: '2026-05-03' });
  });

  it('says who is meant by a role, and which country by a people', async () => {
    const overlay = await tag(
      fixOf('The governor', { kind: 'mention', type: 'ROLE', link: 'Q424242' }),
      fixOf('Paris', { kind: 'mention', type: 'NORP', link: 'Q142' }),
    );
    expect(overlay.entities.find(({ type }) => type === 'ROLE')?.refersTo).toBe('Q424242');
    expect(overlay.entities.find(({ type }) => type === 'NORP')).toMatchObject({
      id: 'local:norp:fr',
      refersTo: 'Q142',
    });
  });

  it('lets the later of two words about one place hold, and says what fits nothing', async () => {
    const first = fixOf('Paris', { kind: 'mention', type: 'PER' });
    const second = { ...first, key: 'f00000000000z', verdict: { kind: 'nothing' as const } };
    const gone = { ...first, key: 'f00000000000y', place: { ...first.place, segmentId: 's', text: 'Lyon' } };
    const overlay = await tag(first, second, gone);
    expect(overlay.mentions.filter(({ text }) => text === 'Paris')).toHaveLength(1);
    expect(overlay.fixes?.map(({ places }) => places.length)).toEqual([0, 1, 0]);
    expect(overlay.diagnostics?.map(({ code, message }) => [code, message.includes('"Lyon"')])).toEqual([
      ['fix-unmatched', false],
      ['fix-unmatched', true],
    ]);
  });

  it('changes nothing where nothing was said, keeps spans equal to their slices, and fits the schema', async () => {
    expect(await tag()).toEqual(tagEntities(document, deps));
    const overlay = await tag(fixOf('Ana Ruiz', { kind: 'mention', type: 'ORG' }, { everywhere: true }));
    expect(EntityOverlay.parse(overlay)).toEqual(overlay);
    for (const { segmentId, span, text } of overlay.mentions) {
      expect(segments.find(({ id }) => id === segmentId)?.text.slice(span.start, span.end)).toBe(text);
    }
  });
});
