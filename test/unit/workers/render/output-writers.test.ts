import { describe, expect, it } from 'vitest';
import { OUTPUT_FORMATS } from '../../../../shared/document/output-format.ts';
import { documentOf } from '../../../support/builders.ts';
import { coded, link, strong, write } from './render-input.ts';

const ANSWERS = {
  'It rained.': 'هطل المطر.',
  'Read this now.': coded('اقرأ هذا الآن.', [link(1, 5, 8), strong(2, 9, 13)]),
};

/** Made anew each time, so that no two writings share an object. */
function article(): ReturnType<typeof documentOf> {
  return documentOf(
    [
      'It rained. Nobody was hurt.',
      [{ text: 'Read this now.', codes: [link(1, 5, 9), strong(2, 10, 13)] }],
      { kind: 'quote', sentences: ['"It will rain," he said.'] },
    ],
    {
      headline: 'Rain',
      publishedAt: '2026-04-15T07:20:00Z',
      meta: { byline: [{ name: 'J. Doe' }], keywords: ['b', 'a'] },
    },
  );
}

describe('every output format', () => {
  it.each(OUTPUT_FORMATS)('%s gives the same bytes for the same article', (format) => {
    const [first, second] = [
      write(format, article(), 'ar', ANSWERS),
      write(format, article(), 'ar', ANSWERS),
    ];
    expect(second).toBe(first);
    expect(first).not.toBe(write(format, article(), 'ar'));
  });

  it.each(OUTPUT_FORMATS)(
    '%s ends with a line end and has neither carriage return nor byte order mark',
    (format) => {
      expect(write(format, article(), 'ar', ANSWERS)).toMatch(/^[^\r\uFEFF]*\n$/u);
    },
  );
});
