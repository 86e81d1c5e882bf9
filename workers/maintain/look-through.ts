import { findIssues } from '../../shared/memory/maintenance/find-issues.ts';
import { MAIN_MEMORY, type MemorySettings, servesTenant } from '../../shared/memory/memory-settings.ts';
import type { LookThrough } from '../../shared/queue/start-maintenance.ts';

/** Says how a run looks at the units of one source: those of its tenant's memories that it asks for. */
export function createLookThrough({ memories }: MemorySettings): LookThrough {
  return ({ kinds, locale, memory }, tenant) => {
    const served = memories.filter((setting) => servesTenant(setting, tenant)).map(({ name }) => name);
    const wanted = new Set(memory === undefined ? served : served.filter((name) => name === memory));
    return (units) => {
      const seen = units.filter(
        ({ unit }) =>
          wanted.has(unit.memory ?? MAIN_MEMORY) && (locale === undefined || unit.locale === locale),
      );
      return { units: seen.length, findings: findIssues(seen, kinds) };
    };
  };
}
