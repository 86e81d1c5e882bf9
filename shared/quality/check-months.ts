import { languageOf } from '../document/locale.ts';
import type { QaFinding } from '../document/rendition.ts';
import type { CheckedPair } from './checked-pair.ts';
import { calendarWordsIn } from './months-in-text.ts';

/**
 * Finds months and weekdays that contradict the source: the target names one that the source does
 * not, and lacks one that the source names. One that is only left out may be written in digits.
 */
export function findWrongMonths({ source, target, sourceLocale, locale }: CheckedPair): readonly QaFinding[] {
  const wanted = calendarWordsIn(source, languageOf(sourceLocale));
  if (wanted.length === 0) {
    return [];
  }
  const found = calendarWordsIn(target, languageOf(locale));
  return ['m', 'w'].flatMap((kind) => {
    const lacks = wanted.some(({ key }) => key.startsWith(kind) && !found.some((own) => own.key === key));
    return lacks
      ? found
          .filter(({ key }) => key.startsWith(kind) && !wanted.some((own) => own.key === key))
          .map(
            ({ start, end }): QaFinding => ({
              rule: kind === 'm' ? 'date-month' : 'date-weekday',
              severity: 'error',
              message: `The source does not name the ${kind === 'm' ? 'month' : 'day'} “${target.slice(start, end)}”`,
              span: { start, end },
            }),
          )
      : [];
  });
}
