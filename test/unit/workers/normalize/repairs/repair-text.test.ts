import { describe, expect, it } from 'vitest';
import { normalized } from '../support.ts';

async function repaired(text: string, sourceLocale = 'en'): Promise<[string, string[]]> {
  const document = await normalized(text, { format: 'text', sourceLocale });
  const joined = document.segments.map((segment) => segment.joinBefore + segment.text).join('');
  return [joined, document.overlays.repairs.map((repair) => repair.rule)];
}

describe('repairText', () => {
  it.each<[string, string, string, string, string?]>([
    ['soft hyphens', 'The har\u00ADbour is open.', 'The harbour is open.', 'soft-hyphen'],
    ['zero-width spaces', 'The har\u200Bbour is open.', 'The harbour is open.', 'zero-width'],
    ['joiners between Latin letters', 'The har\u200Dbour is open.', 'The harbour is open.', 'zero-width'],
    ['direction marks', 'The \u200Eharbour\u202C is open.', 'The harbour is open.', 'bidi-control'],
    ['control characters', 'The har\u0007bour is open.', 'The harbour is open.', 'control-character'],
    ['line separators', 'The\u2028harbour is open.', 'The harbour is open.', 'control-character'],
    [
      'object replacement characters',
      'The \uFFFCharbour is open.',
      'The harbour is open.',
      'literal-placeholder',
    ],
    ['no-break spaces between words', 'The\u00A0harbour is open.', 'The harbour is open.', 'no-break-space'],
    ['doubled spaces', 'The  harbour is  open.', 'The harbour is open.', 'doubled-space'],
    ['decomposed letters', 'The cafe\u0301 is open.', 'The café is open.', 'composition'],
    ['wrapped lines', 'The harbour\nis open.', 'The harbour is open.', 'hard-wrap'],
    ['wrapped lines of Chinese', '港口今天\n开放了。', '港口今天开放了。', 'hard-wrap', 'zh-Hans'],
    [
      'a quotation that opens curly and closes straight',
      'He said “it is open" and left.',
      'He said “it is open” and left.',
      'mixed-quotes',
    ],
    [
      'a quotation that opens straight and closes curly',
      'He said "it is open” and left.',
      'He said “it is open” and left.',
      'mixed-quotes',
    ],
  ])('repairs %s', async (...[, text, expected, rule, locale]) => {
    const [result, rules] = await repaired(text, locale);
    expect(result).toBe(expected);
    expect(new Set(rules)).toEqual(new Set([rule]));
  });

  it.each<[string, string, string]>([
    ['straight quotes', 'He said "it is open" and left.', 'en'],
    ['curly quotes', 'He said “it is open” and left.', 'en'],
    ['inches', 'The 5" pipe and the “big” one.', 'en'],
    ['a no-break space in a number with a unit', 'It is 10\u00A0km away.', 'en'],
    ['French no-break spaces', 'Il a dit\u00A0: «\u00A0c’est ouvert\u00A0»\u00A0!', 'fr'],
    ['joiners that shape letters', 'می\u200Cخواهم بروم', 'fa'],
    ['an emoji of several characters', 'The family 👨\u200D👩\u200D👧 came.', 'en'],
    ['Thai zero-width spaces', 'ท่าเรือ\u200Bเปิด', 'th'],
  ])('leaves %s alone', async (_name, text, locale) => {
    expect(await repaired(text, locale)).toEqual([text, []]);
  });

  it('makes one repair of very many defects of one kind', async () => {
    const document = await normalized('a  b '.repeat(3_000), { format: 'text' });
    expect(document.overlays.repairs).toHaveLength(1);
    expect(document.segments[0]?.text).toBe('a b '.repeat(3_000).trim());
  });
});
