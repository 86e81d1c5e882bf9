import type { Document } from '../../../shared/document/document.ts';
import { groupBy } from '../../../shared/document/group-by.ts';
import type { Repair } from '../../../shared/document/overlay.ts';
import type { Terminal } from '../terminal/terminal.ts';
import { describeChanges } from './describe-changes.ts';
import { visibleText } from './visible-text.ts';

/** Rows of a rule's changes; what is more is counted. */
const MAX_CHANGES = 12;

/** Prints what normalization made of an article: what it knows of it, its repairs, and what is left to people. */
export function printArticle(document: Document, terminal: Terminal): void {
  const { print, style } = terminal;
  print(style.bold(document.meta.headline ?? '(no headline)'));
  printFacts(document, terminal);
  printRules(document, terminal);
  printNotes(document, terminal);
}

interface Fact {
  readonly name: string;
  readonly value: string;
  /** Name of the value in the metadata, whose evidence is shown. */
  readonly field?: keyof Document['meta'];
}

function printFacts({ meta, sourceLocale, blocks, segments }: Document, { print, style }: Terminal): void {
  const facts: readonly Fact[] = [
    { name: 'byline', value: meta.byline.map(({ name }) => name).join(', '), field: 'byline' },
    { name: 'agency', value: meta.agency ?? '', field: 'agency' },
    { name: 'dateline', value: meta.dateline ?? '', field: 'dateline' },
    { name: 'published', value: meta.publishedAt ?? 'unknown', field: 'publishedAt' },
    { name: 'modified', value: meta.modifiedAt ?? '', field: 'modifiedAt' },
    { name: 'section', value: meta.section ?? '', field: 'section' },
    { name: 'keywords', value: (meta.keywords ?? []).join(', '), field: 'keywords' },
    { name: 'description', value: meta.description ?? '', field: 'description' },
    { name: 'address', value: meta.canonicalUrl ?? '', field: 'canonicalUrl' },
    { name: 'language', value: languageName(sourceLocale) },
    {
      name: 'text',
      value: `${count(blocks.length, 'block')}, ${count(segments.length, 'sentence')}, ${count(wordsOf(segments, sourceLocale), 'word')}`,
    },
  ];
  for (const { name, value, field } of facts.filter((fact) => fact.value !== '')) {
    const evidence = field === undefined ? undefined : meta.evidence?.[field];
    const why =
      evidence === undefined ? '' : `  ${style.dim(`(${evidence.from}, ${percent(evidence.confidence)})`)}`;
    print(`  ${style.dim(name.padEnd(11))}  ${value}${why}`);
  }
}

function printRules({ overlays }: Document, { print, style }: Terminal): void {
  const { repairs, rules = [] } = overlays;
  print();
  if (repairs.length === 0) {
    print('Nothing had to be repaired.');
    return;
  }
  const byRule = groupBy(repairs, ({ rule }) => rule);
  print(style.bold(`Repairs: ${repairs.length} by ${count(byRule.size, 'rule')}`));
  for (const [rule, found] of byRule) {
    const reason = rules.find(({ name }) => name === rule)?.description;
    const sure = style.dim(`(${percent(Math.min(...found.map(({ confidence }) => confidence)))})`);
    print(`  ${style.good(rule)}${reason === undefined ? '' : `: ${reason}`} ${sure}`);
    printChanges(rule, found, print);
  }
}

function printChanges(rule: string, found: readonly Repair[], print: Terminal['print']): void {
  const changes = describeChanges(rule, found);
  for (const change of changes.slice(0, MAX_CHANGES)) {
    print(`      ${change}`);
  }
  if (changes.length > MAX_CHANGES) {
    print(`      and ${changes.length - MAX_CHANGES} more`);
  }
}

function printNotes({ overlays }: Document, { print, style }: Terminal): void {
  const suggestions = overlays.diagnostics.filter(({ span }) => span !== undefined);
  const notes = overlays.diagnostics.filter(({ span }) => span === undefined);
  if (suggestions.length > 0) {
    print();
    print(style.bold(`Suggestions: ${suggestions.length}, not made because they are not sure`));
    for (const { message } of suggestions) {
      print(`  ${visibleText(message)}`);
    }
  }
  if (notes.length > 0) {
    print();
    print(style.bold('Notes'));
    for (const { severity, message } of notes) {
      const word = severity === 'error' ? style.bad(severity) : style.warn(severity);
      print(`  ${severity === 'info' ? style.dim(severity) : word}: ${message}`);
    }
  }
}

function wordsOf(segments: Document['segments'], locale: string): number {
  const words = new Intl.Segmenter(locale, { granularity: 'word' });
  return segments.reduce(
    (sum, { text }) => sum + [...words.segment(text)].filter(({ isWordLike }) => isWordLike).length,
    0,
  );
}

function languageName(locale: string): string {
  return `${new Intl.DisplayNames('en', { type: 'language' }).of(locale) ?? locale} (${locale})`;
}

function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}

function count(times: number, noun: string): string {
  return `${times} ${noun}${times === 1 ? '' : 's'}`;
}
