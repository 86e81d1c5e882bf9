import { describe, expect, it } from 'vitest';
import { readSrx, srxRulesOf } from '../../../../../shared/exchange/srx/read-srx.ts';
import { srxFile } from './support.ts';

describe('readSrx', () => {
  it('takes the rules of the first language map that fits, whatever the case of the code', () => {
    const file = readSrx(srxFile({ cascade: false }));
    expect(srxRulesOf(file, 'en-GB').map(({ isBreak }) => isBreak)).toEqual([false, true]);
    expect(srxRulesOf(file, 'de').map(({ isBreak }) => isBreak)).toEqual([true]);
  });

  it('takes all that fit, in the order of the maps, when the file cascades', () => {
    const file = readSrx(srxFile({ cascade: true }));
    expect(srxRulesOf(file, 'en').map(({ isBreak }) => isBreak)).toEqual([false, true, true]);
  });

  it('names each refused rule with its number, pattern and reason, and keeps the others', () => {
    const xml = srxFile({ cascade: false }).replace('[A-Z]', String.raw`\p{Nonsense}`);
    const file = readSrx(xml);
    expect(file.refused).toEqual([
      {
        languageRule: 'English',
        number: 2,
        pattern: String.raw`\s+\p{Nonsense}`,
        reason: 'the character property "Nonsense" is not known',
      },
    ]);
    expect(srxRulesOf(file, 'en')).toHaveLength(1);
  });

  it('reads prefixed names and leaves extensions of tools out', () => {
    const xml = srxFile({ cascade: false })
      .replaceAll('<rule ', '<s:rule ')
      .replaceAll('</rule>', '</s:rule>')
      .replace('<body>', '<body><okpsrx:options oneSegmentIncludesAll="no"/>');
    expect(srxRulesOf(readSrx(xml), 'en')).toHaveLength(2);
  });

  it.each<[string, string, RegExp]>([
    ['another root', '<tmx/>', /root is not <srx>/u],
    ['broken XML', '<srx><body></srx>', /not valid/u],
    [
      'a map to nowhere',
      srxFile({ cascade: false }).replace('languagerulename="Default"/>', 'languagerulename="X"/>'),
      /"X", which is not there/u,
    ],
    [
      'a language pattern that is none',
      srxFile({ cascade: false }).replace('EN.*', '(EN'),
      /"\(EN" cannot be used/u,
    ],
  ])('refuses %s', (_, xml, message) => {
    expect(() => readSrx(xml)).toThrow(message);
  });
});
