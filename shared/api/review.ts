import { z } from 'zod';

const list = (of: string): z.ZodOptional<z.ZodReadonly<z.ZodArray<z.ZodString>>> =>
  z.array(z.string().min(1).max(100).describe(of)).max(10_000).readonly().optional();

/** Body of a review: what is to change about the repairs of an article. */
export const ReviewBody = z.strictObject({
  /** Version that the repairs were seen in; it must still be the newest. */
  version: z.int().min(1),
  /** Keys of repairs to take back. */
  undo: list('key of a repair'),
  /** Keys of repairs to make again. */
  redo: list('key of a repair'),
  /** Rules to switch off for this article. */
  disableRules: list('name of a rule'),
  enableRules: list('name of a rule'),
});
export type ReviewBody = Readonly<z.infer<typeof ReviewBody>>;
