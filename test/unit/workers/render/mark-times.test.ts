import { describe, expect, it } from 'vitest';
import type { EntityOverlay } from '../../../../shared/document/entity-mention.ts';
import { markTimes } from '../../../../workers/render/mark-times.ts';
import { documentOf } from '../../../support/builders.ts';
import { coded, kitOf, render, strong } from './render-input.ts';

function marked(locale: string, text: string, ...times: readonly string[]): readonly string[] {
  return markTimes(coded(text), times, kitOf(locale)).codes.map((code) =>
    code.kind === 'span' ? `${code.dateTime}: ${text.slice(code.start, code.end)}` : code.kind,
  );
}

describe('markTimes', () => {
  it.each([
    ['es', 'Llegó el 12 de enero.', '--01-12', '--01-12: 12 de enero'],
    ['es', 'Llegó el 12 de enero.', '2026-01-12', '2026-01-12: 12 de enero'],
    ['de', 'Am 12. Januar 2026 kam er.', '2026-01-12', '2026-01-12: 12. Januar 2026'],
    ['ru', 'Он приехал 12 января.', '--01-12', '--01-12: 12 января'],
    ['ja', '彼は1月12日に来た。', '--01-12', '--01-12: 1月12日'],
    ['fa', 'او در ۱۲ ژانویه آمد.', '--01-12', '--01-12: ۱۲ ژانویه'],
    ['th', 'เขามาวันที่ 12 มกราคม', '--01-12', '--01-12: 12 มกราคม'],
    ['ru', 'Он приехал 12-го января.', '--01-12', '--01-12: 12-го января'],
    ['ar', 'وصل في 12 من يناير.', '2026-01-12', '2026-01-12: 12 من يناير'],
    ['vi', 'Ông đến ngày 12/01/2026.', '2026-01-12', '2026-01-12: 12/01/2026'],
    ['de', 'Um 14:30 Uhr kam er.', '14:30', '14:30: 14:30 Uhr'],
    ['en', 'He came at 2:30 PM.', '14:30', '14:30: 2:30 PM'],
  ])('%s: %s', (locale, text, timex, expected) => {
    expect(marked(locale, text, timex)).toEqual([expected]);
  });

  it('leaves alone what is another day, stands twice, or crosses an inline code', () => {
    expect(marked('es', 'El 12 de enero y el 12 de enero.', '--01-12')).toEqual([]);
    expect(marked('es', 'El 22 de enero.', '--01-12', '--01-02')).toEqual([]);
    const crossed = markTimes(coded('El 12 de enero.', [strong(1, 0, 5)]), ['--01-12'], kitOf('es'));
    expect(crossed.codes).toHaveLength(1);
  });

  it('is seen in the page', async () => {
    const document = documentOf(['He came on January 12.']);
    const [segment] = document.segments;
    const overlay: EntityOverlay = {
      mentions: [
        {
          segmentId: segment?.id ?? '',
          span: { start: 11, end: 21 },
          text: 'January 12',
          entityId: 'd',
          confidence: 1,
        },
      ],
      entities: [
        {
          id: 'd',
          type: 'DATE',
          name: 'January 12',
          names: {},
          value: { kind: 'date', timex: '--01-12' },
          evidence: [],
        },
      ],
    };
    const { outputs } = await render(
      document,
      'es',
      { 'He came on January 12.': 'Llegó el 12 de enero.' },
      overlay,
    );
    expect(outputs.html).toContain('Llegó el <time datetime="--01-12">12 de enero</time>.');
    expect(outputs.md).toContain('Llegó el 12 de enero.');
  });
});
