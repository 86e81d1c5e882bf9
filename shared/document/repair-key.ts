import { z } from 'zod';

/** The key of a repair: survives edits elsewhere in the article, and other repairs taken back. */
export const RepairKey = z.string().regex(/^r[0-9a-z]{12}$/u);
