import { z } from 'zod';
import { Locale } from '../../../shared/document/locale.ts';
import { describeMatch } from '../../../shared/memory/describe-match.ts';
import { findFoldings } from '../../../shared/memory/find-foldings.ts';
import { Match } from '../../../shared/memory/match.ts';
import { profileScores, ScoreProfile } from '../../../shared/memory/profiles/score-profiles.ts';
import { type Api, type ApiDeps, principalOf } from '../api.ts';
import { GivenText } from '../coded-of.ts';
import { PROFILES_HELP, readProfiles } from '../read-profiles.ts';
import { jsonOf, PROBLEMS } from '../schemas.ts';

const MAX_SEGMENTS = 100;

const LookupBody = z.strictObject({
  sourceLocale: Locale,
  locale: Locale,
  segments: z
    .array(
      z.strictObject({
        source: GivenText,
        contextBefore: z.string().optional().describe('The sentence before it'),
        contextAfter: z.string().optional().describe('The sentence after it'),
        key: z.string().optional(),
      }),
    )
    .min(1)
    .max(MAX_SEGMENTS),
  minScore: z.int().min(0).max(100).default(70).describe('Below 70 every source text is read'),
  limit: z.int().min(1).max(20).default(5),
});
const LookupQuery = z.strictObject({
  profiles: z.string().optional().describe(PROFILES_HELP),
});
const ExplainedMatch = z.object({
  ...Match.shape,
  /** How the score came about, for people. */
  why: z.string(),
  /** What other tools would show for the pair. */
  profiles: z.partialRecord(ScoreProfile, z.int()).optional(),
});
const LookupAnswer = z.object({
  segments: z.array(z.object({ matches: z.array(ExplainedMatch).readonly() })),
});

/** `POST /v1/memory/lookup`: what the memory has for sentences, best first. */
export function memoryLookupRoute(app: Api, { memory }: Pick<ApiDeps, 'memory'>): void {
  app.post(
    '/v1/memory/lookup',
    {
      config: { access: ['tm:write', 'outputs:read', 'ops:read'] },
      schema: {
        operationId: 'lookUpMemory',
        summary: 'Find matches for sentences',
        description:
          'As the memory has them: values are not exchanged and meanings not compared, as they are for articles.',
        tags: ['memory'],
        querystring: LookupQuery,
        body: LookupBody,
        response: { 200: jsonOf('Matches per sentence, best first', LookupAnswer), ...PROBLEMS },
      },
    },
    async (request) => {
      const profiles = readProfiles(request.query.profiles);
      const { segments: queries, ...rest } = request.body;
      const found = await memory.lookup({ ...rest, queries, tenant: principalOf(request).tenant });
      return {
        segments: queries.map(({ source }, at) => ({
          matches: (found[at] ?? []).map((match) => ({
            ...match,
            why: describeMatch(match),
            ...(match.parts.base < 100 || match.source.text === source.text
              ? {}
              : { foldings: findFoldings(source.text, match.source.text) }),
            ...(profiles.length === 0
              ? {}
              : { profiles: profileScores(source.text, match.source.text, profiles) }),
          })),
        })),
      };
    },
  );
}
