import type { Senses } from './senses.ts';

/** What else a small whole number may be. */
export function smallNumber(value: number): Partial<Senses> {
  return {
    ...(Number.isInteger(value) && value >= 1 && value <= 31 ? { dom: value } : {}),
    ...(Number.isInteger(value) && value >= 0 && value <= 24 ? { hour: value } : {}),
  };
}
