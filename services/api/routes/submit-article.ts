import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { SubmissionReceipt } from '../../../shared/api/submission.ts';
import { toPipelineError } from '../../../shared/errors/errors.ts';
import { type Api, type ApiDeps, principalOf } from '../api.ts';
import { type Answer, answerOnce } from '../idempotency.ts';
import { jsonOf, PostedRequest, PROBLEMS, SubmissionRequest, VersionParams } from '../schemas.ts';
import { type SubmissionPorts, submitArticle } from '../submission/submit-article.ts';
import type { Submission } from '../submission/to-source-article.ts';

/** Bytes of a submission's body: the largest article with what base64 and JSON add to it. */
const BODY_LIMIT = 3 * 1024 * 1024;

const answers = {
  202: jsonOf('Accepted: on the disk, registered and queued', SubmissionReceipt),
  200: jsonOf('Unchanged: the same content was here already', SubmissionReceipt),
  ...PROBLEMS,
};

const PostHeaders = z.object({
  'idempotency-key': z
    .string()
    .regex(/^[!-~]{1,255}$/u, 'expected 1 to 255 visible ASCII characters')
    .optional()
    .describe('The same key with the same body is answered once, for 24 hours'),
});

type Ports = SubmissionPorts & Pick<ApiDeps, 'metrics'>;

/** `PUT /v1/articles/{externalId}/versions/{version}` and `POST /v1/articles`. */
export function submitArticleRoutes(app: Api, ports: Ports): void {
  app.put(
    '/v1/articles/:externalId/versions/:version',
    {
      bodyLimit: BODY_LIMIT,
      config: { access: ['articles:write'] },
      schema: {
        operationId: 'submitVersion',
        summary: 'Submit a version of an article',
        description: 'Sending the same again is always safe; other content needs a higher version.',
        tags: ['articles'],
        params: VersionParams,
        body: SubmissionRequest,
        response: answers,
      },
    },
    async (request, reply) => {
      const { tenant } = principalOf(request);
      const answer = await submit(ports, request, { ...request.body, ...request.params, tenant });
      return send(reply, answer);
    },
  );
  app.post(
    '/v1/articles',
    {
      bodyLimit: BODY_LIMIT,
      config: { access: ['articles:write'] },
      schema: {
        operationId: 'submitArticle',
        summary: 'Submit an article that names itself',
        tags: ['articles'],
        headers: PostHeaders,
        body: PostedRequest,
        response: answers,
      },
    },
    async (request, reply) => {
      const { tenant } = principalOf(request);
      const { body, headers } = request;
      const key = headers['idempotency-key'];
      const run = async (): Promise<Answer> => submit(ports, request, { ...body, tenant });
      if (key === undefined) {
        return send(reply, await run());
      }
      const { replayed, ...answer } = await answerOnce(ports.client, { tenant, key, body }, run);
      if (replayed) {
        reply.header('idempotency-replayed', 'true');
      }
      return send(reply, answer);
    },
  );
}

async function submit(
  { metrics, ...ports }: Ports,
  { traceparent }: FastifyRequest,
  submission: Submission,
): Promise<Answer> {
  try {
    const receipt = await submitArticle(ports, submission, traceparent);
    metrics.submissions.inc({ outcome: receipt.outcome });
    return { status: receipt.outcome === 'accepted' ? 202 : 200, body: receipt };
  } catch (error) {
    metrics.submissions.inc({ outcome: toPipelineError(error).code.toLowerCase() });
    throw error;
  }
}

function send(reply: FastifyReply, { status, body }: Answer): FastifyReply {
  const receipt = SubmissionReceipt.parse(body);
  return reply.code(status).header('location', receipt.links.status).send(receipt);
}
