import { z } from 'zod';

/** RFC 9457 problem document. `type` ends in the catalog code and is stable. */
export const Problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  /** One sentence: the value, where it was, what was expected. */
  detail: z.string(),
  code: z.string(),
  instance: z.string().optional(),
  /** One entry per wrong field, each with a JSON pointer. */
  errors: z.array(z.object({ pointer: z.string(), detail: z.string() })).optional(),
  /** Facts that a program may act on, such as counts or the states of stages; by `code`. */
  details: z.record(z.string(), z.unknown()).optional(),
  traceId: z.string().optional(),
});
export type Problem = z.infer<typeof Problem>;
