import { describe, expect, it } from 'vitest';
import { documentOf } from '../../../support/builders.ts';
import { coded, lineBreak, link, note, write } from './render-input.ts';

const ISOLATES = /[\u2066-\u2069]/gu;

describe('plain text', () => {
  it('has the headline, the header and a paragraph a line, then the state for programs', () => {
    const document = documentOf(['The ferry is back. Drivers welcomed it.', 'Nobody was hurt.'], {
      headline: 'Night ferry returns',
      publishedAt: '2026-04-15',
      meta: { byline: [{ name: 'Lena Hartwell' }], agency: 'AFP' },
    });
    const text = write('txt', document, 'fr', { 'The ferry is back.': 'Le ferry est de retour.' });
    expect(text).toBe(
      [
        'Night ferry returns',
        'Par Lena Hartwell · AFP\nPublié le 15 avril 2026 · Lecture\u00A0: 1\u00A0min',
        '3 phrases ne sont pas encore traduites. Approuvé à 25\u00A0% · Langue d’origine\u00A0: anglais',
        'Le ferry est de retour. Drivers welcomed it.',
        'Nobody was hurt.',
        '-- \nTranslation-State: translated=1;approved=1;reviewed=0;machine=0;source=3;segments=4\n',
      ].join('\n\n'),
    );
  });

  it('isolates names and runs of the other direction where they need it, balanced in each line', () => {
    const document = documentOf(['Nobody was hurt.', 'It rained.'], {
      meta: { byline: [{ name: 'J. Doe (NYT)' }] },
    });
    const text = write('txt', document, 'ar', { 'It rained.': 'هطل المطر.' });
    expect(text).toContain('\u2068Nobody was hurt.\u2069');
    expect(text).toContain('\u2068J. Doe (NYT)\u2069');
    for (const line of text.split('\n')) {
      const marks = line.match(ISOLATES) ?? [];
      expect(marks.filter((mark) => mark === '\u2069')).toHaveLength(marks.length / 2);
    }
  });

  it('reopens an isolate after a hard break', () => {
    const document = documentOf([[{ text: 'One, two.\uFFFCThree, 4.', codes: [lineBreak(1, 9)] }]]);
    expect(write('txt', document, 'he')).toContain('\u2068One, two.\u2069\n\u2068Three, 4.\u2069');
  });

  it('gives links their address, pictures their words, and keeps controls of the source out', () => {
    const document = documentOf([
      [{ text: 'Read it here.', codes: [link(1, 8, 12, 'https://example.org/en')] }],
      [coded('A \u202Etrap\uFFFC.', [note(1, 7)])],
    ]);
    const text = write('txt', document, 'en');
    expect(text).toContain('Read it here (https://example.org/en).');
    expect(text).toContain('A trap');
    expect(text).not.toMatch(/[\u202A-\u202E]/u);
  });

  it('writes lists, quotes, tables and code with plain marks', () => {
    const document = documentOf(['First.', 'Second.', 'A quote.', 'Cell.', 'Other cell.']);
    const [first, second, quote, cell, other] = document.segments.map(({ id }) => ({
      type: 'segment' as const,
      id,
    }));
    const paragraph = (segment: typeof first) => ({
      type: 'paragraph' as const,
      children: segment === undefined ? [] : [segment],
    });
    const text = write(
      'txt',
      {
        ...document,
        tree: {
          type: 'root',
          children: [
            {
              type: 'list',
              ordered: true,
              start: 3,
              spread: false,
              children: [first, second].map((segment) => ({
                type: 'listItem' as const,
                spread: false,
                children: [paragraph(segment)],
              })),
            },
            { type: 'blockquote', children: [paragraph(quote)] },
            {
              type: 'table',
              align: ['left', 'left'],
              children: [
                {
                  type: 'tableRow',
                  children: [cell, other].map((segment) => ({
                    type: 'tableCell' as const,
                    children: segment === undefined ? [] : [segment],
                  })),
                },
              ],
            },
            { type: 'code', value: 'npm  test\n  --all' },
          ],
        },
      },
      'en',
    );
    expect(text).toContain(
      '3. First.\n4. Second.\n\n> A quote.\n\nCell. | Other cell.\n\nnpm  test\n  --all\n',
    );
  });
});
