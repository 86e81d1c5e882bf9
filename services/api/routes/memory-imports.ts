import { Readable } from 'node:stream';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { ImportList, ImportReceipt } from '../../../shared/api/memory-import.ts';
import { Review } from '../../../shared/document/rendition.ts';
import { PipelineError } from '../../../shared/errors/errors.ts';
import {
  formatOfMediaType,
  formatOfName,
  IMPORT_FORMATS,
  MEDIA_TYPES,
} from '../../../shared/exchange/exchange-format.ts';
import type { ReadFileOptions } from '../../../shared/exchange/read-units.ts';
import { MARKUPS } from '../../../shared/exchange/unit-event.ts';
import { appendAudit } from '../../../shared/stores/audit-log.ts';
import { createImportStore } from '../../../shared/stores/import-store.ts';
import { type Api, type ApiDeps, principalOf } from '../api.ts';
import { filingIn } from '../filing-in.ts';
import { invalid } from '../invalid.ts';
import { LocaleTag } from '../locale-tag.ts';
import { importMemory } from '../memory-import.ts';
import { jsonOf, PROBLEMS } from '../schemas.ts';

const MAX_FILE_BYTES = 4 * 1024 * 1024 * 1024;
/** A large file takes minutes; the connection shows whether its sender is still there. */
const IMPORT_TIMEOUT_MS = 2 * 3600_000;
const FILE_TYPES = [
  ...Object.values(MEDIA_TYPES).flat(),
  'application/xml',
  'text/xml',
  'application/octet-stream',
];

const ImportQuery = z.strictObject({
  file: z.string().min(1).max(400).optional().describe("Name of the file, for the units' provenance"),
  memory: z.string().optional().describe('Memory to file them in; absent: the first that may be written to'),
  format: z.enum(IMPORT_FORMATS).optional().describe('Absent: by the content type, else by the name'),
  sourceLocale: LocaleTag.optional().describe('Source language; absent: what the file says'),
  locale: LocaleTag.optional().describe('Target language of a file that names none'),
  charset: z.string().max(40).optional().describe('Charset of a file that is no XML; absent: found'),
  markup: z.enum(MARKUPS).optional().describe('Markup in texts without codes that is read as codes'),
  review: Review.optional().describe('Review state of units whose file states none'),
});
const ListQuery = z.strictObject({ limit: z.coerce.number().int().min(1).max(1000).default(50) });
const ImportParams = z.object({ id: z.string().min(1).max(100) });

