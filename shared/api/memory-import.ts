import { z } from 'zod';
import { IMPORT_FORMATS } from '../exchange/exchange-format.ts';

/** A unit of a file that was not taken. */
export const Refusal = z.object({
  /** Place among everything that the file offered, from 0. */
  index: z.int(),
  /** Line of the file where it begins. */
  line: z.int(),
  /** What the file calls it, where it calls it anything. */
  name: z.string().optional(),
  /** Such as `target-empty`. */
  reason: z.string(),
  detail: z.string().optional(),
});
export type Refusal = Readonly<z.infer<typeof Refusal>>;

/** What became of a file. `created + merged + kept + refused` is what was offered so far. */
export const ImportLedger = z.object({
  id: z.string(),
  file: z.string().optional(),
  format: z.enum(IMPORT_FORMATS),
  /**
   * `interrupted`: its process or its sender went away; the same file goes on from here. `failed`: the file
   * itself has a fault.
   */
  state: z.enum(['running', 'done', 'interrupted', 'failed']),
  /** Milliseconds since the epoch. */
  startedAt: z.int(),
  updatedAt: z.int(),
  /** How often it was taken up again. */
  resumed: z.int(),
  /** Why it was interrupted or failed, with the place. */
  problem: z.string().optional(),
  created: z.int(),
  /** Replaced an older target of the same source and locale. */
  merged: z.int(),
  /** Already there, unchanged. */
  kept: z.int(),
  refused: z.int(),
  /** How many were refused, by reason. */
  reasons: z.record(z.string(), z.int()),
  /** Units that were taken without some of their markup, which has no meaning here. */
  withoutMarkup: z.int(),
});
export type ImportLedger = Readonly<z.infer<typeof ImportLedger>>;

/** A ledger with the first of what was refused. */
export const ImportReceipt = ImportLedger.extend({ refusals: z.array(Refusal).readonly() });
export type ImportReceipt = Readonly<z.infer<typeof ImportReceipt>>;

export const ImportList = z.object({ imports: z.array(ImportLedger).readonly() });
