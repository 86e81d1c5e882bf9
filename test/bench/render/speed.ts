import { groupBy } from '../../../shared/document/group-by.ts';
import { Locale } from '../../../shared/document/locale.ts';
import { LEVERAGE_BANDS, Leverage, type LocaleMatches } from '../../../shared/memory/match.ts';
import { createRenderDeps } from '../../../workers/render/deps.ts';
import { type RenderInput, renderParts } from '../../../workers/render/render-parts.ts';
import { renderStage } from '../../../workers/render/stage.ts';
import { toHtml } from '../../../workers/render/to-html.ts';
import { createTagEntitiesDeps } from '../../../workers/tag-entities/deps.ts';
import { tagEntities } from '../../../workers/tag-entities/tag-entities.ts';
import { documentOf } from '../../support/builders.ts';
import type { DataFolder } from '../data-folder.ts';
import type { Measure } from '../entities/measure.ts';
import { median, type Row } from '../report.ts';
import { type HumanText, NEWS, newsTexts } from './human-texts.ts';

const LOCALES = ['fr', 'de', 'es', 'ru', 'ar', 'he', 'ja', 'zh-Hans', 'hi', 'th'];
const ROUNDS = 7;
const WARM_UP = 2;
const NO_LEVERAGE = Leverage.parse(
  Object.fromEntries(LEVERAGE_BANDS.map((band) => [band, { segments: 0, words: 0 }])),
);

/**
 * Renderings a second of one core by processor time: news articles with human translations for
 * matches (`ntrex/ntrex.jsonl.gz`), in ten locales. A rendering begins with the matches and ends with
 * the page: targets, checks, typography, labels, dates, direction, sanitizing.
 */
export const speed: Measure = {
  name: 'speed',
  needs: [NEWS],
  run: async (data) => {
    const deps = await createRenderDeps();
    const inputs = await inputsOf(data);
    const size = inputs.reduce((sum, { document }) => sum + sizeOf(document), 0) / inputs.length;
    const html = rateOf(inputs, (input) => toHtml(renderParts(input, deps)));
    const all = rateOf(inputs, (input) =>
      renderStage.run(
        {
          normalize: input.document,
          'tag-entities': input.overlay,
          'tm-lookup': input.matches,
          locale: input.locale,
          targets: input.targets,
        },
        deps,
        new AbortController().signal,
      ),
    );
    const described = `articles of ${(size / 1000).toFixed(1)} KB, ${LOCALES.length} locales`;
    return [
      {
        measure: `HTML renderings, ${described}`,
        value: html,
        unit: '/s',
        samples: ROUNDS,
        goal: '>= 3000',
        ok: html >= 3000,
      },
      { measure: 'all formats', value: all, unit: '/s', samples: ROUNDS },
    ] satisfies Row[];
  },
};

function sizeOf({ segments }: RenderInput['document']): number {
  return segments.reduce((sum, { text }) => sum + text.length, 0);
}

async function inputsOf(data: DataFolder): Promise<readonly RenderInput[]> {
  const tagger = await createTagEntitiesDeps();
  const texts = newsTexts(data).filter(({ locale }) => LOCALES.includes(locale));
  return [...groupBy(texts, ({ document }) => document).values()].flatMap((own) => {
    const byLocale = groupBy(own, ({ locale }) => locale);
    const [first = []] = byLocale.values();
    const document = documentOf(first.map(({ english }) => english));
    const overlay = tagEntities(document, tagger);
    return [...byLocale].map(([tag, translated]) => {
      const locale = Locale.parse(tag);
      const matches = matchesOf(document, translated, locale);
      return { document, overlay, locale, targets: [locale], matches };
    });
  });
}

function matchesOf(
  document: RenderInput['document'],
  texts: readonly HumanText[],
  locale: Locale,
): LocaleMatches {
  const targets = new Map(texts.map(({ english, text }) => [english, text]));
  return {
    locale,
    leverage: NO_LEVERAGE,
    segments: document.segments.map(({ id, text }) => ({
      segmentId: id,
      matches: [
        {
          kind: 'exact',
          score: 100,
          unitId: id,
          source: { text, codes: [] },
          target: { text: targets.get(text) ?? text, codes: [] },
          parts: { base: 100, deductions: [], formula: 'bench' },
          review: 'approved',
        },
      ],
    })),
  };
}

function rateOf(inputs: readonly RenderInput[], render: (input: RenderInput) => unknown): number {
  const rates: number[] = [];
  for (let round = 0; round < ROUNDS + WARM_UP; round += 1) {
    const before = process.cpuUsage();
    inputs.forEach((input) => render(input));
    const { user, system } = process.cpuUsage(before);
    rates.push((inputs.length * 1e6) / (user + system));
  }
  return median(rates.slice(WARM_UP));
}
