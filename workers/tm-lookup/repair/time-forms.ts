import type { Form } from './number-forms.ts';
import type { Placeable } from './placeable.ts';

/** How hour and minute stand together on a clock of 24 hours. */
const PATTERNS: readonly ((hour: number, minute: number) => string)[] = [
  (hour, minute) => `${two(hour)}:${two(minute)}`,
  (hour, minute) => `${hour}:${two(minute)}`,
  (hour, minute) => `${two(hour)}.${two(minute)}`,
  (hour, minute) => `${hour}.${two(minute)}`,
  (hour, minute) => `${hour}h${two(minute)}`,
  (hour, minute) => `${hour} h ${two(minute)}`,
  (hour, minute) => `${hour}時${minute === 0 ? '' : `${minute}分`}`,
  (hour, minute) => `${hour}시${minute === 0 ? '' : ` ${minute}분`}`,
];

/** The ways of writing a time by the clock of 24 hours; words for parts of the day have no form here. */
export function timeForms(placeable: Placeable): readonly Form[] {
  return PATTERNS.flatMap((pattern) => {
    const of = (other: Placeable): string | undefined =>
      other.kind === 'time' ? pattern(other.hour, other.minute) : undefined;
    const text = of(placeable);
    return text === undefined ? [] : [{ text, of }];
  });
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}
