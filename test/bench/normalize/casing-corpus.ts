import { z } from 'zod';
import { restoreCase } from '../../../workers/normalize/case/restore-case.ts';
import type { NormalizeDeps } from '../../../workers/normalize/deps.ts';
import type { Draft } from '../../../workers/normalize/draft/draft.ts';
import { leavesOf } from '../../../workers/normalize/draft/map-leaves.ts';
import type { DataFolder } from '../data-folder.ts';
import { type CasingScore, emptyScore, scoreText, type WordKinds } from './casing-score.ts';

/** Where the news of every language stand side by side. */
export const NEWS_FILE = 'ntrex/ntrex.jsonl.gz';

const Segment = z.object({ doc: z.string() }).catchall(z.unknown());
const NO_RULES: ReadonlySet<string> = new Set();

/** Articles as they were and as they are given to the rules: paragraphs, the headline first. */
export interface Corpus {
  readonly documents: readonly (readonly string[])[];
  readonly damaged: readonly (readonly string[])[];
  readonly kindsOf: (truth: string) => WordKinds;
}

/** Restores every article and counts its words. */
export function scoreAll(
  { documents, damaged, kindsOf }: Corpus,
  restore: (texts: readonly string[]) => readonly string[],
): CasingScore {
  const score = emptyScore();
  for (const [index, paragraphs] of documents.entries()) {
    const before = damaged[index] ?? [];
    const after = restore(before);
    for (const [part, truth] of paragraphs.entries()) {
      const texts = { truth, before: before[part] ?? '', after: after[part] ?? '' };
      scoreText(score, texts, kindsOf(truth));
    }
  }
  return score;
}

/** The case step of a language as it runs in the pipeline: a headline, then paragraphs. */
export function restoreTexts(texts: readonly string[], deps: NormalizeDeps, language = 'en'): string[] {
  const draft: Draft = {
    nodes: texts.map((text, index) => ({
      type: 'leaf',
      shape: index === 0 ? { type: 'heading', depth: 1, role: 'headline' } : { type: 'paragraph' },
      block: { id: `b${index}`, kind: index === 0 ? 'headline' : 'paragraph', text, codes: [], repairs: [] },
    })),
    asides: [],
    removed: [],
    found: { evidence: {} },
    diagnostics: [],
  };
  const cased = restoreCase(draft, deps.lexiconOf(language), NO_RULES);
  return leavesOf(cased.nodes).map((leaf) => leaf.block.text);
}

/** The articles of the corpus in one language, by its key there. */
export function readNews(data: DataFolder, key: string): string[][] {
  const documents = new Map<string, string[]>();
  for (const line of data.lines(NEWS_FILE)) {
    const segment = Segment.parse(line);
    const text = segment[key];
    documents.set(segment.doc, [
      ...(documents.get(segment.doc) ?? []),
      typeof text === 'string' ? text.normalize('NFC') : '',
    ]);
  }
  return [...documents.values()];
}
