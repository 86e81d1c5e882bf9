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
import { otherTypesetters } from './other-typesetters.ts';

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
 *
 * typograf (for its languages) and smartypants set the same segments, one at a time, with the style's
 * quotation marks.
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
  const others = otherTypesetters(locale, style).map((tool) => ({ ...tool, exact: 0 }));
  const wanted = new Set(texts);
  let exact = 0;
  let [quotes, quotesRight] = [0, 0];
  for (const { human, plain, set } of restored(whole, typesetter)) {
    if (!wanted.has(human)) {
      continue;
    }
    for (const tool of others) {
      tool.exact += tool.set(plain) === human.text ? 1 : 0;
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
  const share = (count: number): number => count / Math.max(1, texts.length);
  return [
    { measure, value: share(exact), unit: '', samples: texts.length },
    ...others.map((tool) => ({
      measure: `${measure}, ${tool.name}`,
      value: share(tool.exact),
      unit: '',
      samples: texts.length,
    })),
    { measure: `${measure}, quotes`, value: quotesRight / Math.max(1, quotes), unit: '', samples: quotes },
  ];
}

function quotesOf(text: string): readonly string[] {
  return text.match(/["“”„‟«»‹›‘’‚‛「」『』']/gu) ?? [];
}

interface Restored {
  readonly human: HumanText;
  readonly plain: string;
  readonly set: string;
}

/** Each text as set again, with the others of its document around it: quotations go on from one to the next. */
function restored(texts: readonly HumanText[], typesetter: Typesetter): readonly Restored[] {
  return [...groupBy(texts, ({ document }) => document).values()].flatMap((own) => {
    const trees = own.map(({ tree, locale }) => foldTree(tree(), locale));
    const plain = trees.map((tree) => textOf(tree));
    typesetter.tree({ type: 'root', children: trees.flatMap(({ children }) => children) });
    return own.map((human, index) => ({
      human,
      plain: plain[index] ?? '',
      set: textOf(trees[index] ?? human.tree()),
    }));
  });
}

/** What the means should reach; a reference corpus that mixes styles can be restored by nobody. */
const GOALS: Readonly<Record<string, number>> = {
  'our style': 0.98,
  'our style, quotes': 0.995,
  'corpus style': 0.98,
  'corpus style, quotes': 0.995,
};

/** Means over every corpus and locale with enough segments; beside the others' in the languages that they have. */
function meanRows(rows: readonly Row[]): readonly Row[] {
  const kinds = [...Object.keys(GOALS), 'corpus style, all segments'];
  return kinds.flatMap((kind) => {
    const own = enoughOf(rows, kind);
    const goal = GOALS[kind];
    const value = mean(own);
    return [
      {
        ...meanRow(kind, own),
        ...(goal === undefined ? {} : { goal: `>= ${goal}`, ok: value >= goal }),
      },
      ...['typograf', 'smartypants'].flatMap((name) => besideOther(rows, { kind, name, own })),
    ];
  });
}

interface Beside {
  readonly kind: string;
  readonly name: string;
  /** Our rows of the kind. */
  readonly own: readonly Row[];
}

/** Our mean over the locales that another typesetter has, with its mean as the baseline. */
function besideOther(rows: readonly Row[], { kind, name, own }: Beside): readonly Row[] {
  const theirs = enoughOf(rows, `${kind}, ${name}`);
  const measured = new Set(theirs.map(({ measure }) => measure));
  const shared = own.filter(({ measure }) => measured.has(`${measure}, ${name}`));
  return theirs.length === 0 ? [] : [{ ...meanRow(kind, shared), baseline: { name, value: mean(theirs) } }];
}

function enoughOf(rows: readonly Row[], kind: string): readonly Row[] {
  return rows.filter(({ measure, samples }) => measure.endsWith(`, ${kind}`) && samples >= MIN_SEGMENTS);
}

function mean(rows: readonly Row[]): number {
  return rows.reduce((sum, row) => sum + row.value, 0) / Math.max(1, rows.length);
}

function meanRow(kind: string, rows: readonly Row[]): Row {
  const locales = new Set(rows.map(({ measure }) => measure.split(/[ ,]+/u)[2]));
  const measure = `typography: mean of ${locales.size} locales, ${kind}`;
  return { measure, value: mean(rows), unit: '', samples: rows.length };
}
