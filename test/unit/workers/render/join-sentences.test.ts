import { describe, expect, it } from 'vitest';
import { fillTargets } from '../../../../workers/render/fill-targets.ts';
import { joinSentences } from '../../../../workers/render/join-sentences.ts';
import { documentOf } from '../../../support/builders.ts';
import { kitOf, matchesOf } from './render-input.ts';

interface Join {
  readonly from: string;
  readonly to: string;
  /** `T`: the sentence is translated; `-`: it is shown in the source. */
  readonly state: string;
  readonly before: string;
}

/** What stands before the second of two sentences. */
function joinOf({ from: sourceLocale, to: locale, state, before: joinBefore }: Join): string | undefined {
  const plain = documentOf([['One.', 'Two.']], { sourceLocale });
  const document = {
    ...plain,
    segments: plain.segments.map((segment, at) => (at === 1 ? { ...segment, joinBefore } : segment)),
  };
  const answers = Object.fromEntries(
    ['One.', 'Two.'].filter((_, at) => state[at] === 'T').map((text) => [text, 'x']),
  );
  const filled = fillTargets(document, matchesOf(document, locale, answers));
  const { sentenceSpace } = kitOf(locale).style;
  return joinSentences(filled, { sourceLocale: document.sourceLocale, sentenceSpace }).get(
    document.segments[1]?.id ?? '',
  );
}

describe('joinSentences', () => {
  it.each([
    { from: 'en', to: 'es', state: 'TT', before: ' ', expected: ' ' },
    { from: 'en', to: 'es', state: 'T-', before: ' ', expected: ' ' },
    { from: 'en', to: 'ja', state: 'TT', before: ' ', expected: '' },
    { from: 'en', to: 'zh-Hans', state: 'TT', before: '\n', expected: '' },
    { from: 'en', to: 'ja', state: 'T-', before: ' ', expected: ' ' },
    { from: 'en', to: 'ja', state: '-T', before: ' ', expected: ' ' },
    { from: 'en', to: 'ja', state: '--', before: ' ', expected: ' ' },
    { from: 'en', to: 'es', state: 'TT', before: '', expected: '' },
    { from: 'ja', to: 'es', state: 'TT', before: '', expected: ' ' },
    { from: 'ja', to: 'es', state: 'T-', before: '', expected: ' ' },
    { from: 'ja', to: 'es', state: '--', before: '', expected: '' },
    { from: 'ja', to: 'zh-Hans', state: 'TT', before: '', expected: '' },
    { from: 'ja', to: 'zh-Hans', state: 'T-', before: '', expected: '' },
  ])('from $from to $to, sentences $state, source join "$before": "$expected"', ({ expected, ...join }) => {
    expect(joinOf(join)).toBe(expected);
  });
});
