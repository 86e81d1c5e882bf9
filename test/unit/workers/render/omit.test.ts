import { describe, expect, it } from 'vitest';
import { OUTPUT_FORMATS, type OutputFormat } from '../../../../shared/document/output-format.ts';
import { OUTPUT_WRITERS } from '../../../../workers/render/output-writers.ts';
import { documentOf } from '../../../support/builders.ts';
import { partsWithout } from './render-input.ts';

const DOCUMENT = documentOf(
  [
    'It rained. Nobody came. Nobody went. It stopped.',
    'A lost paragraph.',
    'Another one. And more.',
    { kind: 'heading', sentences: ['A lost heading'] },
    'It stopped.',
  ],
  { headline: 'A lost headline', meta: { section: 'World' } },
);
const ANSWERS = { 'It rained.': 'Llovió.', 'It stopped.': 'Paró.' };

function writeWithout(format: OutputFormat): string {
  return OUTPUT_WRITERS[format](partsWithout(DOCUMENT, 'es', ANSWERS));
}

describe('leaving out what is not translated', () => {
  it('puts one mark in the place of neighbouring sentences and of lost paragraphs', () => {
    expect(writeWithout('fragment')).toMatch(
      /<p>Llovió\. <span data-origin="omitted">\[…\]<\/span> Paró\.<\/p>\n<p><span data-origin="omitted">\[…\]<\/span><\/p>\n<p>Paró\.<\/p>/u,
    );
    expect(writeWithout('md')).toContain('Llovió. \\[…] Paró.\n\n\\[…]\n\nParó.\n');
    expect(writeWithout('txt')).toContain('Llovió. […] Paró.\n\n[…]\n\nParó.\n');
  });

  it.each(OUTPUT_FORMATS.filter((format) => format !== 'json' && format !== 'xliff'))(
    '%s shows nothing of the source text',
    (format) => {
      const body = writeWithout(format).replaceAll(/<script.*?<\/script>|"associations":.*?"bodies"/gu, '');
      expect(body).not.toMatch(/Nobody|lost|Another|World/u);
    },
  );

  it.each<[OutputFormat, string]>([
    ['html', 'content="translated=3;approved=3;reviewed=0;machine=0;source=0;omitted=7;segments=10"'],
    ['fragment', '7 frases aún no están traducidas.'],
    ['md', '\nuntranslated: 7\nomitted: 7\n'],
    [
      'txt',
      'Translation-State: translated=3;approved=3;reviewed=0;machine=0;source=0;omitted=7;segments=10\n',
    ],
    ['json', '"omitted":7,'],
    ['ninjs', '"representationType":"partial"'],
    ['xliff', '>translated=3;approved=3;reviewed=0;machine=0;source=0;omitted=7;segments=10</note>'],
  ])('%s counts it', (format, expected) => {
    expect(writeWithout(format)).toContain(expected);
  });

  it('marks each segment in the JSON, which shows all sources', () => {
    const { segments } = JSON.parse(writeWithout('json'));
    expect(segments.filter(({ isOmitted }: { isOmitted?: true }) => isOmitted === true)).toHaveLength(7);
  });
});
