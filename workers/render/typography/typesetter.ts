import type { Root } from 'mdast';
import { type Locale, languageOf } from '../../../shared/document/locale.ts';
import { collectRuns } from './collect-runs.ts';
import { findProtected } from './protected-text.ts';
import type { PreparedRule, RuleSettings } from './rule.ts';
import { TYPOGRAPHY_RULES } from './rules.ts';
import { applyEdits, type TextRun, writeBack } from './text-run.ts';
import type { QuoteStyle, TypographyStyle } from './typography-style.ts';

/** Sets text as the locale's house style wants it. */
export interface Typesetter {
  /** Changes the text nodes of a tree in place, as far as they are in the locale's language. */
  readonly tree: (root: Root) => void;
  /** Sets a text that stands alone, such as an alternative text. */
  readonly text: (text: string) => string;
}

/** Triggers lie below this. */
const TRIGGER_RANGE = 0x3100;

/**
 * Makes the typesetter of a locale. It never changes a letter, a digit's value or a word: only
 * marks, the spaces beside them, and digits from one script to another. Applying it twice gives
 * what applying it once gives.
 */
export function createTypesetter(locale: Locale, style: TypographyStyle, quotes: QuoteStyle): Typesetter {
  const language = languageOf(locale);
  const rules = prepareRules(settingsOf(locale, style, quotes));
  const rulesByCharacter = triggerTable(rules);
  const set = (run: TextRun): void =>
    settle(run, (wanted) => applyRules(run, rules, wanted), rulesByCharacter);
  return {
    tree: (root) => {
      let before: TextRun | undefined;
      for (const { run, follows } of collectRuns(root, language)) {
        run.carriedQuotes = follows ? (before?.openQuotes ?? 0) : 0;
        set(run);
        writeBack(run);
        before = run;
      }
    },
    text: (text) => {
      const run = runOfText(text);
      set(run);
      return run.text;
    },
  };
}

/** Passes after which a text that keeps changing is given up. */
const MAX_PASSES = 4;

/**
 * Applies rules until the text does not change any more, so that setting it again changes nothing.
 * A text that comes to no rest, such as a heap of stray marks, stays as the translator wrote it.
 */
function settle(run: TextRun, apply: (wanted: number) => void, table: Uint32Array): void {
  const { text, bounds } = run;
  for (let pass = 0; pass < MAX_PASSES; pass += 1) {
    const before = run.text;
    run.locks = findProtected(before);
    run.openQuotes = run.carriedQuotes;
    apply(wantedRules(before, table));
    if (run.text === before) {
      return;
    }
  }
  run.text = text;
  run.bounds = bounds;
}

function applyRules(run: TextRun, rules: readonly PreparedRule[], wanted: number): void {
  for (const [index, rule] of rules.entries()) {
    if ((wanted & (1 << index)) !== 0) {
      applyEdits(run, rule.find(run));
    }
  }
}

function settingsOf(locale: Locale, style: TypographyStyle, quotes: QuoteStyle): RuleSettings {
  const parts = new Intl.NumberFormat(locale, { numberingSystem: style.textDigits ?? 'latn' }).formatToParts(
    1_234_567.5,
  );
  const mark = (type: 'group' | 'decimal', usual: string): string =>
    parts.find((part) => part.type === type)?.value ?? usual;
  const off = new Set(style.off);
  return {
    language: languageOf(locale),
    style,
    quotes,
    groupMark: style.groupMark ?? mark('group', ''),
    decimalMark: style.decimalMark ?? mark('decimal', '.'),
    isOn: (name) => !off.has(name),
  };
}

function prepareRules(settings: RuleSettings): readonly PreparedRule[] {
  return TYPOGRAPHY_RULES.flatMap(({ names, prepare }) => {
    const isWanted = Object.keys(names).some((name) => settings.isOn(name));
    return (isWanted ? prepare(settings) : undefined) ?? [];
  });
}

/** For each character a bit per rule that it is a trigger of. */
function triggerTable(rules: readonly PreparedRule[]): Uint32Array {
  const table = new Uint32Array(TRIGGER_RANGE);
  for (const [index, { triggers }] of rules.entries()) {
    for (let at = 0; at < triggers.length; at += 1) {
      const code = triggers.charCodeAt(at);
      table[code] = (table[code] ?? 0) | (1 << index);
    }
  }
  return table;
}

function wantedRules(text: string, table: Uint32Array): number {
  let wanted = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    wanted |= code < TRIGGER_RANGE ? (table[code] ?? 0) : 0;
  }
  return wanted;
}

function runOfText(text: string): TextRun {
  return {
    text,
    bounds: [0, text.length],
    nodes: [{ type: 'text', value: text }],
    locks: [],
    isParagraph: false,
    carriedQuotes: 0,
    openQuotes: 0,
  };
}
