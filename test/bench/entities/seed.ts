import { createTagEntitiesDeps } from '../../../workers/tag-entities/deps.ts';
import type { Row } from '../report.ts';
import { tagText } from './gold-text.ts';
import type { Measure } from './measure.ts';
import { meansTheSame } from './score-mentions.ts';

const FILE = '../seed/article.md';
const PUBLISHED = '2026-01-13';

/** What the seed article names, in order: the words, in small letters, their type, whom or what they mean. */
const FACTS: readonly (readonly [text: string, type: string, meaning: string])[] = [
  ['mexican', 'NORP', 'Q96'],
  ['claudia sheinbaum', 'PER', 'Q5771800'],
  ['january 12', 'DATE', '2026-01-12'],
  ['15-minute', 'DURATION', 'PT15M'],
  ['us', 'LOC', 'Q30'],
  ['donald trump', 'PER', 'Q22686'],
  ['washington', 'LOC', 'Q61'],
  ['the us president', 'ROLE', 'Q22686'],
  ['us', 'LOC', 'Q30'],
  ['venezuela', 'LOC', 'Q717'],
  ['mexico', 'LOC', 'Q96'],
  ['sheinbaum', 'PER', 'Q5771800'],
  ['trump', 'PER', 'Q22686'],
  ['us', 'LOC', 'Q30'],
  ['mexico', 'LOC', 'Q96'],
  ['mexico', 'LOC', 'Q96'],
  ['sheinbaum', 'PER', 'Q5771800'],
  ['mexico', 'LOC', 'Q96'],
  ['us', 'LOC', 'Q30'],
  ['claudia sheinbaum', 'PER', 'Q5771800'],
  ['january 12', 'DATE', '2026-01-12'],
  ['mexico city', 'LOC', 'Q1489'],
  ['afp', 'ORG', 'Q40464'],
  ['the us leader', 'ROLE', 'Q22686'],
  ['mexico', 'LOC', 'Q96'],
  ['sheinbaum', 'PER', 'Q5771800'],
  ['us', 'LOC', 'Q30'],
  ['trump', 'PER', 'Q22686'],
  ['mexico', 'LOC', 'Q96'],
  ['washington', 'LOC', 'Q61'],
  ['venezuelan', 'NORP', 'Q717'],
  ['nicolas maduro', 'PER', 'Q58132'],
  ['early hours of january 3', 'TIME', '2026-01-03TMO'],
  ['fox news', 'ORG', 'Q186068'],
  ['mid-last week', 'DATE', '2026-W02 mid'],
  ['the us president', 'ROLE', 'Q22686'],
  ['97%', 'PERCENT', '97'],
  ['trump', 'PER', 'Q22686'],
  ['mexico', 'LOC', 'Q96'],
  ['three days later', 'DATE', '2026-01-10 approx'],
  ['mexican', 'NORP', 'Q96'],
  ['juan ramon de la fuente', 'PER', 'local:per:juan-ramon-de-la-fuente'],
  ['us', 'LOC', 'Q30'],
  ['marco rubio', 'PER', 'Q324546'],
  ['washington', 'LOC', 'Q61'],
  ['us department of state', 'ORG', 'Q789915'],
  ['us', 'LOC', 'Q30'],
  ['mexico', 'LOC', 'Q96'],
  ['mexico', 'LOC', 'Q96'],
  ['washington', 'LOC', 'Q61'],
  ['trump', 'PER', 'Q22686'],
  ['mexico', 'LOC', 'Q96'],
  ['thanh danh', 'PER', 'local:per:thanh-danh'],
  ['ap', 'ORG', 'Q40469'],
];

/**
 * The article that the pipeline was first made for, as it was sent: every name, date and number with
 * its identity or value, and nothing else. Reads `../seed/article.md` beside the data folder.
 */
export const seed: Measure = {
  name: 'seed',
  needs: [FILE],
  run: async (data) => {
    const text = data.text(FILE);
    const deps = await createTagEntitiesDeps();
    const found = tagText({ text, lang: 'en', published: PUBLISHED }, deps);
    let next = 0;
    let right = 0;
    for (const [words, type, meaning] of FACTS) {
      const at = found.findIndex(
        ({ start, end }, index) => index >= next && text.slice(start, end).toLowerCase() === words,
      );
      const own = found[at];
      if (own !== undefined) {
        next = at + 1;
        const gold = { ...own, type, ...(own.value === undefined ? { ref: meaning } : { value: meaning }) };
        right += own.type === type && meansTheSame(gold, own) ? 1 : 0;
      }
    }
    return [
      row('found, with identities and values', (100 * right) / FACTS.length, FACTS.length),
      row('right of what is found', (100 * right) / Math.max(1, found.length), found.length),
    ];
  },
};

function row(measure: string, value: number, samples: number): Row {
  return { measure: `seed: ${measure}`, value, unit: '%', samples, goal: '100', ok: value === 100 };
}
