import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { PROJECT_ROOT } from '../../../config/project-root.ts';
import type { Document } from '../../../shared/document/document.ts';
import type { EntityOverlay } from '../../../shared/document/entity-mention.ts';
import { createNormalizeDeps } from '../../../workers/normalize/deps.ts';
import { normalizeStage } from '../../../workers/normalize/stage.ts';
import { normalizeHere } from '../../../workers/normalize/thread/normalizer.ts';
import { createTagEntitiesDeps } from '../../../workers/tag-entities/deps.ts';
import { tagEntitiesStage } from '../../../workers/tag-entities/stage.ts';
import { sourceOf } from '../../support/pipeline.ts';

const SEED = join(PROJECT_ROOT, '..', 'shared', 'seed', 'article.md');
const isHere = existsSync(SEED);
if (!isHere) {
  process.stdout.write('skipped: the seed article is not beside the project\n');
}

async function processSeed(): Promise<{ readonly document: Document; readonly overlay: EntityOverlay }> {
  const { signal } = new AbortController();
  const source = {
    ...sourceOf('seed'),
    content: readFileSync(SEED, 'utf8'),
    meta: { publishedAt: '2026-01-13' },
  };
  const { sourceLocale: _detected, ...undeclared } = source;
  const document = await normalizeStage.run(
    { source: undeclared },
    normalizeHere(createNormalizeDeps()),
    signal,
  );
  const overlay = await tagEntitiesStage.run(
    { source, normalize: document },
    await createTagEntitiesDeps(),
    signal,
  );
  return { document, overlay };
}

describe.runIf(isHere)('the seed article', () => {
  it('loses its defects, each with a repair on record', async () => {
    const { document } = await processSeed();
    const text = document.segments.map((segment) => segment.text).join('\n');
    for (const defect of [
      "mexico's",
      'january',
      'mexican foreign minister',
      'president Trump',
      '![',
      '|',
      'by Thanh Danh',
    ]) {
      expect(text, defect).not.toContain(defect);
    }
    expect(document.sourceLocale).toBe('en');
    expect(document.meta).toMatchObject({ byline: [{ name: 'Thanh Danh' }], agency: 'AP' });
    const rules = new Set(document.overlays.repairs.map(({ rule }) => rule));
    for (const rule of [
      'caption-table',
      'credit',
      'byline-line',
      'month-case',
      'place-case',
      'demonym-case',
      'title-case',
    ]) {
      expect(rules, rule).toContain(rule);
    }
  });

  it('gets a figure with caption and credit where the table stood', async () => {
    const { document } = await processSeed();
    const figure = document.tree.children.find((node) => node.type === 'figure');
    expect(figure).toMatchObject({ credit: { role: 'photo', name: 'AFP' } });
    const caption = document.segments.filter(({ blockId }) =>
      document.blocks.some((block) => block.id === blockId && block.kind === 'caption'),
    );
    expect(caption.map(({ text }) => text)).toEqual([
      'President Claudia Sheinbaum speaks during a press conference on January 12 in Mexico City.',
    ]);
  });

  it('has its people as one entity each, linked, and its dates resolved', async () => {
    const { overlay } = await processSeed();
    const mentionsOf = (name: string): readonly string[] => {
      const entity = overlay.entities.find((candidate) => candidate.name === name);
      return overlay.mentions.filter(({ entityId }) => entityId === entity?.id).map(({ text }) => text);
    };
    expect(mentionsOf('Claudia Sheinbaum')).toEqual([
      'Claudia Sheinbaum',
      'Sheinbaum',
      'Sheinbaum',
      'Claudia Sheinbaum',
      'Sheinbaum',
    ]);
    expect(mentionsOf('Donald Trump')).toContain('Trump');
    const valueOf = (text: string): unknown => {
      const mention = overlay.mentions.find((candidate) => candidate.text === text);
      return overlay.entities.find(({ id }) => id === mention?.entityId)?.value;
    };
    expect(valueOf('January 12')).toMatchObject({ timex: '2026-01-12' });
    expect(valueOf('early hours of January 3')).toMatchObject({ timex: '2026-01-03TMO' });
    expect(valueOf('mid-last week')).toMatchObject({ timex: '2026-W02', mod: 'mid' });
    expect(valueOf('97%')).toMatchObject({ kind: 'percent', value: 97 });
    const mexico = overlay.entities.find(({ id }) => id === 'Q96' && id.length > 0);
    expect(mexico?.names).toMatchObject({ fr: 'Mexique', ja: 'メキシコ' });
  });
});
