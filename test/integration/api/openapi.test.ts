import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { type ApiHarness, startApiHarness } from './api-harness.ts';

const Operation = z.object({
  operationId: z.string(),
  summary: z.string().min(1),
  description: z.string().optional(),
  tags: z.array(z.string()).min(1),
  security: z.array(z.record(z.string(), z.array(z.string()))).optional(),
  parameters: z
    .array(
      z.object({
        name: z.string(),
        in: z.enum(['path', 'query', 'header']),
        required: z.boolean().optional(),
        description: z.string().optional(),
        schema: z.looseObject({}),
      }),
    )
    .optional(),
  requestBody: z
    .object({
      required: z.boolean().optional(),
      content: z.record(z.string(), z.object({ schema: z.looseObject({}) })),
    })
    .optional(),
  responses: z.record(
    z.string().regex(/^(?:[1-5]\d\d|[1-5]XX|default)$/u),
    z.object({
      description: z.string().min(1),
      content: z.record(z.string(), z.object({ schema: z.unknown() })).optional(),
    }),
  ),
});
const OpenApi = z.object({
  openapi: z.string().regex(/^3\.1\.\d$/u),
  info: z.object({ title: z.string(), version: z.string() }),
  paths: z.record(
    z.string().startsWith('/'),
    z.partialRecord(z.enum(['get', 'put', 'post', 'delete']), Operation.strict()),
  ),
  components: z.object({
    schemas: z.record(z.string().regex(/^[\w.-]+$/u), z.looseObject({})),
    securitySchemes: z.record(z.string(), z.looseObject({ type: z.string() })),
  }),
});
type OpenApi = z.infer<typeof OpenApi>;

/** Routes that stand outside the description: the description itself and its page. */
const UNDESCRIBED = /^\/(?:docs|openapi\.json)/u;

let api: ApiHarness;
let text = '';
let description: OpenApi;
beforeAll(async () => {
  api = await startApiHarness();
  const response = await api.app.inject({ url: '/openapi.json' });
  text = response.body;
  description = OpenApi.parse(response.json());
});
afterAll(async () => api[Symbol.asyncDispose]());

describe('the OpenAPI description', () => {
  it('has every route, and no other', () => {
    const described = Object.entries(description.paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
    );
    expect(described.toSorted()).toEqual(routesOf(api).toSorted());
    expect(described.length).toBeGreaterThan(20);
  });

  it('resolves every reference, and has no schema that nothing uses', () => {
    const names = new Set(Array.from(text.matchAll(/"\$ref":"([^"]*)"/gu), ([, ref = '']) => ref));
    expect(names.size).toBeGreaterThan(10);
    for (const ref of names) {
      expect(ref).toMatch(/^#\/components\/schemas\/[\w.-]+$/u);
      expect(Object.keys(description.components.schemas)).toContain(
        ref.slice('#/components/schemas/'.length),
      );
    }
    expect(names.size).toBe(Object.keys(description.components.schemas).length);
  });

  it('names each operation once, and its path parameters', () => {
    const ids = operations().map(({ operation }) => operation.operationId);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { path, operation } of operations()) {
      const inPath = Array.from(path.matchAll(/\{(\w+)\}/gu), ([, name = '']) => name);
      const described = operation.parameters?.filter((parameter) => parameter.in === 'path') ?? [];
      expect(described.map(({ name }) => name).toSorted()).toEqual(
        inPath.toSorted((a, b) => a.localeCompare(b)),
      );
      expect(described.every(({ required }) => required === true)).toBe(true);
    }
  });

  it('names the scopes of every operation below /v1 and how problems are told', () => {
    for (const { path, operation } of operations()) {
      if (path.startsWith('/v1/')) {
        expect(operation.security?.[0]?.['apiKey']?.length).toBeGreaterThan(0);
        expect(Object.keys(operation.responses['4XX']?.content ?? {})).toEqual(['application/problem+json']);
      } else {
        expect(operation.security).toBeUndefined();
      }
    }
    expect(Object.keys(description.components.securitySchemes)).toEqual(['apiKey']);
  });

  it('does not tell clients to leave out what they may send', () => {
    expect(text).not.toContain('readOnly');
  });

  it('asks for a file where a file is sent', () => {
    expect(Object.keys(description.paths['/v1/memory/import']?.post?.requestBody?.content ?? {})).toContain(
      'application/x-tmx+xml',
    );
  });

  it('has a page for people', async () => {
    const page = await api.app.inject({ url: '/docs/' });
    expect(page.statusCode).toBe(200);
    expect(page.headers['content-type']).toContain('text/html');
    expect(page.headers['content-security-policy']).toContain("default-src 'self'");
  });
});

function operations(): { readonly path: string; readonly operation: z.infer<typeof Operation> }[] {
  return Object.entries(description.paths).flatMap(([path, methods]) =>
    Object.values(methods).map((operation) => ({ path, operation })),
  );
}

/** Routes as the router knows them. */
function routesOf({ app }: ApiHarness): string[] {
  const routes: string[] = [];
  const stack: string[] = [];
  for (const line of app.printRoutes({ commonPrefix: false }).split('\n')) {
    const match = /^(?<indent>[\s│]*)[├└]── (?<path>\S+)(?: \((?<methods>[^)]*)\))?/u.exec(line);
    if (match?.groups === undefined) {
      continue;
    }
    const depth = (match.groups['indent'] ?? '').length / 4;
    stack.length = depth;
    stack[depth] = match.groups['path'] ?? '';
    const path = stack.join('').replaceAll(/:(\w+)/gu, '{$1}');
    for (const method of (match.groups['methods'] ?? '').split(', ')) {
      if (method !== '' && method !== 'HEAD' && method !== 'OPTIONS' && !UNDESCRIBED.test(path)) {
        routes.push(`${method} ${path}`);
      }
    }
  }
  return routes;
}
