import { createNormalizeDeps, type NormalizeDeps } from '../../../workers/normalize/deps.ts';
import { median, type Row } from '../report.ts';
import { calendarBaseline, lexiconBaseline, type RestoreText } from './casing-baselines.ts';
import { NEWS_FILE, readNews, restoreTexts, scoreAll } from './casing-corpus.ts';
import { languageRows } from './casing-languages.ts';
import type { CasingScore, WordKinds } from './casing-score.ts';
import { wordKinds } from './casing-word-kinds.ts';
import type { Measure } from './measure.ts';

const ARTICLES = 'articles-en/us-gov-posts.jsonl.gz';

/**
 * News whose capitals are taken away (all of them, or those of a random quarter of the words), given
 * back by the case rules, and compared word by word with the original. `articles-en` serves the
 * baseline's lexicon and shows what the rules do to text that is in order.
 */
export const casingMeasure: Measure = {
  name: 'casing',
  needs: [NEWS_FILE, ARTICLES],
  run: async (data) => {
    const deps = createNormalizeDeps();
    const documents = readNews(data, 'en');
    const kindsOf = wordKinds(deps.lexiconOf('en'));
    const baselines = { calendar: calendarBaseline(), lexicon: lexiconBaseline(data, ARTICLES) };
    return [
      ...rowsOf('all lower-cased', documents, { damage: lowerAll, deps, baselines, kindsOf }),
      ...rowsOf('a quarter lower-cased', documents, { damage: quarterDamage(), deps, baselines, kindsOf }),
      ...untouchedRows(documents, deps, kindsOf),
      ...languageRows(data, deps),
    ];
  },
};

interface Setting {
  readonly damage: (text: string) => string;
  readonly deps: NormalizeDeps;
  readonly kindsOf: (truth: string) => WordKinds;
  readonly baselines: { readonly calendar: RestoreText; readonly lexicon: RestoreText };
}

function rowsOf(
  setting: string,
  documents: readonly (readonly string[])[],
  { damage, deps, baselines, kindsOf }: Setting,
): Row[] {
  const damaged = documents.map((paragraphs) => paragraphs.map((text) => damage(text)));
  const times: number[] = [];
  for (const texts of damaged) {
    restoreTexts(texts, deps); // the first run of a function is not what an article costs
  }
  const ours = scoreAll({ documents, damaged, kindsOf }, (texts) => {
    const start = performance.now();
    const restored = restoreTexts(texts, deps);
    times.push(performance.now() - start);
    return restored;
  });
  const calendar = scoreAll({ documents, damaged, kindsOf }, (texts) => texts.map(baselines.calendar));
  const lexicon = scoreAll({ documents, damaged, kindsOf }, (texts) => texts.map(baselines.lexicon));
  const row = (measure: string, value: (score: CasingScore) => number, more: Partial<Row> = {}): Row => ({
    measure: `${setting}: ${measure}`,
    value: value(ours),
    unit: '',
    samples: documents.length,
    baseline: { name: 'case lexicon', value: value(lexicon) },
    ...more,
  });
  const precision = ratioOf('changed');
  const known = ratioOf('known');
  return [
    row('precision of changed words', precision, { goal: '>= .98', ok: precision(ours) >= 0.98 }),
    {
      ...row('the same', precision, {
        baseline: { name: 'Intl calendar, countries', value: precision(calendar) },
      }),
    },
    row('recall, words that can be known', known, { goal: '>= .90', ok: known(ours) >= 0.9 }),
    row('recall, every capital inside a sentence', ratioOf('inside')),
    row('  of it calendar, countries, nationalities', ratioOf('facts')),
    row('  of it titles before names', ratioOf('titles')),
    row('  of it names that stand in lists, gazetteers or the model', ratioOf('listed')),
    row('recall, first words of sentences', ratioOf('starts')),
    { measure: `${setting}: time per article`, value: median(times), unit: 'ms', samples: times.length },
  ];
}

function ratioOf(part: keyof CasingScore): (score: CasingScore) => number {
  return (score) => score[part].right / Math.max(1, score[part].all);
}

function untouchedRows(
  documents: readonly (readonly string[])[],
  deps: NormalizeDeps,
  kindsOf: (truth: string) => WordKinds,
): Row[] {
  const score = scoreAll({ documents, damaged: documents, kindsOf }, (texts) => restoreTexts(texts, deps));
  return [
    {
      measure: 'in order: words changed',
      value: score.changed.all,
      unit: 'words',
      samples: documents.length,
      goal: '0',
      ok: score.changed.all === 0,
    },
  ];
}

function lowerAll(text: string): string {
  return text.toLowerCase();
}

/** Takes the capitals of a quarter of the words; the same words in each run. */
function quarterDamage(): (text: string) => string {
  let state = 7;
  return (text) =>
    text.replaceAll(/[\p{L}\p{M}\p{N}]+/gu, (word) => {
      if (!/\p{Lu}/u.test(word)) {
        return word;
      }
      state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7f_ff_ff_ff;
      return (state >>> 12) % 4 === 0 ? word.toLowerCase() : word;
    });
}
