import { toHtml as writeBare } from 'hast-util-to-html';
import type { Root } from 'mdast';
import { toHast } from 'mdast-util-to-hast';
import { groupBy } from '../../../shared/document/group-by.ts';
import { Locale } from '../../../shared/document/locale.ts';
import { isStored, OUTPUT_FORMATS } from '../../../shared/document/output-format.ts';
import { LEVERAGE_BANDS, Leverage, type LocaleMatches } from '../../../shared/memory/match.ts';
import { buildRendition } from '../../../workers/render/build-rendition.ts';
import { createRenderDeps, type RenderDeps } from '../../../workers/render/deps.ts';
import { fillTargets } from '../../../workers/render/fill-targets.ts';
import { OUTPUT_WRITERS } from '../../../workers/render/output-writers.ts';
import {
  localizeParts,
  type RenderedParts,
  type RenderInput,
  renderParts,
} from '../../../workers/render/render-parts.ts';
import { toFragment } from '../../../workers/render/to-fragment.ts';
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
/** Rounds until the engine has compiled what runs: its own threads count as processor time. */
const WARM_UP = 8;
const NO_LEVERAGE = Leverage.parse(
  Object.fromEntries(LEVERAGE_BANDS.map((band) => [band, { segments: 0, words: 0 }])),
);

const GOAL = 3000;

/**
 * Renderings a second of one core by processor time: news articles with human translations for
 * matches (`ntrex/ntrex.jsonl.gz`), in ten locales. Each begins with the matches and ends with the
 * bytes, and does all that the one before does; reading and storing are not in it. Beside each the bare
 * libraries that write a tree of the same paragraphs as HTML, in the same rounds.
 */
export const speed: Measure = {
  name: 'speed',
  needs: [NEWS],
  run: async (data) => {
    const deps = await createRenderDeps();
    const inputs = await inputsOf(data);
    const trees = new Map(inputs.map((input) => [input, bareTree(input)]));
    const bare: Render = (input) => writeBare(toHast(trees.get(input) ?? { type: 'root', children: [] }));
    const rowOf = (measure: string, render: Render, goal?: number): Row => {
      const { rate, bareRate } = compare(inputs, render, bare);
      return {
        measure,
        value: rate,
        unit: '/s',
        samples: ROUNDS,
        baseline: { name: 'bare mdast-to-HTML', value: bareRate },
        ...(goal === undefined ? {} : { goal: `>= ${goal}`, ok: rate >= goal }),
      };
    };
    const size = inputs.reduce((sum, { document }) => sum + sizeOf(document), 0) / inputs.length;
    const described = `of articles of ${(size / 1000).toFixed(1)} KB, ${LOCALES.length} locales`;
    return [
      rowOf(
        `HTML ${described}: targets, typography, direction, labels, sanitizing`,
        (input) => toFragment(unchecked(input, deps)),
        GOAL,
      ),
      rowOf(
        'whole pages: with their head for search engines, networks and programs',
        (input) => toHtml(unchecked(input, deps)),
        GOAL,
      ),
      rowOf(
        'whole pages, with the quality checks of every segment',
        (input) => toHtml(renderParts(input, deps)),
        GOAL,
      ),
      rowOf('all that a job writes: that page, Markdown and JSON', (input) =>
        writeKept(renderParts(input, deps)),
      ),
    ];
  },
};

type Render = (input: RenderInput) => string;

/** What the bare libraries are given: the targets as paragraphs. */
function bareTree({ matches }: RenderInput): Root {
  return {
    type: 'root',
    children: matches.segments.map(({ matches: [match] }) => ({
      type: 'paragraph',
      children: [{ type: 'text', value: match?.target.text ?? '' }],
    })),
  };
}

/** The parts of a rendition whose segments nobody checks. */
function unchecked(input: RenderInput, deps: RenderDeps): RenderedParts {
  const { document, overlay, matches, locale, targets } = input;
  const filled = fillTargets(document, matches);
  const rendition = buildRendition(document, locale, filled, []);
  return localizeParts({ document, overlay, filled, rendition, targets, fallback: 'source' }, deps);
}

/** What a job of the stage writes. */
function writeKept(parts: RenderedParts): string {
  return OUTPUT_FORMATS.filter((format) => isStored(format))
    .map((format) => OUTPUT_WRITERS[format](parts))
    .join('');
}

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

/** Medians of rounds in which both run in turn, so that what else the machine does hits them alike. */
function compare(
  inputs: readonly RenderInput[],
  render: Render,
  bare: Render,
): { readonly rate: number; readonly bareRate: number } {
  const rounds = Array.from({ length: ROUNDS + WARM_UP }, () => ({
    bare: rateOf(inputs, bare),
    own: rateOf(inputs, render),
  })).slice(WARM_UP);
  return { rate: median(rounds.map(({ own }) => own)), bareRate: median(rounds.map((round) => round.bare)) };
}

function rateOf(inputs: readonly RenderInput[], render: Render): number {
  const before = process.cpuUsage();
  inputs.forEach((input) => Buffer.byteLength(render(input)));
  const { user, system } = process.cpuUsage(before);
  return (inputs.length * 1e6) / (user + system);
}
