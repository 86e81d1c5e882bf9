import type { RepairFrames } from './frames.ts';
import type { Placeable } from './placeable.ts';

/** A form of the old value in the old target, and the one that would take its place. */
export interface Exchange {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly before: Placeable;
  readonly after: Placeable;
  readonly form: string;
}

/**
 * Answers why the words around a value do not allow another in its place; undefined where they do.
 * What is not known to be right is refused.
 */
export function contextRefusal(exchange: Exchange, locale: string, frames: RepairFrames): string | undefined {
  return (
    writtenOnto(exchange, frames) ??
    sandhiRefusal(exchange, frames) ??
    particleRefusal(exchange, frames) ??
    valueRefusal(exchange, locale, frames) ??
    nameRefusal(exchange, frames)
  );
}

const DENSE =
  /[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Thai}\p{scx=Laoo}\p{scx=Khmr}\p{scx=Mymr}\p{sc=Hangul}]/u;

/** Endings, prefixes and parts of compounds that are written onto the form: "Mexikos", "12'de", "ב-12". */
function writtenOnto(
  { text, start, end, form, before: old }: Exchange,
  { joins: joined }: RepairFrames,
): string | undefined {
  const inside = text.slice(start, end);
  const isJoined =
    old.kind !== 'name' && joined?.some((prefix) => endsWithPrefix(text.slice(0, start), prefix)) === true;
  const before = isJoined ? '' : (/[\p{L}\p{M}\p{N}][-‐‑]?$/u.exec(text.slice(0, start))?.[0] ?? '');
  const after = /^[-‐‑'’]?[\p{L}\p{M}\p{N}]/u.exec(text.slice(end))?.[0] ?? '';
  if (hangsOn(before, inside.charAt(0)) || hangsOn(after, inside.charAt(inside.length - 1))) {
    return 'written-onto-another-word';
  }
  return /^['’]/u.test(text.slice(end)) && /s$/iu.test(form) !== /s$/iu.test(inside)
    ? 'written-onto-another-word'
    : undefined;
}

/** Scripts without spaces write every word onto the next. */
function hangsOn(mark: string, edge: string): boolean {
  return mark !== '' && !DENSE.test(mark) && !DENSE.test(edge);
}

function sandhiRefusal(
  { text, start, end, form, before, after }: Exchange,
  { sandhi, vowelNumbers }: RepairFrames,
): string | undefined {
  const bound = /(?:([\p{L}\p{M}]+)[ \u00A0\u202F]|[\p{L}\p{M}]['’])$/u.exec(text.slice(0, start));
  if (
    bound === null ||
    (bound[1] !== undefined && !(sandhi?.before ?? []).includes(bound[1].toLowerCase()))
  ) {
    return undefined;
  }
  const sound = (spelled: string, placeable: Placeable): string => {
    if (placeable.kind === 'number' || /^\d/u.test(spelled)) {
      const digits = /^\d+[º°ª]?/u.exec(spelled)?.[0] ?? '';
      return vowelNumbers !== undefined && new RegExp(vowelNumbers, 'u').test(digits) ? 'vowel' : 'other';
    }
    if (sandhi?.unsure !== undefined && new RegExp(sandhi.unsure, 'iu').test(spelled)) {
      return `unsure ${spelled}`;
    }
    return sandhi !== undefined && new RegExp(sandhi.starts, 'iu').test(spelled) ? 'vowel' : 'other';
  };
  return sound(text.slice(start, end), before) === sound(form, after)
    ? undefined
    : 'sound-of-the-word-before';
}

/** Korean particles follow the last sound; one that depends on it needs the same kind of syllable. */
function particleRefusal(
  { text, start, end, form }: Exchange,
  { particles }: RepairFrames,
): string | undefined {
  const rest = text.slice(end);
  const particle = particles?.find((each) => rest.startsWith(each));
  if (particle === undefined) {
    return undefined;
  }
  const old = finalSound(text.slice(start, end));
  return old !== undefined && old === finalSound(form) ? undefined : 'particle';
}

/** The final consonant of a syllable's block, 0 for none; undefined for what is not Hangul. */
function finalSound(word: string): number | undefined {
  const code = word.charCodeAt(word.length - 1) - 0xac_00;
  return code >= 0 && code < 11_172 ? code % 28 : undefined;
}

function valueRefusal(
  { text, end, before, after }: Exchange,
  locale: string,
  frames: RepairFrames,
): string | undefined {
  if (before.kind === 'number' && after.kind === 'number') {
    const isShare = /^[ \u00A0\u202F]?[%٪％]/u.test(text.slice(end));
    const plurals = new Intl.PluralRules(locale);
    const same = plurals.select(before.value) === plurals.select(after.value);
    return same || isShare ? undefined : 'plural-form';
  }
  if (before.kind === 'date' && after.kind === 'date') {
    const weekdays = [before, after].flatMap(({ date }) => date.weekday ?? []);
    return weekdays.every((day) => (frames.weekdays ?? []).includes(day)) ? undefined : 'weekday-form';
  }
  return undefined;
}

function nameRefusal(
  { text, start, end, form, before, after }: Exchange,
  frames: RepairFrames,
): string | undefined {
  if (before.kind !== 'name' || after.kind !== 'name') {
    return undefined;
  }
  if (before.name.class === 'person' && frames.gendered?.some((word) => hasWord(text, word)) === true) {
    return 'gender';
  }
  const rule = frames.names?.[before.name.class];
  const article = frames.articles === undefined ? undefined : new RegExp(frames.articles, 'u');
  if (article?.test(text.slice(start, end)) !== article?.test(form)) {
    return 'article-in-the-name';
  }
  if (rule?.not?.some((word) => endsWithWord(text.slice(0, start), word)) === true) {
    return 'article-before-the-name';
  }
  switch (rule?.when) {
    case undefined:
      return 'no-rule-for-names';
    case 'free':
      return undefined;
    case 'class': {
      const [old, other] = [before, after].map(({ name }) => countryClass(name.code, frames));
      return old !== undefined && old === other ? undefined : 'class-of-country';
    }
    case 'framed': {
      const isBefore = rule.before?.some((word) => endsWithWord(text.slice(0, start), word)) ?? false;
      const isAfter = rule.after?.some((word) => startsWithWord(text.slice(end), word)) ?? false;
      return isBefore || isAfter ? undefined : 'no-frame-for-the-name';
    }
  }
}

function countryClass(code: string | undefined, { countries }: RepairFrames): string | undefined {
  return Object.entries(countries ?? {}).find(([, codes]) => code !== undefined && codes.includes(code))?.[0];
}

function endsWithWord(text: string, word: string): boolean {
  return new RegExp(`(?:^|[^\\p{L}\\p{M}])${word}[ \\u00A0]$`, 'iu').test(text);
}

function endsWithPrefix(text: string, prefix: string): boolean {
  return new RegExp(`(?:^|[^\\p{L}\\p{M}])${prefix}$`, 'u').test(text);
}

function startsWithWord(text: string, word: string): boolean {
  return new RegExp(`^[ \\u00A0]${word}(?![\\p{L}\\p{M}])`, 'iu').test(text);
}

function hasWord(text: string, word: string): boolean {
  return DENSE.test(word)
    ? text.includes(word)
    : new RegExp(`(?<![\\p{L}\\p{M}])${word}(?![\\p{L}\\p{M}])`, 'iu').test(text);
}
