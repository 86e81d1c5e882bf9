import type { AgencyTable } from '../word-tables.ts';

/** Looks up news agencies by any printed form. */
export interface Agencies {
  /** The agency's short name, or undefined where `text` names none. Case matters for short forms. */
  readonly find: (text: string) => string | undefined;
}

/** Indexes the agency table by form. */
export function compileAgencies(table: AgencyTable): Agencies {
  const byForm = new Map(
    table.flatMap((agency) => [agency.name, ...agency.forms].map((form) => [form, agency.name] as const)),
  );
  const byLongForm = new Map(
    [...byForm].filter(([form]) => form.length > 4).map(([form, name]) => [form.toLowerCase(), name]),
  );
  return {
    find: (text) => {
      const form = text.trim();
      return byForm.get(form) ?? byLongForm.get(form.toLowerCase());
    },
  };
}
