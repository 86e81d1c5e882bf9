import { Readable } from 'node:stream';
import { z } from 'zod';
import { GLOSSARY_FORMATS, GlossaryList, GlossaryReceipt } from '../../../shared/api/glossary.ts';
import { PipelineError } from '../../../shared/errors/errors.ts';
import { writeCsvTerms } from '../../../shared/exchange/csv/write-terms.ts';
import { writeTbx } from '../../../shared/exchange/tbx/write.ts';
import { createGlossaryStore } from '../../../shared/stores/glossary-store.ts';
import { type Api, type ApiDeps, principalOf } from '../api.ts';
import { auditTrail } from '../audit-trail.ts';
import { importGlossary } from '../glossary-import.ts';
import { LocaleTag } from '../locale-tag.ts';
import { bytesOf, jsonOf, PROBLEMS } from '../schemas.ts';

const MAX_FILE_BYTES = 200 * 1024 * 1024;
const IMPORT_TIMEOUT_MS = 30 * 60_000;
const TBX = 'application/x-tbx';

const ImportQuery = z.strictObject({
  format: z.enum(GLOSSARY_FORMATS),
  file: z.string().max(400).optional().describe('Name of the file, for the audit log'),
  sourceLocale: LocaleTag.optional().describe('Source language; absent: what the file says'),
  locale: LocaleTag.optional().describe('Target language of a table without a column for it'),
});
const PairQuery = z.strictObject({ sourceLocale: LocaleTag, locale: LocaleTag });
const ExportQuery = PairQuery.extend({ format: z.enum(GLOSSARY_FORMATS).default('csv') });
const RemoveQuery = PairQuery.extend({ id: z.string().max(100).optional().describe('Absent: all terms') });

/** `GET`, `POST` and `DELETE /v1/glossary`, `GET /v1/glossary/export`. */
export function glossaryRoutes(app: Api, { client, now }: Pick<ApiDeps, 'client' | 'now'>): void {
  const store = createGlossaryStore(client);
  const audit = auditTrail({ client, now });
  app.addContentTypeParser(TBX, (_request, payload, done) => done(null, payload));
  app.get(
    '/v1/glossary',
    {
      config: { access: ['tm:write', 'ops:read'] },
      schema: {
        operationId: 'listGlossaries',
        summary: 'How many terms each pair of languages has',
        tags: ['glossary'],
        response: { 200: jsonOf('Glossaries', GlossaryList), ...PROBLEMS },
      },
    },
    async (request) => ({ glossaries: await store.sizes(principalOf(request).tenant) }),
  );
  app.post(
    '/v1/glossary',
    {
      bodyLimit: MAX_FILE_BYTES,
      handlerTimeout: IMPORT_TIMEOUT_MS,
      config: { access: ['tm:write'] },
      schema: {
        operationId: 'importGlossary',
        summary: 'Add the terms of a CSV or TBX file (2008 and 2019, both styles)',
        tags: ['glossary'],
        consumes: ['text/csv', TBX, 'application/octet-stream'],
        querystring: ImportQuery,
        body: z.unknown().describe('The file'),
        response: { 200: jsonOf('What became of the terms', GlossaryReceipt), ...PROBLEMS },
      },
    },
    async (request) => {
      const { tenant } = principalOf(request);
      const { file, ...query } = request.query;
      if (!(request.body instanceof Readable)) {
        throw new PipelineError(
          'REQUEST_INVALID',
          `The request has no file as its body; expected one with content type text/csv, ${TBX} or application/octet-stream`,
        );
      }
      const receipt = await importGlossary(store, request.body, { tenant, ...query });
      const { created, merged, kept, refused } = receipt;
      await audit(principalOf(request), {
        action: 'glossary-import',
        target: file ?? '(no name)',
        detail: `${created} created, ${merged} merged, ${kept} kept, ${refused} refused`,
      });
      return receipt;
    },
  );
  app.get(
    '/v1/glossary/export',
    {
      exposeHeadRoute: false,
      config: { access: ['tm:write', 'ops:read'] },
      schema: {
        operationId: 'exportGlossary',
        summary: 'The terms of a pair of languages as CSV or TBX-Basic (2019)',
        tags: ['glossary'],
        querystring: ExportQuery,
        response: { 200: bytesOf('A file', 'text/csv', TBX), ...PROBLEMS },
      },
    },
    async (request, reply) => {
      const { format, ...pair } = request.query;
      const terms = await store.read(principalOf(request).tenant, pair);
      return reply
        .header('content-type', `${format === 'csv' ? 'text/csv' : TBX}; charset=utf-8`)
        .send(Readable.from([format === 'csv' ? writeCsvTerms(terms) : writeTbx(terms)]));
    },
  );
  app.delete(
    '/v1/glossary',
    {
      config: { access: ['tm:write'] },
      schema: {
        operationId: 'removeGlossary',
        summary: 'Remove a term, or all of a pair of languages',
        tags: ['glossary'],
        querystring: RemoveQuery,
        response: { 200: jsonOf('How many terms are gone', z.object({ removed: z.int() })), ...PROBLEMS },
      },
    },
    async (request) => {
      const { id, ...pair } = request.query;
      const removed = await store.remove(principalOf(request).tenant, pair, id);
      if (removed === 0 && id !== undefined) {
        throw new PipelineError(
          'NOT_FOUND',
          `The glossary ${pair.sourceLocale} to ${pair.locale} has no term "${id}"`,
        );
      }
      const target = `${pair.sourceLocale}:${pair.locale}${id === undefined ? '' : `/${id}`}`;
      await audit(principalOf(request), { action: 'glossary-remove', target, detail: `${removed} removed` });
      return { removed };
    },
  );
}
