import type { TranslationMemory } from '../../shared/memory/memory.ts';
import { type MemorySettings, servesTenant, writableMemory } from '../../shared/memory/memory-settings.ts';
import { invalid } from './invalid.ts';

/**
 * The memory as a tenant writes to it: units that name no memory go to `named`, or to the first one
 * that the tenant may write to in their locale. What the tenant may not write to is refused, unit by
 * unit.
 *
 * @throws {PipelineError} `REQUEST_INVALID` where `named` is not one that the tenant may write to.
 */
export function filingIn(
  memory: TranslationMemory,
  settings: MemorySettings,
  tenant: string,
  named?: string,
): TranslationMemory {
  const own = settings.memories.filter((setting) => servesTenant(setting, tenant));
  if (named !== undefined && own.find(({ name }) => name === named)?.writable !== true) {
    const open = own.filter((setting) => setting.writable).map(({ name }) => name);
    const detail = `"${named}" is not a memory that can be written to; expected one of ${open.join(', ')}`;
    throw invalid('/query/memory', detail);
  }
  return {
    ...memory,
    add: (units, options) =>
      memory.add(
        units.map((unit) => {
          const wanted = named ?? unit.memory ?? writableMemory(settings, { locale: unit.locale, tenant });
          const isOwn = own.some(({ name }) => name === wanted);
          return { ...unit, memory: isOwn ? wanted : NOBODYS };
        }),
        options,
      ),
  };
}

/** No memory has this name: the unit is refused. */
const NOBODYS = '-';
