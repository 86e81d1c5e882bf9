import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fastifySwagger from '@fastify/swagger';
import fastifySwaggerUi from '@fastify/swagger-ui';
import { createJsonSchemaTransform, createJsonSchemaTransformObject } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { PROJECT_ROOT } from '../../config/project-root.ts';
import type { Api } from './api.ts';
import { apiSchemas } from './schemas.ts';
import { tidyDescription } from './tidy-description.ts';

const TAGS = [
  { name: 'articles', description: 'Submit articles and see where they stand' },
  { name: 'actions', description: 'Retry, cancel, withhold, release, kill' },
  { name: 'outputs', description: 'Pull what the pipeline made' },
  { name: 'memory', description: 'The translation memory' },
  { name: 'gazetteer', description: 'Imported lists of names: gazetteer, glossary, do-not-translate' },
  { name: 'keys', description: 'API keys of the tenant' },
  { name: 'operations', description: 'Health and metrics' },
];

const describeSchemas = createJsonSchemaTransformObject({
  schemaRegistry: apiSchemas,
  zodToJsonConfig: { override },
});

/** Describes the routes that are added after it: `/openapi.json` for programs, `/docs` for people. */
export async function describeApi(app: Api): Promise<void> {
  await app.register(fastifySwagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Polywire',
        version: readVersion(),
        description: 'One source article in, every locale out, with the origin of each sentence known.',
      },
      tags: TAGS,
      components: {
        securitySchemes: {
          apiKey: { type: 'http', scheme: 'bearer', description: 'An API key: `pw_<id>_<secret>`' },
        },
      },
    },
    transform: createJsonSchemaTransform({ schemaRegistry: apiSchemas, zodToJsonConfig: { override } }),
    transformObject: (document) => tidyDescription(describeSchemas(document)),
  });
  await app.register(fastifySwaggerUi, { routePrefix: '/docs', staticCSP: true });
  app.get('/openapi.json', { config: { access: 'open' }, schema: { hide: true } }, async () => app.swagger());
}

type OverrideContext = Parameters<NonNullable<z.core.ToJSONSchemaParams['override']>>[0];

/** What zod knows and the generator leaves out, and the other way round. */
function override({ zodSchema, jsonSchema }: OverrideContext): void {
  const description = z.globalRegistry.get(zodSchema)?.description;
  if (description !== undefined) {
    jsonSchema.description = description;
  }
  if (zodSchema._zod.def.type === 'undefined') {
    jsonSchema.type = 'null'; // an answer without a body
  }
  delete jsonSchema.readOnly; // to OpenAPI it means "not in requests", to zod "not to be changed"
}

const Package = z.object({ version: z.string() });

function readVersion(): string {
  return Package.parse(JSON.parse(readFileSync(join(PROJECT_ROOT, 'package.json'), 'utf8'))).version;
}
