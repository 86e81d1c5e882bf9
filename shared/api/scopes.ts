import { z } from 'zod';

/** What an API key may do. */
export const SCOPES = [
  'articles:write',
  'outputs:read',
  'outputs:write',
  'tm:write',
  'ops:read',
  'ops:write',
] as const;
export const Scope = z.enum(SCOPES);
export type Scope = z.infer<typeof Scope>;
