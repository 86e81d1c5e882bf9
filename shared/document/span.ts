import { z } from 'zod';

/** A half-open range `[start, end)` in UTF-16 code units over NFC text. */
export const Span = z
  .object({
    /** First code unit, from 0. */
    start: z.int().min(0),
    /** One past the last code unit; equal to `start` for an empty span. */
    end: z.int().min(0),
  })
  .refine((span) => span.end >= span.start, { message: 'a span must not end before it starts' });
export type Span = Readonly<z.infer<typeof Span>>;

/** Tells whether two spans share at least one code unit. */
export function spansOverlap(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}
