import type { DraftNode } from '../draft/draft.ts';
import type { Boilerplate } from './boilerplate.ts';
import { factsBelow, type LeafFacts } from './leaf-facts.ts';

/** Half-open range of top-level nodes that is the article. */
export interface Zone {
  readonly start: number;
  readonly end: number;
}

/** One paragraph counts for this many words at most, so that a long notice is not an article. */
const MAX_PROSE = 80;
/** The article holds so much of a page's running text; with less it is not certain which part it is. */
const MIN_PROSE_SHARE = 0.75;
/** A page in more pieces has no article that can be told. */
const MAX_STRETCHES = 12;
/** What one line of navigation weighs against words of text. */
const CHROME_COST = 8;
const SHORT_COST = 2;
/** Blocks of navigation around the article that prove a whole page, with and without typical labels. */
const MIN_CHROME = 12;
const MIN_LABELLED_CHROME = 6;
/** How far above the text its headline is looked for, in blocks. */
const HEADLINE_REACH = 40;
/** A heading that is none of the first level stands no farther from the text. */
const SUBHEAD_REACH = 4;
/** A stretch may begin with so many words that belong to the page, before the headline. */
const MAX_LEAD_WORDS = 12;

/** A top-level node with what is known of its blocks. */
export interface Unit {
  readonly node: DraftNode;
  readonly facts: readonly LeafFacts[];
}

/** The top-level nodes with the facts of their blocks. */
export function unitsOf(nodes: readonly DraftNode[], boilerplate: Boilerplate): Unit[] {
  return nodes.map((node) => ({ node, facts: factsBelow(node, boilerplate) }));
}

/**
 * Finds the article in what is evidently a whole page turned into text: navigation before or after
 * the stretch that holds most running text. Undefined where there is no strong evidence: an article
 * with a list of links, a table of contents or a documentation page has none.
 */
export function findZone(units: readonly Unit[]): Zone | undefined {
  const body = mainStretch(units);
  if (body === undefined) {
    return undefined;
  }
  const start = startOf(units, body);
  const end = endOf(units, body);
  return isWholePage(units, { start, end }) ? { start, end } : undefined;
}

interface Stretch extends Zone {
  readonly sum: number;
}

/**
 * The stretch with the largest sum of words less navigation, and as many others as hold the greater
 * part of the page's text with it: what is between two of them stays. Starts and ends with text.
 */
function mainStretch(units: readonly Unit[]): Zone | undefined {
  const total = proseIn(units, { start: 0, end: units.length });
  let zone: Zone | undefined = densestIn(units, { start: 0, end: units.length });
  for (let count = 1; zone !== undefined && proseIn(units, zone) < total * MIN_PROSE_SHARE; count += 1) {
    const before = densestIn(units, { start: 0, end: zone.start });
    const after = densestIn(units, { start: zone.end, end: units.length });
    const next = (before?.sum ?? 0) > (after?.sum ?? 0) ? before : after;
    if (next === undefined || count > MAX_STRETCHES) {
      return undefined;
    }
    zone = { start: Math.min(zone.start, next.start), end: Math.max(zone.end, next.end) };
  }
  return zone;
}

function densestIn(units: readonly Unit[], range: Zone): Stretch | undefined {
  let best: Stretch | undefined;
  let sum = 0;
  let start = range.start;
  for (let index = range.start; index < range.end; index += 1) {
    const unit = units[index];
    const value = unit === undefined ? 0 : valueOf(unit);
    if (sum <= 0) {
      sum = 0;
      start = index;
    }
    sum += value;
    if (value > 0 && sum > (best?.sum ?? 0)) {
      best = { start, end: index + 1, sum };
    }
  }
  return best;
}

function proseIn(units: readonly Unit[], { start, end }: Zone): number {
  return units.slice(start, end).reduce((sum, { facts }) => sum + proseOf(facts), 0);
}

