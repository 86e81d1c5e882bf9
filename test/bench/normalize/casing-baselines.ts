import { z } from 'zod';
import type { DataFolder } from '../data-folder.ts';
import { countryWords } from './casing-word-kinds.ts';

/** Gives a text back with capitals. */
export type RestoreText = (text: string) => string;

const Post = z.object({ md: z.string() });
const WORD = /[\p{L}\p{M}\p{N}]+/gu;

/** Capitals for what the runtime names: months, weekdays, countries; and for first words. */
export function calendarBaseline(): RestoreText {
  const month = new Intl.DateTimeFormat('en', { month: 'long', timeZone: 'UTC' });
  const weekday = new Intl.DateTimeFormat('en', { weekday: 'long', timeZone: 'UTC' });
  const known = new Set(countryWords());
  for (let index = 0; index < 12; index += 1) {
    known.add(month.format(Date.UTC(2026, index, 1)).toLowerCase());
    known.add(weekday.format(Date.UTC(2026, 0, index + 1)).toLowerCase());
  }
  return (text) => startSentences(text.replaceAll(WORD, (word) => (known.has(word) ? capital(word) : word)));
}

/** Each word in the form that it has most often inside the sentences of `file`. */
export function lexiconBaseline(data: DataFolder, file: string): RestoreText {
  const forms = new Map<string, Map<string, number>>();
  for (const line of data.lines(file)) {
    const { md } = Post.parse(line);
    for (const match of md.matchAll(/(?<=\p{L},? )[\p{L}\p{M}\p{N}]+/gu)) {
      const lower = match[0].toLowerCase();
      const counts = forms.get(lower) ?? new Map<string, number>();
      forms.set(lower, counts.set(match[0], (counts.get(match[0]) ?? 0) + 1));
    }
  }
  const best = new Map<string, string>();
  for (const [lower, counts] of forms) {
    best.set(lower, [...counts].toSorted((a, b) => b[1] - a[1])[0]?.[0] ?? lower);
  }
  return (text) =>
    startSentences(
      text.replaceAll(WORD, (word) => (word === word.toLowerCase() ? (best.get(word) ?? word) : word)),
    );
}

function startSentences(text: string): string {
  return text.replaceAll(/(?:^|[.!?]["”]?\s+)["“]?\p{Ll}/gu, (start) => start.toUpperCase());
}

function capital(word: string): string {
  return word.slice(0, 1).toUpperCase() + word.slice(1);
}
