/** Oldest server whose commands the pipeline relies on. */
export const OLDEST_REDIS = '6.2.0';

/** Whether version `a` comes before version `b`; parts that are absent count as 0. */
export function isOlder(a: string, b: string): boolean {
  const [left, right] = [a, b].map((version) => version.split('.').map(Number));
  for (let index = 0; index < 3; index += 1) {
    const difference = (left?.[index] ?? 0) - (right?.[index] ?? 0);
    if (difference !== 0) {
      return difference < 0;
    }
  }
  return false;
}
