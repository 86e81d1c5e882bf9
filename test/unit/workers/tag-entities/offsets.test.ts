import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Document } from '../../../../shared/document/document.ts';
import { PLACEHOLDER } from '../../../../shared/document/inline-code.ts';
import { tagEntities } from '../../../../workers/tag-entities/tag-entities.ts';
import { documentOf } from '../../../support/builders.ts';
import { deps } from './tagged.ts';

const piece = fc.oneof(
  fc.constantFrom(
    'Claudia Sheinbaum',
    'the US president',
    'Mexico’s',
    'U.S.',
    'January 3, 2026',
    'three days later',
    '$5 billion',
    '97%',
    '10,000',
    'World Food Programme (WFP)',
    'Dr. Ana Ruiz',
    'https://example.org/a?b',
    '习近平',
    'Кремль',
    PLACEHOLDER,
    '👩‍👩‍👧',
    '🇲🇽',
    'e\u0301',
    '"',
    '.',
    ', ',
    ' ',
    '\u00A0',
    '-',
    'Jose\u0301 ',
  ),
  fc.string({ unit: 'grapheme', maxLength: 6 }),
  fc.string({ unit: 'binary', maxLength: 4 }),
);
const text = fc.array(piece, { minLength: 1, maxLength: 14 }).map((pieces) => pieces.join(''));
const documents = fc
  .array(
    fc.array(
      text.filter((each) => each !== ''),
      { minLength: 1, maxLength: 3 },
    ),
    { minLength: 1, maxLength: 3 },
  )
  .chain((paragraphs) =>
    fc
      .constantFrom('en', 'fr', 'zh-Hans')
      .map((sourceLocale) => documentOf(paragraphs, { sourceLocale, publishedAt: '2026-01-13' })),
  );

describe('mentions', () => {
  it('are slices of their segment, apart from each other, in reading order, clear of inline codes', () => {
    fc.assert(
      fc.property(documents, (document) => {
        checkMentions(document);
      }),
      { numRuns: 250 },
    );
  });

  it('all denote a listed entity, and every entity is mentioned', () => {
    fc.assert(
      fc.property(documents, (document) => {
        const { mentions, entities } = tagEntities(document, deps);
        expect(new Set(mentions.map(({ entityId }) => entityId))).toEqual(
          new Set(entities.map(({ id }) => id)),
        );
      }),
    );
  });

  it('are found in time that grows with the text, whatever the text', { timeout: 120_000 }, () => {
    for (const hostile of HOSTILE) {
      const document = documentOf([[hostile.repeat(60_000 / hostile.length)]], { publishedAt: '2026-01-13' });
      const before = process.cpuUsage(); // other work on the machine does not count
      tagEntities(document, deps);
      expect(process.cpuUsage(before).user / 1000, hostile).toBeLessThan(3000);
      checkMentions(document);
    }
  });

  it('are found in a megabyte without spaces', { timeout: 120_000 }, () => {
    checkMentions(documentOf([['x'.repeat(1_000_000)]]));
    for (const endless of ['日', 'e\u0301', '👩‍👩‍👧', 'ab1', 'Я']) {
      checkMentions(documentOf([[endless.repeat(150_000 / endless.length)]]));
    }
  });

  it('are none in a document without text', () => {
    expect(tagEntities(documentOf([]), deps)).toEqual({ mentions: [], entities: [] });
    expect(tagEntities(documentOf([[PLACEHOLDER, ' ', '\u0301']]), deps).mentions).toEqual([]);
  });
});

const HOSTILE = [
  '1,',
  'Ab ',
  'http://.',
  'may ',
  '@a.',
  '$1',
  'a@',
  '1 million ',
  'the US president ',
  'Dr. Ab Cd, ',
  'in Kisum,',
  'Ana Ruiz Pablo Ruiz Ruiz ',
  'Ana Ruiz and Ruiz said ',
  'World Food Programme (WFP) ',
  'WFP (World Food Programme) ',
  '(WFP) ',
  'AB (',
  '习近平',
  'ก',
  'Ab-',
  'Kim Jong Un Kim ',
  'Halden Corp ',
  'the Ministry of Health ',
];

function checkMentions(document: Document): void {
  const order = new Map<string, number>(document.segments.map(({ id }, index) => [id, index]));
  let previous = { segment: -1, end: 0 };
  for (const { segmentId, span, text: mentioned } of tagEntities(document, deps).mentions) {
    const segment = order.get(segmentId) ?? -1;
    const whole = document.segments[segment]?.text ?? '';
    expect(mentioned).toBe(whole.slice(span.start, span.end));
    expect(mentioned).not.toBe('');
    expect(mentioned).not.toContain(PLACEHOLDER);
    const sameSegment = segment === previous.segment;
    expect(sameSegment ? span.start >= previous.end : segment > previous.segment).toBe(true);
    previous = { segment, end: span.end };
  }
}
