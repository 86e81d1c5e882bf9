import { describe, expect, it } from 'vitest';
import { Locale } from '../../../../shared/document/locale.ts';
import { serveRendition } from '../../../../workers/render/serve-rendition.ts';
import { documentOf } from '../../../support/builders.ts';
import { matchesOf, matchOf, render } from './render-input.ts';

const DOCUMENT = documentOf(['It rained. Nobody was hurt.']);
const ANSWERS = {
  'It rained.': matchOf('Llovió.', { unitId: 'u1' }),
  'Nobody was hurt.': [
    matchOf('Nadie resultó herido.', { unitId: 'u2', review: 'draft' }),
    matchOf('Nadie murió.', { unitId: 'u3', kind: 'fuzzy', score: 84 }),
  ],
};

describe('serveRendition', () => {
  it('gives what the stage had, where everything may be shown', async () => {
    const { rendition } = await render(DOCUMENT, 'es', ANSWERS);
    const matches = matchesOf(DOCUMENT, 'es', ANSWERS);
    const served = serveRendition(
      { document: DOCUMENT, rendition, matches },
      { isServed: () => true, fallback: 'source' },
    );
    expect(served.rendition).toEqual(rendition);
    expect(served.filled.map(({ target, match }) => [target?.text, match?.unitId])).toEqual([
      ['Llovió.', 'u1'],
      ['Nadie resultó herido.', 'u2'],
    ]);
    expect(served.filled[1]?.suggestions.map(({ unitId }) => unitId)).toEqual(['u3']);
  });

  it('takes back targets that must not be shown, with a reason, and counts again', async () => {
    const { rendition } = await render(DOCUMENT, 'es', ANSWERS);
    const served = serveRendition(
      { document: DOCUMENT, rendition, matches: undefined },
      { isServed: ({ review }) => review === 'approved', fallback: 'source' },
    );
    expect(served.rendition).toMatchObject({
      locale: Locale.parse('es'),
      counts: { segments: 2, translated: 1, approved: 1, reviewed: 0, machine: 0, source: 1 },
    });
    expect(served.rendition.segments[1]).toMatchObject({
      origin: 'none',
      review: 'draft',
      reasons: ['unreviewed', 'below-policy'],
    });
    expect(served.filled[1]?.target).toBeUndefined();
  });
});
