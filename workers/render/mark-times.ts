import type { EntityOverlay, EntityValue } from '../../shared/document/entity-mention.ts';
import { groupBy } from '../../shared/document/group-by.ts';
import type { CodedText, InlineCode } from '../../shared/document/inline-code.ts';
import { remembered } from '../../shared/text/remembered.ts';
import type { LocaleKit } from './locale-kit.ts';
import { formsOfTimex } from './localize-dates.ts';
import { oncePer } from './once-per.ts';

/** Dates and times of day of each segment's source, as TIMEX3: those whose day, month or minute is known. */
export const timesBySegment = oncePer(
  ({ mentions, entities }: EntityOverlay): ReadonlyMap<string, readonly string[]> => {
    const values = new Map(entities.map(({ id, value }) => [id, value]));
    const dated = mentions.flatMap(({ segmentId, entityId }) => {
      const value = values.get(entityId);
      const timex = value === undefined ? undefined : timeOf(value);
      return timex === undefined ? [] : [{ segmentId, timex }];
    });
    return new Map(
      [...groupBy(dated, ({ segmentId }) => segmentId)].map(([id, found]) => [
        id,
        [...new Set(found.map(({ timex }) => timex))],
      ]),
    );
  },
);

function timeOf(value: EntityValue): string | undefined {
  if (value.kind === 'time') {
    return value.until === undefined ? value.time : undefined;
  }
  return value.kind === 'date' && value.repeats === undefined && DATED.test(value.timex)
    ? value.timex
    : undefined;
}

/** A day, a month of a year, or a day of a year that is not known. */
const DATED = /^(?:\d{4}-\d{2}(?:-\d{2})?|--\d{2}-\d{2})$/u;

/**
 * Marks the dates and times of the source that stand in a target in a form of the locale, as `<time>`
 * with the machine-readable value: `12 de enero` is `--01-12` where the year is not known. Only a form
 * that stands there exactly once is marked; nothing is written anew.
 */
export function markTimes(target: CodedText, times: readonly string[], kit: LocaleKit): CodedText {
  if (times.length === 0) {
    return target;
  }
  const marks = times.flatMap((timex) => findForm(target, timex, kit) ?? []);
  return marks.length === 0 ? target : { text: target.text, codes: insertCodes(target.codes, marks) };
}

interface TimeMark {
  readonly start: number;
  readonly end: number;
  readonly dateTime: string;
}

function findForm({ text, codes }: CodedText, dateTime: string, kit: LocaleKit): TimeMark | undefined {
  const plain = text.replaceAll(/[\u00A0\u202F]/gu, ' ');
  for (const form of formsIn(kit)(dateTime)) {
    const start = plain.indexOf(form);
    const end = start + form.length;
    const isWhole = !isWordBeside(plain, start - 1) && !isWordBeside(plain, end);
    if (
      start >= 0 &&
      plain.indexOf(form, end) < 0 &&
      isWhole &&
      !codes.some((code) => crosses(code, start, end))
    ) {
      return { start, end, dateTime };
    }
  }
  return undefined;
}

/** Every locale of an article asks for the same dates, and every article for the year's. */
const formsIn = oncePer((kit: LocaleKit) => remembered((timex) => formsOf(timex, kit)));

/** The whole date, and the day without its year, which the article may not repeat. */
function formsOf(timex: string, kit: LocaleKit): readonly string[] {
  const day = /^\d{4}(?=-\d{2}-\d{2}$)/u.test(timex) ? [`-${timex.slice(4)}`] : [];
  return [timex, ...day]
    .flatMap((value) => formsOfTimex(value, kit))
    .map((form) => form.replaceAll(/[\u00A0\u202F]/gu, ' ').replaceAll(/[\u200E\u200F]/gu, ''));
}

/** A digit that goes on makes another day of it; a letter another word, where words are set apart. */
function isWordBeside(text: string, at: number): boolean {
  return /^[\p{Nd}\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}]$/u.test(text.charAt(at));
}

function crosses(code: InlineCode, start: number, end: number): boolean {
  const isApart = code.end <= start || end <= code.start;
  const isAround = code.start <= start && end <= code.end;
  return !isApart && !isAround;
}

/** Adds codes in reading order, an enclosing one before what it encloses. */
function insertCodes(codes: readonly InlineCode[], marks: readonly TimeMark[]): readonly InlineCode[] {
  const last = Math.max(0, ...codes.map(({ id }) => id));
  const added = marks
    .filter(
      (mark, at) => !marks.slice(0, at).some((other) => mark.start < other.end && other.start < mark.end),
    )
    .map(({ start, end, dateTime }, at): InlineCode => {
      const place = { id: last + at + 1, start, end, canDelete: true, canReorder: true };
      return { kind: 'span', tag: 'time', dateTime, ...place };
    });
  return [...codes, ...added].toSorted((a, b) => a.start - b.start || b.end - a.end);
}
