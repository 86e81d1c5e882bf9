import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { PROJECT_ROOT } from '../../../config/project-root.ts';
import type { SentenceBreaker } from '../../../workers/normalize/segment/sentence-breaks.ts';

/** Texts of one language, each given as its sentences. */
const Cases = z.array(
  z.strictObject({
    /** The rule of the language that the case is about. */
    category: z.string().min(1),
    sentences: z.array(z.string().min(1)).min(1),
    /** What stands between the sentences. */
    join: z.string().default(' '),
  }),
);
export type SegmentationCase = z.infer<typeof Cases>[number];

/** Our own cases: one file a language. */
export const CASES_FOLDER = join(PROJECT_ROOT, 'test', 'bench', 'normalize', 'segmentation-cases');

/** The cases of a folder by language; the name of a file is its language. */
export function readSegmentationCases(folder: string): ReadonlyMap<string, readonly SegmentationCase[]> {
  const files = readdirSync(folder).filter((file) => file.endsWith('.json'));
  return new Map(
    files.map((file) => [
      file.replace('.json', ''),
      Cases.parse(JSON.parse(readFileSync(join(folder, file), 'utf8'))),
    ]),
  );
}

/** Whether a text is cut into its sentences, and nowhere else. */
export function isCutRight({ sentences, join: between }: SegmentationCase, cutter: SentenceBreaker): boolean {
  const text = sentences.join(between);
  const breaks = cutter(text);
  const found = [0, ...breaks].map((start, index) => text.slice(start, breaks[index] ?? text.length).trim());
  return found.join('\u0000') === sentences.map((sentence) => sentence.trim()).join('\u0000');
}

/** `Intl.Segmenter` alone, what everything is compared with. */
export function unicodeBreaker(language: string): SentenceBreaker {
  const segmenter = new Intl.Segmenter(language, { granularity: 'sentence' });
  return (text) => Array.from(segmenter.segment(text), ({ index }) => index).slice(1);
}
