import { z } from 'zod';

/** The key of a fix of an entity, by which it is taken back. */
export const FixKey = z.string().regex(/^f[0-9a-z]{12}$/u);
