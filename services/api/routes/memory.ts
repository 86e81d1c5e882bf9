import { Readable } from 'node:stream';
import { z } from 'zod';
import { type Locale, toLocale } from '../../../shared/document/locale.ts';
import { writeCsv } from '../../../shared/exchange/csv/write.ts';
import { EXPORT_FORMATS, type ExportFormat, MEDIA_TYPES } from '../../../shared/exchange/exchange-format.ts';
import { writeTmx } from '../../../shared/exchange/tmx/write.ts';
import { writeXliff } from '../../../shared/exchange/xliff/write.ts';
import { MemorySetting, servesTenant } from '../../../shared/memory/memory-settings.ts';
import type { TranslationUnit } from '../../../shared/memory/translation-unit.ts';
import { type Api, type ApiDeps, principalOf } from '../api.ts';
import { invalid } from '../invalid.ts';
import { bytesOf, jsonOf, PROBLEMS } from '../schemas.ts';

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
  format: z.enum(EXPORT_FORMATS).default('tmx').describe('XLIFF has less of a unit than the others'),
});

/** `GET /v1/memory`, `GET /v1/memory/export`. */
export function memoryRoutes(
  app: Api,
  { memory, memorySettings }: Pick<ApiDeps, 'memory' | 'memorySettings'>,
): void {
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
  app.get(
    '/v1/memory/export',
    {
      exposeHeadRoute: false,
      config: { access: ['tm:write', 'ops:read'], streams: true },
      schema: {
        operationId: 'exportMemory',
        summary: 'The memory as TMX 1.4b, CSV, TSV or XLIFF 1.2',
        tags: ['memory'],
        querystring: ExportQuery,
        response: {
          200: bytesOf('A file', ...EXPORT_FORMATS.map((format) => MEDIA_TYPES[format][0])),
          ...PROBLEMS,
        },
      },
    },
    async (request, reply) => {
      const locale = readLocale(request.query.locale);
      await memory.size(); // a store that is away is told by a status, not by a stream cut short
      const units = memory.units(locale === undefined ? {} : { locale });
      const { format } = request.query;
      const name = [...(locale === undefined ? ['memory'] : ['memory', locale]), EXTENSIONS[format]].join(
        '.',
      );
      return reply
        .headers({
          'content-type': `${MEDIA_TYPES[format][0]}; charset=utf-8`,
          'content-disposition': `attachment; filename="${name}"`,
        })
        .send(Readable.from(WRITERS[format](units)));
    },
  );
}

const EXTENSIONS: { readonly [Format in ExportFormat]: string } = {
  tmx: 'tmx',
  csv: 'csv',
  tsv: 'tsv',
  xliff: 'xlf',
};

const WRITERS: {
  readonly [Format in ExportFormat]: (units: AsyncIterable<TranslationUnit>) => AsyncIterable<string>;
} = {
  tmx: (units) => writeTmx(units),
  csv: (units) => writeCsv(units, ','),
  tsv: (units) => writeCsv(units, '\t'),
  xliff: writeXliff,
};

function readLocale(text: string | undefined): Locale | undefined {
  const locale = text === undefined ? undefined : toLocale(text);
  if (text !== undefined && locale === undefined) {
    const detail = `"${text}" is not a BCP 47 locale such as "pt-BR"`;
    throw invalid('/query/locale', detail);
  }
  return locale;
}
