import {
  type DecisionRequest,
  FindingPage,
  ListedFinding,
  MaintenanceList,
  MaintenanceReport,
} from '../../shared/api/maintenance.ts';
import type { AskJson, Call } from './call.ts';
import { queryOf } from './query-of.ts';

/** The part of the service's API that looks through the memory. */
export interface MaintenanceClient {
  readonly start: (request: object) => Promise<MaintenanceReport>;
  readonly run: (id: string) => Promise<MaintenanceReport>;
  /** The newest first. */
  readonly runs: (limit: number) => Promise<readonly MaintenanceReport[]>;
  readonly findings: (
    id: string,
    query: Readonly<Record<string, string | undefined>>,
  ) => Promise<FindingPage>;
  readonly decide: (id: string, finding: string, decision: DecisionRequest) => Promise<ListedFinding>;
}

/** Makes the part, given how the client asks. */
export function createMaintenanceClient(json: AskJson): MaintenanceClient {
  return {
    start: (request) => json(MaintenanceReport, '/v1/memory/maintenance', post(request)),
    run: (id) => json(MaintenanceReport, path(id)),
    runs: async (limit) => (await json(MaintenanceList, `/v1/memory/maintenance?limit=${limit}`)).runs,
    findings: (id, query) => json(FindingPage, `${path(id)}/findings${queryOf(query)}`),
    decide: (id, finding, decision) =>
      json(ListedFinding, `${path(id)}/findings/${encodeURIComponent(finding)}`, post(decision)),
  };
}

function path(id: string): string {
  return `/v1/memory/maintenance/${encodeURIComponent(id)}`;
}

function post(body: object): Call {
  return { method: 'POST', body: JSON.stringify(body), contentType: 'application/json' };
}