/** `POST /v1/memory/import`, `GET /v1/memory/imports` and one of them. */
export function memoryImportRoutes(
  app: Api,
  { memory, memorySettings, client, now }: Pick<ApiDeps, 'memory' | 'memorySettings' | 'client' | 'now'>,
): void {
  const store = createImportStore(client, now);
  app.addContentTypeParser(FILE_TYPES, (_request, payload, done) => done(null, payload));
  app.post(
    '/v1/memory/import',
    {
      bodyLimit: MAX_FILE_BYTES,
      handlerTimeout: IMPORT_TIMEOUT_MS,
      config: { access: ['tm:write'] },
      schema: {
        operationId: 'importMemory',
        summary: 'File the units of a TMX, CSV, TSV, PO or XLIFF file',
        description:
          'With `Repr-Digest: sha-256=:...:` (RFC 9530), the same file goes on where its import was interrupted.',
        tags: ['memory'],
        consumes: FILE_TYPES,
        querystring: ImportQuery,
        body: z.unknown().describe('The file, at most 4 GB'),
        response: { 200: jsonOf('What became of the units', ImportReceipt), ...PROBLEMS },
      },
    },
    async (request) => {
      const { keyId, tenant } = principalOf(request);
      const { format, file, memory: named, ...query } = request.query;
      const filing = filingIn(memory, memorySettings, tenant, named);
      const receipt = await importMemory({ memory: filing, store, now }, bodyOf(request.body), {
        tenant,
        read: readOptions({ ...query, file, format: formatOf(request, { format, file }) }),
        into: named,
        digest: digestOf(request.headers['repr-digest']),
        maxBytes: MAX_FILE_BYTES,
      });
      const { created, merged, kept, refused } = receipt;
      await appendAudit(client, {
        at: now(),
        actor: keyId,
        action: 'memory-import',
        target: `${tenant}/${file ?? '(no name)'}`,
        detail: `${created} created, ${merged} merged, ${kept} kept, ${refused} refused`,
      });
      return receipt;
    },
  );
  app.get(
    '/v1/memory/imports',
    {
      config: { access: ['tm:write', 'ops:read'] },
      schema: {
        operationId: 'listMemoryImports',
        summary: 'The newest imports, what became of their units',
        tags: ['memory'],
        querystring: ListQuery,
        response: { 200: jsonOf('Ledgers of 30 days, the newest first', ImportList), ...PROBLEMS },
      },
    },
    async (request) => ({ imports: await store.list(principalOf(request).tenant, request.query.limit) }),
  );
  app.get(
    '/v1/memory/imports/:id',
    {
      config: { access: ['tm:write', 'ops:read'] },
      schema: {
        operationId: 'getMemoryImport',
        summary: 'One import, with the first 1,000 units that it did not take',
        tags: ['memory'],
        params: ImportParams,
        response: { 200: jsonOf('The ledger', ImportReceipt), ...PROBLEMS },
      },
    },
    async (request) => {
      const receipt = await store.read(principalOf(request).tenant, request.params.id);
      if (receipt === undefined) {
        throw new PipelineError('NOT_FOUND', `There is no import "${request.params.id}" of the last 30 days`);
      }
      return receipt;
    },
  );
}

function readOptions(
  query: { readonly [Name in keyof ReadFileOptions]: ReadFileOptions[Name] | undefined } & {
    readonly format: ReadFileOptions['format'];
  },
): ReadFileOptions {
  const { format, charset, sourceLocale, locale, review, file, markup } = query;
  return {
    format,
    ...(charset === undefined ? {} : { charset }),
    ...(sourceLocale === undefined ? {} : { sourceLocale }),
    ...(locale === undefined ? {} : { locale }),
    ...(review === undefined ? {} : { review }),
    ...(file === undefined ? {} : { file }),
    ...(markup === undefined ? {} : { markup }),
  };
}

function bodyOf(body: unknown): AsyncIterable<Uint8Array> {
  if (body instanceof Readable) {
    return body;
  }
  throw new PipelineError(
    'REQUEST_INVALID',
    `The request has no file as its body; expected one with content type ${FILE_TYPES.join(' or ')}`,
  );
}

/** XML that says no more than that is TMX, which was all that there was. */
function formatOf(
  { headers }: FastifyRequest,
  {
    format,
    file = '',
  }: { readonly format: ReadFileOptions['format'] | undefined; readonly file: string | undefined },
): ReadFileOptions['format'] {
  const type = (headers['content-type'] ?? '').split(';', 1)[0]?.trim().toLowerCase() ?? '';
  const found =
    format ?? formatOfMediaType(type) ?? formatOfName(file) ?? (type.endsWith('/xml') ? 'tmx' : undefined);
  if (found === undefined) {
    throw invalid(
      '/query/format',
      `Nothing says the format of the file; expected one of ${IMPORT_FORMATS.join(', ')}`,
    );
  }
  return found;
}

/** The SHA-256 of a `Repr-Digest` in hexadecimal. */
function digestOf(header: string | readonly string[] | undefined): string | undefined {
  if (header === undefined) {
    return undefined;
  }
  const digest = /(?:^|,)\s*sha-256=:(?<value>[A-Za-z0-9+/]{43}=):/u.exec(String(header))?.groups?.['value'];
  if (digest === undefined) {
    throw invalid(
      '/headers/repr-digest',
      `"${String(header).slice(0, 80)}" has no SHA-256; expected sha-256=:BASE64:`,
    );
  }
  return Buffer.from(digest, 'base64').toString('hex');
}
