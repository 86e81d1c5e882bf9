import { z } from 'zod';
import { Locale } from '../../../shared/document/locale.ts';
import { QaFinding } from '../../../shared/document/rendition.ts';
import { Term } from '../../../shared/memory/terms/term.ts';
import { type Api, type ApiDeps, principalOf } from '../api.ts';
import { createPairsChecker } from '../check-pairs.ts';
import { GivenText } from '../coded-of.ts';
import { jsonOf, PROBLEMS } from '../schemas.ts';

const MAX_SEGMENTS = 100;
const MAX_TERMS = 1000;

const ChecksBody = z.strictObject({
  sourceLocale: Locale,
  locale: Locale.describe('Locale of the targets'),
  segments: z
    .array(z.strictObject({ source: GivenText, target: GivenText }))
    .min(1)
    .max(MAX_SEGMENTS),
  terms: z
    .array(z.strictObject(Term.pick({ source: true, target: true, status: true }).shape))
    .max(MAX_TERMS)
    .optional()
    .describe('What to hold the targets to; absent: the glossary of the two languages'),
});
const ChecksAnswer = z.object({
  segments: z.array(z.object({ findings: z.array(QaFinding).readonly() })).readonly(),
});

/** `POST /v1/checks`: what is wrong with translations, by the checks that every rendition goes through. */
export function checksRoute(app: Api, { client }: Pick<ApiDeps, 'client'>): void {
  const checkPairs = createPairsChecker(client);
  app.post(
    '/v1/checks',
    {
      config: { access: ['tm:write', 'outputs:read', 'ops:read'] },
      schema: {
        operationId: 'checkTranslations',
        summary: 'Check translations before they are filed',
        description:
          'Numbers, dates, names, terms, addresses, inline codes and marks of each target, by the checks that every rendition goes through. Nothing is kept. Errors keep a translation from being approved, warnings can be acknowledged; spans lie in the target.',
        tags: ['memory'],
        body: ChecksBody,
        response: {
          200: jsonOf('Findings per segment, in the order of the request', ChecksAnswer),
          ...PROBLEMS,
        },
      },
    },
    async (request) => {
      const { terms, ...pairs } = request.body;
      const { sourceLocale, locale } = pairs;
      const given = terms?.map((term, at) => ({ id: String(at), sourceLocale, locale, ...term }));
      const found = await checkPairs({ ...pairs, terms: given, tenant: principalOf(request).tenant });
      return { segments: found.map((findings) => ({ findings })) };
    },
  );
}
