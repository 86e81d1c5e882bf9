import type { EntityValue } from '../../../shared/document/entity-mention.ts';
import { groupBy } from '../../../shared/document/group-by.ts';
import { Locale, languageOf } from '../../../shared/document/locale.ts';
import { numbersInText, toAsciiDigits } from '../../../shared/quality/numbers-in-text.ts';
import { calendarNames } from '../../../shared/values/calendar-names.ts';
import { createRenderDeps } from '../../../workers/render/deps.ts';
import type { LocaleKit } from '../../../workers/render/locale-kit.ts';
import { formsOfTimex } from '../../../workers/render/localize-dates.ts';
import { createTagEntitiesDeps } from '../../../workers/tag-entities/deps.ts';
import { tagEntities } from '../../../workers/tag-entities/tag-entities.ts';
import { documentOf } from '../../support/builders.ts';
import type { Measure } from '../entities/measure.ts';
import type { Row } from '../report.ts';
import { type HumanText, NEWS, newsTexts } from './human-texts.ts';

const GOAL = 0.95;
/** Smaller numbers are often written in words. */
const SMALLEST_NUMBER = 13;

/**
 * Dates and numbers that tagging finds in English news, in the forms that we know of each locale, looked
 * up in the human translation (`ntrex/ntrex.jsonl.gz`). Counted are values whose digits the translation
 * has, of dates also the month by its name or number ("the 12th of last month" is a phrase, and a
 * misspelled month no form); accepted are those that stand there in a form of ours: dates with or without
 * their year, numbers with or without marks of thousands. White space (also between digits and Chinese),
 * digits of other scripts and case are folded.
 */
export const values: Measure = {
  name: 'values',
  needs: [NEWS],
  run: async (data) => {
    const [deps, tagger] = [await createRenderDeps(), await createTagEntitiesDeps()];
    const found = new Map<string, readonly EntityValue[]>();
    const rows: Row[] = [];
    for (const [tag, texts] of groupBy(newsTexts(data), ({ locale }) => locale)) {
      const kit = deps.kitOf(Locale.parse(tag));
      const scores = { date: [0, 0], number: [0, 0] } satisfies Record<string, number[]>;
      for (const { english, text } of texts) {
        const own = found.get(english) ?? valuesOf(english);
        found.set(english, own);
        for (const value of own) {
          count(value, fold(text), { kit, scores });
        }
      }
      rows.push(row(`values: dates, ${tag}`, scores.date), row(`values: numbers, ${tag}`, scores.number));
    }
    return rows;

    function valuesOf(english: HumanText['english']): readonly EntityValue[] {
      return tagEntities(documentOf([english]), tagger).entities.flatMap(({ value }) => value ?? []);
    }
  },
};

interface Counting {
  readonly kit: LocaleKit;
  /** Accepted and counted, by kind. */
  readonly scores: Readonly<Record<'date' | 'number', number[]>>;
}

function count(value: EntityValue, text: string, { kit, scores }: Counting): void {
  const forms = formsOf(value, kit);
  const numbers = numbersInText(text);
  if (forms === undefined || !numbers.has(forms.digits) || !namesMonth(forms.month, text, { numbers, kit })) {
    return;
  }
  const score = scores[value.kind === 'date' ? 'date' : 'number'];
  score[0] = (score[0] ?? 0) + (forms.written.some((form) => text.includes(fold(form))) ? 1 : 0);
  score[1] = (score[1] ?? 0) + 1;
}

function namesMonth(
  month: string | undefined,
  text: string,
  { numbers, kit }: { readonly numbers: ReadonlySet<string>; readonly kit: LocaleKit },
): boolean {
  return (
    month === undefined ||
    numbers.has(month) ||
    calendarNames(languageOf(kit.locale)).some(
      ({ phrase, sense }) => sense.month === Number(month) && text.includes(phrase.toLowerCase()),
    )
  );
}

interface Forms {
  readonly digits: string;
  /** Number of a date's month. */
  readonly month?: string;
  readonly written: readonly string[];
}

function formsOf(value: EntityValue, kit: LocaleKit): Forms | undefined {
  if (value.kind === 'date') {
    const day = /^(?:\d{4}|-)-(?<month>\d{2})-(?<day>\d{2})$/u.exec(value.timex)?.groups;
    if (day === undefined || value.repeats !== undefined) {
      return undefined;
    }
    const monthDay = `--${day['month'] ?? ''}-${day['day'] ?? ''}`;
    const written = [value.timex, monthDay].flatMap((timex) => formsOfTimex(timex, kit));
    return { digits: String(Number(day['day'])), month: String(Number(day['month'])), written };
  }
  const amount = value.kind === 'number' || value.kind === 'percent' ? value.value : undefined;
  if (amount === undefined || amount < SMALLEST_NUMBER) {
    return undefined;
  }
  const plain = String(amount).replace('.', kit.formatNumber(0.5).charAt(1));
  const number = kit.formatNumber(amount);
  // Groups may also be set apart by spaces, as the international standard has it.
  const spaced = number.replaceAll(/(?<=\p{Nd})[.,](?=\p{Nd}{3})/gu, ' ');
  return { digits: String(amount).replaceAll(/\D/gu, ''), written: [number, plain, spaced] };
}

function fold(text: string): string {
  return toAsciiDigits(text)
    .replaceAll(/[\u00A0\u202F]/gu, ' ')
    .replaceAll(/\p{Cf}/gu, '')
    .replaceAll(/(?<=\d) (?=[年月日%])|(?<=[年月]) (?=\d)/gu, '')
    .toLowerCase();
}

function row(measure: string, [accepted = 0, counted = 0]: readonly number[]): Row {
  const value = accepted / Math.max(1, counted);
  return { measure, value, unit: '', samples: counted, goal: `>= ${GOAL}`, ok: value >= GOAL };
}
