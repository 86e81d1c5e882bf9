const WEEKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];

/** 1 Monday .. 7 Sunday for an English weekday; 0 for any other word. */
export function weekdayNumber(word: string): number {
  return WEEKDAYS.indexOf(word.toLowerCase()) + 1;
}
