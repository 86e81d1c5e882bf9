import { Readable } from 'node:stream';
import { z } from 'zod';
import { type Locale, toLocale } from '../../../shared/document/locale.ts';
import { PipelineError } from '../../../shared/errors/errors.ts';
import { writeTmx } from '../../../shared/exchange/tmx/write.ts';
import { MemorySetting, servesTenant } from '../../../shared/memory/memory-settings.ts';
import { appendAudit } from '../../../shared/stores/audit-log.ts';
import { type Api, type ApiDeps, principalOf } from '../api.ts';
import { filingIn } from '../filing-in.ts';
import { invalid } from '../invalid.ts';
import { importMemory } from '../memory-import.ts';
import { bytesOf, ImportReceipt, jsonOf, PROBLEMS } from '../schemas.ts';

const MAX_FILE_BYTES = 200 * 1024 * 1024;
/** A large file takes minutes; the connection shows whether its sender is still there. */
const IMPORT_TIMEOUT_MS = 30 * 60_000;
const TMX_TYPES = ['application/x-tmx+xml', 'application/xml', 'text/xml'];

const ImportQuery = z.strictObject({
  file: z.string().min(1).max(400).optional().describe("Name of the file, for the units' provenance"),
  memory: z.string().optional().describe('Memory to file them in; absent: the first that may be written to'),
});
/** Who else a memory serves is nobody's business. */
const MemoryListed = z.object(MemorySetting.shape).omit({ tenants: true });
const MemoryOverview = z.object({
  sources: z.record(z.string(), z.int()),
  memories: z.array(MemoryListed).readonly(),
  /** Points off a match in another variant of a locale. */
  variantPenalty: z.int(),
});
const ExportQuery = z.strictObject({
  locale: z.string().optional().describe('Target locale; absent: all of them'),
});

/** `GET /v1/memory`, `POST /v1/memory/import`, `GET /v1/memory/export`. */
export function memoryRoutes(
  app: Api,
  { memory, memorySettings, client, now }: Pick<ApiDeps, 'memory' | 'memorySettings' | 'client' | 'now'>,
): void {
  app.addContentTypeParser(TMX_TYPES, (_request, payload, done) => done(null, payload));
  app.get(
    '/v1/memory',
    {
      config: { access: ['tm:write', 'ops:read'] },
      schema: {
        operationId: 'getMemory',
        summary: 'The memories that serve you, in order, and distinct sources per source locale of all',
        tags: ['memory'],
        response: { 200: jsonOf('Memories and sizes', MemoryOverview), ...PROBLEMS },
      },
    },
    async (request) => ({
      sources: { ...(await memory.size()) },
      memories: memorySettings.memories
        .filter((setting) => servesTenant(setting, principalOf(request).tenant))
        .map((setting) => MemoryListed.parse(setting)),
      variantPenalty: memorySettings.variants.penalty,
    }),
  );
  app.post(
    '/v1/memory/import',
    {
      bodyLimit: MAX_FILE_BYTES,
      handlerTimeout: IMPORT_TIMEOUT_MS,
      config: { access: ['tm:write'] },
      schema: {
        operationId: 'importMemory',
        summary: 'File the units of a TMX file (1.1 to 1.4b)',
        tags: ['memory'],
        consumes: TMX_TYPES,
        querystring: ImportQuery,
        body: z.unknown().describe('The file, at most 200 MB'),
        response: { 200: jsonOf('What became of the units', ImportReceipt), ...PROBLEMS },
      },
    },
    async (request) => {
      const { keyId, tenant } = principalOf(request);
      const { file, memory: named } = request.query;
      const filing = filingIn(memory, memorySettings, tenant, named);
      const receipt = await importMemory(filing, bodyOf(request.body), { file, maxBytes: MAX_FILE_BYTES });
      const { created, merged, kept, refused } = receipt;
      await appendAudit(client, {
        at: now(),
        actor: keyId,
        action: 'memory-import',
        target: `${tenant}/${file ?? '(no name)'}`,
        detail: `${created} created, ${merged} merged, ${kept} kept, ${refused.length} refused`,
      });
      return receipt;
    },
  );
  app.get(
    '/v1/memory/export',
    {
      exposeHeadRoute: false,
      config: { access: ['tm:write', 'ops:read'], streams: true },
      schema: {
        operationId: 'exportMemory',
        summary: 'The memory as TMX 1.4b',
        tags: ['memory'],
        querystring: ExportQuery,
        response: { 200: bytesOf('A TMX file', 'application/x-tmx+xml'), ...PROBLEMS },
      },
    },
    async (request, reply) => {
      const locale = readLocale(request.query.locale);
      await memory.size(); // a store that is away is told by a status, not by a stream cut short
      const units = memory.units(locale === undefined ? {} : { locale });
      const name = locale === undefined ? 'memory.tmx' : `memory.${locale}.tmx`;
      return reply
        .headers({
          'content-type': 'application/x-tmx+xml; charset=utf-8',
          'content-disposition': `attachment; filename="${name}"`,
        })
        .send(Readable.from(writeTmx(units)));
    },
  );
}

function bodyOf(body: unknown): AsyncIterable<Uint8Array> {
  if (body instanceof Readable) {
    return body;
  }
  throw new PipelineError(
    'REQUEST_INVALID',
    `The request has no TMX body; expected a file with content type ${TMX_TYPES.join(' or ')}`,
  );
}

function readLocale(text: string | undefined): Locale | undefined {
  const locale = text === undefined ? undefined : toLocale(text);
  if (text !== undefined && locale === undefined) {
    const detail = `"${text}" is not a BCP 47 locale such as "pt-BR"`;
    throw invalid('/query/locale', detail);
  }
  return locale;
}
