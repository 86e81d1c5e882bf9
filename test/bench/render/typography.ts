import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { PROJECT_ROOT } from '../../../config/project-root.ts';
import { groupBy } from '../../../shared/document/group-by.ts';
import { Locale } from '../../../shared/document/locale.ts';
import { createRenderDeps } from '../../../workers/render/deps.ts';
import type { LocaleKit } from '../../../workers/render/locale-kit.ts';
import { createTypesetter, type Typesetter } from '../../../workers/render/typography/typesetter.ts';
import type { DataFolder } from '../data-folder.ts';
import type { Measure } from '../entities/measure.ts';
import type { Row } from '../report.ts';
import { foldMarks, foldTree } from './fold-marks.ts';
import { followsStyle, type HouseStyle } from './follows-style.ts';
import { DOCS, docsTexts, type HumanText, NEWS, newsTexts, textOf } from './human-texts.ts';
import { measureStyle } from './measure-style.ts';

const MISSES_FILE = join(PROJECT_ROOT, '.polywire', 'results', 'typography-misses.txt');
/** Fewest segments of which a share is printed. */
const MIN_SEGMENTS = 20;

/**
 * Human translations are written as on a plain keyboard (`foldMarks`) and set again; a segment
 * counts as restored where every character is as the translator had it. Only segments that the
 * folding changes, or that have straight marks of their own, count. The others are listed in
 * `.polywire/results/typography-misses.txt`.
 *
 * Twice for each corpus and locale: in our own house style, over the segments whose marks are those
 * of that style; and in the style that the corpus's even documents are measured to have
 * (`measureStyle`), over the odd documents, both for the segments that follow it and for all.
 */
export const typography: Measure = {
  name: 'typography',
  needs: [NEWS, DOCS],
  run: async (data) => {
    const deps = await createRenderDeps();
    const rows: Row[] = [];
    const misses: string[] = [];
    for (const [corpus, texts] of corporaOf(data)) {
      const locales = [...new Set(texts.map(({ locale }) => locale))];
      for (const tag of locales) {
        const style = houseStyle(deps.kitOf(Locale.parse(tag)));
        const own = texts.filter(({ locale }) => locale === tag);
        rows.push(...rowsOf(`typography: ${corpus} ${tag}`, own, { style, misses, whole: own }));
      }
    }
    mkdirSync(dirname(MISSES_FILE), { recursive: true });
    writeFileSync(MISSES_FILE, misses.join('\n'));
    return [...rows, ...meanRows(rows)];
  },
};

/** A locale's style, with the mark of groups that CLDR gives where the style names none. */
function houseStyle({ locale, style }: LocaleKit): HouseStyle {
  const group = new Intl.NumberFormat(locale).formatToParts(1_234_567).find(({ type }) => type === 'group');
  const { typography: own, quotes } = style;
  return { quotes, typography: { ...own, groupMark: own.groupMark ?? group?.value ?? '' } };
}

function corporaOf(data: DataFolder): readonly (readonly [string, readonly HumanText[]])[] {
  return [
    ['news', newsTexts(data)],
    ['docs', docsTexts(data)],
  ];
}

interface Context {
  readonly style: HouseStyle;
  /** Every text of the corpus in the locale. */
  readonly whole: readonly HumanText[];
  /** Is added to: a reference, and what was made of it. */
  readonly misses: string[];
}

function rowsOf(
  name: string,
  texts: readonly HumanText[],
  { style, misses, whole }: Context,
): readonly Row[] {
  const learned = texts.filter(({ document }) => document % 2 === 0).map(({ text }) => text);
  const measured = measureStyle(learned, style);
  const held = marked(texts.filter(({ document }) => document % 2 === 1));
  const following = held.filter(({ text }) => followsStyle(text, measured));
  const ours = marked(texts).filter(({ text }) => followsStyle(text, style));
  return [
    ...exactRows(`${name}, our style`, ours, { style, misses, whole }),
    ...exactRows(`${name}, corpus style`, following, { style: measured, misses, whole }),
    ...exactRows(`${name}, corpus style, all segments`, held, { style: measured, misses, whole }),
  ];
}

function marked(texts: readonly HumanText[]): readonly HumanText[] {
  return texts.filter(({ text, locale }) => /["']/u.test(text) || foldMarks(text, locale) !== text);
}

function exactRows(
  measure: string,
  texts: readonly HumanText[],
  { style, misses, whole }: Context,
): readonly Row[] {
  const [first] = texts;
  const locale = Locale.parse(first?.locale ?? 'en');
  const typesetter = createTypesetter(locale, style.typography, style.quotes);
  const wanted = new Set(texts);
  let exact = 0;
  let [quotes, quotesRight] = [0, 0];
  for (const [human, set] of restored(whole, typesetter)) {
    if (!wanted.has(human)) {
      continue;
    }
    const [theirs, ours] = [quotesOf(human.text), quotesOf(set)];
    quotes += theirs.length;
    quotesRight += theirs.length === ours.length ? theirs.filter((mark, at) => mark === ours[at]).length : 0;
    if (set === human.text) {
      exact += 1;
    } else {
      misses.push(`${measure}\n- ${human.text}\n+ ${set}`);
    }
  }
  return [
    { measure, value: exact / Math.max(1, texts.length), unit: '', samples: texts.length },
    { measure: `${measure}, quotes`, value: quotesRight / Math.max(1, quotes), unit: '', samples: quotes },
  ];
}

function quotesOf(text: string): readonly string[] {
  return text.match(/["“”„‟«»‹›‘’‚‛「」『』']/gu) ?? [];
}

/** Each text as set again, with the others of its document around it: quotations go on from one to the next. */
function restored(
  texts: readonly HumanText[],
  typesetter: Typesetter,
): readonly (readonly [HumanText, string])[] {
  return [...groupBy(texts, ({ document }) => document).values()].flatMap((own) => {
    const trees = own.map(({ tree, locale }) => foldTree(tree(), locale));
    typesetter.tree({ type: 'root', children: trees.flatMap(({ children }) => children) });
    return own.map((human, index) => [human, textOf(trees[index] ?? human.tree())] as const);
  });
}

/** What the means should reach; a reference corpus that mixes styles can be restored by nobody. */
const GOALS: Readonly<Record<string, number>> = {
  'our style': 0.98,
  'our style, quotes': 0.995,
  'corpus style': 0.98,
  'corpus style, quotes': 0.995,
};

/** Means over every corpus and locale with enough segments. */
function meanRows(rows: readonly Row[]): readonly Row[] {
  return [...Object.keys(GOALS), 'corpus style, all segments'].map((kind) => {
    const own = rows.filter(
      ({ measure, samples }) => measure.endsWith(`, ${kind}`) && samples >= MIN_SEGMENTS,
    );
    const value = own.reduce((sum, row) => sum + row.value, 0) / Math.max(1, own.length);
    const goal = GOALS[kind];
    const locales = new Set(own.map(({ measure }) => measure.split(/[ ,]+/u)[2]));
    return {
      measure: `typography: mean of ${locales.size} locales, ${kind}`,
      value,
      unit: '',
      samples: own.length,
      ...(goal === undefined ? {} : { goal: `>= ${goal}`, ok: value >= goal }),
    };
  });
}
