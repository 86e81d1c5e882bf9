import { createTagEntitiesDeps } from '../../../workers/tag-entities/deps.ts';
import type { Row } from '../report.ts';
import { compromiseMentions } from './compromise-mentions.ts';
import { GoldText, type SpannedMention, tagText } from './gold-text.ts';
import type { Measure } from './measure.ts';
import { f1Of, scoreMentions, sumScores } from './score-mentions.ts';

const FILE = 'entities/seedlike.jsonl';

/**
 * News articles with lower-cased names, captions, relative dates and mentions by title, every type, as
 * they stand, without repairs: span and type exact, and identity or value too. `entities/seedlike.jsonl`
 * holds a `GoldText` a line.
 */
export const seedlike: Measure = {
  name: 'seedlike',
  needs: [FILE],
  run: async (data) => {
    const deps = await createTagEntitiesDeps();
    const texts = data.lines(FILE).map((line) => GoldText.parse(line));
    return rowsOf('seedlike', texts, (text) => tagText(text, deps));
  },
};

/** Rows of any gold texts: over all types, and per type. */
function rowsOf(
  name: string,
  texts: readonly GoldText[],
  find: (text: GoldText) => readonly SpannedMention[],
): readonly Row[] {
  const found = texts.map((text) => ({ gold: text.entities.map(plain), ours: find(text), text: text.text }));
  const theirs = found.map(({ text }) => compromiseMentions(text));
  const scored = (type?: string) => sumScores(found.map(({ gold, ours }) => scoreMentions(gold, ours, type)));
  const baseline = (type?: string) =>
    f1Of(sumScores(found.map(({ gold }, at) => scoreMentions(gold, theirs[at] ?? [], type))).spans);
  const all = scored();
  const types = [...new Set(texts.flatMap(({ entities }) => entities.map(({ type }) => type)))].toSorted();
  const samples = all.spans.marked;
  const unit = 'F1';
  const full = f1Of(all.meanings);
  return [
    {
      measure: `${name}: with identities and values`,
      value: full,
      unit,
      samples,
      goal: '>= 92',
      ok: full >= 92,
    },
    {
      measure: `${name}: span and type`,
      value: f1Of(all.spans),
      unit,
      samples,
      baseline: { name: 'compromise', value: baseline() },
    },
    ...types.map((type): Row => {
      const own = scored(type);
      return {
        measure: `${name}: ${type}`,
        value: f1Of(own.meanings),
        unit,
        samples: own.spans.marked,
        baseline: { name: 'compromise, spans', value: baseline(type) },
      };
    }),
  ];
}

function plain({ start, end, type, ref, value }: GoldText['entities'][number]): SpannedMention {
  return {
    start,
    end,
    type,
    ...(ref === undefined ? {} : { ref }),
    ...(value === undefined ? {} : { value }),
  };
}
