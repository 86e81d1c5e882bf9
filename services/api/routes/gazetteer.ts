import { Readable } from 'node:stream';
import { z } from 'zod';
import { GazetteerList } from '../../../shared/document/gazetteer-entry.ts';
import { PipelineError } from '../../../shared/errors/errors.ts';
import { createGazetteerStore } from '../../../shared/stores/gazetteer-store.ts';
import { type Api, type ApiDeps, principalOf } from '../api.ts';
import { auditTrail } from '../audit-trail.ts';
import { importGazetteer } from '../gazetteer-import.ts';
import { bytesOf, GazetteerReceipt, jsonOf, PROBLEMS } from '../schemas.ts';

const MAX_FILE_BYTES = 200 * 1024 * 1024;
const IMPORT_TIMEOUT_MS = 30 * 60_000;
const JSON_LINES = ['application/x-ndjson', 'application/jsonl'];

const ListParams = z.object({ list: GazetteerList.describe('A list of names; the later ones outrank') });
const EntryParams = ListParams.extend({ id: z.string().min(1).max(400) });
const Removed = z.object({ removed: z.int() });

/** `GET /v1/gazetteer`; `POST`, `GET` and `DELETE` of a list; `DELETE` of one of its entries. */
export function gazetteerRoutes(
  app: Api,
  { client, now, ownTypes }: Pick<ApiDeps, 'client' | 'now' | 'ownTypes'>,
): void {
  const store = createGazetteerStore(client);
  const audit = auditTrail({ client, now });
  app.addContentTypeParser(JSON_LINES, (_request, payload, done) => done(null, payload));
  app.get(
    '/v1/gazetteer',
    {
      config: { access: ['tm:write', 'ops:read'] },
      schema: {
        operationId: 'getGazetteer',
        summary: 'How many names each imported list has',
        tags: ['gazetteer'],
        response: {
          200: jsonOf('Sizes', z.object({ entries: z.record(GazetteerList, z.int()) })),
          ...PROBLEMS,
        },
      },
    },
    async () => ({ entries: await store.sizes() }),
  );
  app.post(
    '/v1/gazetteer/:list',
    {
      bodyLimit: MAX_FILE_BYTES,
      handlerTimeout: IMPORT_TIMEOUT_MS,
      config: { access: ['tm:write'] },
      schema: {
        operationId: 'importGazetteer',
        summary: 'Add entries to an imported list',
        tags: ['gazetteer'],
        consumes: JSON_LINES,
        params: ListParams,
        body: z
          .unknown()
          .describe('One entry a line, at most 200 MB; its form is that of `config/gazetteers/`'),
        response: { 200: jsonOf('What became of the entries', GazetteerReceipt), ...PROBLEMS },
      },
    },
    async (request) => {
      const { list } = request.params;
      const receipt = await importGazetteer({ store, list, ownTypes }, bodyOf(request.body));
      const { created, merged, kept, refused } = receipt;
      await audit(principalOf(request), {
        action: 'gazetteer-import',
        target: list,
        detail: `${created} created, ${merged} merged, ${kept} kept, ${refused.length} refused`,
      });
      return receipt;
    },
  );
  app.get(
    '/v1/gazetteer/:list',
    {
      exposeHeadRoute: false,
      config: { access: ['tm:write', 'ops:read'], streams: true },
      schema: {
        operationId: 'exportGazetteer',
        summary: 'The entries of an imported list, one a line',
        tags: ['gazetteer'],
        params: ListParams,
        response: { 200: bytesOf('JSON Lines', 'application/x-ndjson'), ...PROBLEMS },
      },
    },
    async (request, reply) => {
      await store.version(); // a store that is away is told by a status, not by a stream cut short
      return reply
        .header('content-type', 'application/x-ndjson; charset=utf-8')
        .send(Readable.from(linesOf(store.pages(request.params.list))));
    },
  );
  app.delete(
    '/v1/gazetteer/:list',
    {
      config: { access: ['tm:write'] },
      schema: {
        operationId: 'removeGazetteer',
        summary: 'Empty an imported list',
        tags: ['gazetteer'],
        params: ListParams,
        response: { 200: jsonOf('How many entries are gone', Removed), ...PROBLEMS },
      },
    },
    async (request) => {
      const { list } = request.params;
      const removed = await store.remove(list);
      await audit(principalOf(request), {
        action: 'gazetteer-remove',
        target: list,
        detail: `${removed} removed`,
      });
      return { removed };
    },
  );
  app.delete(
    '/v1/gazetteer/:list/entries/:id',
    {
      config: { access: ['tm:write'] },
      schema: {
        operationId: 'removeGazetteerEntry',
        summary: 'Remove an entry of an imported list',
        tags: ['gazetteer'],
        params: EntryParams,
        response: { 200: jsonOf('One entry is gone', Removed), ...PROBLEMS },
      },
    },
    async (request) => {
      const { list, id } = request.params;
      const removed = await store.remove(list, id);
      if (removed === 0) {
        throw new PipelineError('NOT_FOUND', `The list ${list} has no entry "${id}"`);
      }
      await audit(principalOf(request), {
        action: 'gazetteer-remove',
        target: `${list}/${id}`,
        detail: '1 removed',
      });
      return { removed };
    },
  );
}

async function* linesOf(pages: AsyncIterable<readonly string[]>): AsyncGenerator<string> {
  for await (const page of pages) {
    yield page.map((line) => `${line}\n`).join('');
  }
}

function bodyOf(body: unknown): AsyncIterable<Uint8Array> {
  if (body instanceof Readable) {
    return body;
  }
  throw new PipelineError(
    'REQUEST_INVALID',
    `The request has no body; expected entries, one a line, with content type ${JSON_LINES.join(' or ')}`,
  );
}
