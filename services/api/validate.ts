import type { FastifySchemaCompiler } from 'fastify';
import type { z } from 'zod';
import { describeIssues } from './describe-issues.ts';

/** Checks a part of a request against its zod schema; what is wrong becomes one problem with pointers. */
export const compileValidator: FastifySchemaCompiler<z.ZodType> = ({ schema, httpPart }) => {
  return (data: unknown) => {
    const result = schema.safeParse(data);
    return result.success
      ? { value: result.data }
      : { error: describeIssues(result.error.issues, { httpPart, sent: data }) };
  };
};
