import type { z } from 'zod';

/** A request to the service. */
export interface Call {
  readonly method?: 'GET' | 'PUT' | 'POST' | 'DELETE';
  readonly body?: string | ReadableStream;
  readonly contentType?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Sends a request and checks the answer, as the client does. */
export type AskJson = <Answer>(schema: z.ZodType<Answer>, path: string, call?: Call) => Promise<Answer>;
