import type { Evidence } from './word-evidence.ts';

/** What the groups of letters in a text speak for each language that `eld` has. */
export type LetterGroups = (text: string) => Evidence;

/** `eld` reads no more of one text. */
const CHUNK_LENGTH = 340;
const MAX_CHUNKS = 3;
/** Letters per group: groups of four bytes, each three bytes after the one before it. */
const BYTES_PER_GROUP = 3;
/** A score counts groups that overlap with each other and with the words; this much of it is news. */
const WEIGHT = 0.03;
/** `eld` maps a mean score of this per group to 0.5. */
const HALF_SCORE = 25;

/** Loads the profiles of `eld` (2 MB), restricted to `languages`. */
export async function loadLetterGroups(languages: readonly string[]): Promise<LetterGroups> {
  const { eld } = await import('eld/medium');
  eld.setLanguageSubset([...languages]);
  return (text) => {
    const evidence = new Map<string, number>();
    for (const chunk of chunksOf(text)) {
      const groups = Math.max(1, Buffer.byteLength(chunk) / BYTES_PER_GROUP);
      for (const [language, score] of Object.entries(eld.detect(chunk).getScores())) {
        const mean = (HALF_SCORE * score) / (1 - Math.min(score, 0.99));
        evidence.set(language, (evidence.get(language) ?? 0) + WEIGHT * mean * groups);
      }
    }
    return evidence;
  };
}

/** Pieces from the whole length of a long text: its beginning may be a name or a quotation. */
function chunksOf(text: string): string[] {
  const count = Math.min(MAX_CHUNKS, Math.ceil(text.length / CHUNK_LENGTH));
  const step = Math.floor(text.length / Math.max(1, count));
  return Array.from({ length: count }, (_, index) => text.slice(index * step, index * step + CHUNK_LENGTH));
}