function proseOf(facts: readonly LeafFacts[]): number {
  return facts.reduce((sum, leaf) => sum + (leaf.is === 'prose' ? Math.min(leaf.own, MAX_PROSE) : 0), 0);
}

function valueOf({ node, facts }: Unit): number {
  if (node.type === 'opaque') {
    return 0;
  }
  return facts.reduce((sum, leaf) => {
    switch (leaf.is) {
      case 'prose':
        return sum + Math.min(leaf.own, MAX_PROSE);
      case 'chrome':
        return sum - CHROME_COST - 2 * Math.max(0, leaf.links - 1);
      case 'short':
        return sum - SHORT_COST;
      case 'heading':
      case 'picture':
      case 'empty':
        return sum;
    }
  }, 0);
}

/**
 * Goes up from the text to its headline: the nearest first-level heading, else a heading right above.
 * A first-level heading shortly after the start is the headline as well.
 */
function startOf(units: readonly Unit[], body: Zone): number {
  const inside = headlineInside(units, body);
  if (inside !== undefined) {
    return inside;
  }
  let subhead: number | undefined;
  let seen = 0;
  for (let index = body.start; index >= 0 && seen <= HEADLINE_REACH; index -= 1) {
    const unit = units[index];
    if (isHeadline(unit)) {
      return index;
    }
    if (unit?.facts[0]?.is === 'heading' && seen <= SUBHEAD_REACH) {
      subhead = index;
    }
    seen += unit?.facts.length ?? 0;
  }
  return subhead ?? body.start;
}

function headlineInside(units: readonly Unit[], body: Zone): number | undefined {
  let words = 0;
  for (let index = body.start; index < body.end && words <= MAX_LEAD_WORDS; index += 1) {
    if (isHeadline(units[index])) {
      return index;
    }
    words += (units[index]?.facts ?? []).reduce((sum, { own }) => sum + own, 0);
  }
  return undefined;
}

/** A heading of the first level that is neither a label nor the linked name of the site. */
function isHeadline(unit: Unit | undefined): boolean {
  const node = unit?.node;
  const facts = unit?.facts[0];
  return (
    node?.type === 'leaf' &&
    node.shape.type === 'heading' &&
    node.shape.depth === 1 &&
    facts?.is === 'heading' &&
    facts.own > 0
  );
}

/** The text goes on with short lines and pictures that navigation does not precede. */
function endOf(units: readonly Unit[], body: Zone): number {
  let end = body.end;
  while (end < units.length && isClosingLine(units[end])) {
    end += 1;
  }
  return end;
}

/** A short line that ends like a sentence, without links. */
function isClosingLine(unit: Unit | undefined): boolean {
  const facts = unit?.facts ?? [];
  return (
    unit?.node.type === 'leaf' &&
    facts.every((leaf) => leaf.is === 'short' && leaf.links === 0) &&
    /[.!?…。！？؟।][)"'’”»」』\]]*\s*$/u.test(unit.node.block.text)
  );
}

function isWholePage(units: readonly Unit[], zone: Zone): boolean {
  const before = units.slice(0, zone.start).reduce((sum, unit) => sum + chromeOf(unit), 0);
  const after = units.slice(zone.end).reduce((sum, unit) => sum + chromeOf(unit), 0);
  const labelled = [...units.slice(0, zone.start), ...units.slice(zone.end)].reduce(
    (sum, unit) => sum + unit.facts.filter(({ labelled: isLabel }) => isLabel).length,
    0,
  );
  return (
    (before >= MIN_LABELLED_CHROME && before + after >= MIN_CHROME) ||
    (before + after >= MIN_LABELLED_CHROME && labelled >= 3 && before > 0) ||
    (after >= MIN_CHROME && labelled >= 3)
  );
}

function chromeOf(unit: Unit | undefined): number {
  return unit?.facts.filter((leaf) => leaf.is === 'chrome').length ?? 0;
}
