import { describe, expect, it } from 'vitest';
import { readSrx, srxRulesOf } from '../../../../../shared/exchange/srx/read-srx.ts';
import { escapeXmlText } from '../../../../../shared/exchange/xml.ts';
import { createSrxBreaker, type SrxMode } from '../../../../../workers/normalize/segment/srx-breaks.ts';
import { deps } from '../support.ts';
import { cut } from './support.ts';

function cutBy(rules: string, text: string, mode: SrxMode = 'replace'): string[] {
  const file = readSrx(
    `<srx><header cascade="yes"/><body><languagerules><languagerule languagerulename="L">${rules}</languagerule></languagerules><maprules><languagemap languagepattern=".*" languagerulename="L"/></maprules></body></srx>`,
  );
  expect(file.refused).toEqual([]);
  return cut(text, createSrxBreaker(srxRulesOf(file, 'en'), deps.sentenceBreaksOf('en'), mode));
}

function rule(isBreak: boolean, before: string, after: string): string {
  return `<rule break="${isBreak ? 'yes' : 'no'}"><beforebreak>${escapeXmlText(before)}</beforebreak><afterbreak>${escapeXmlText(after)}</afterbreak></rule>`;
}

describe('createSrxBreaker', () => {
  it('lets the first rule that fits decide', () => {
    const yes = rule(true, String.raw`\.`, String.raw`\s`);
    const no = rule(false, String.raw`\bapprox\.`, String.raw`\s`);
    expect(cutBy(no + yes, 'It is approx. ten. We go.')).toEqual(['It is approx. ten.', 'We go.']);
    expect(cutBy(yes + no, 'It is approx. ten.')).toEqual(['It is approx.', 'ten.']);
  });

  it('reads rules that stand after the white space, as those of OmegaT and LanguageTool do', () => {
    const yes = rule(true, String.raw`[\.!?…]['»"”\)\]\}]?\u0002?\s+`, '');
    const no = rule(false, String.raw`\b(?i:inc|[A-Z])\.\s`, String.raw`\p{Ll}`);
    expect(cutBy(no + yes, 'Bolt INC. is here. "Yes." We go.')).toEqual([
      'Bolt INC. is here.',
      '"Yes."',
      'We go.',
    ]);
  });

  it('keeps our own breaks where no rule fits, when rules are added', () => {
    const no = rule(false, String.raw`\bspec\.`, String.raw`\s`);
    const yes = rule(true, ';', String.raw`\s`);
    const text = 'See the spec. Then go; run. Mr. Smith waits.';
    expect(cutBy(no + yes, text, 'add')).toEqual(['See the spec. Then go;', 'run.', 'Mr. Smith waits.']);
    expect(cutBy(no + yes, text)).toEqual(['See the spec. Then go;', 'run. Mr. Smith waits.']);
  });

  it('reads atomic groups before a break forwards', () => {
    const rules = rule(true, String.raw`(?>a|ab)\.`, String.raw`\s`);
    expect(cutBy(rules, 'xa. xab. y')).toEqual(['xa.', 'xab. y']);
  });

  it('cuts a long text where it would cut its parts', () => {
    const rules = rule(false, 'No\\.', '\\s') + rule(true, '.*[.]', String.raw`\s`);
    const sentence = 'The port of Lisbon has ships of every size, No. 5 being the largest.';
    const texts = cutBy(rules, Array.from({ length: 300 }, () => sentence).join(' '));
    expect(new Set(texts)).toEqual(new Set([sentence]));
    expect(texts).toHaveLength(300);
  });
});
