/** A running article that was found whole is looked at again after this long at the latest. */
const VERIFIED_FOR_MS = 60_000;

/** Files of running articles that were found whole, while the server that holds them lives on. */
export interface VerifiedSet {
  /** Forgets everything when the server is another one than before: it may have lost what it had. */
  serverIs(runId: string | undefined): void;
  add(name: string): void;
  has(name: string): boolean;
  delete(name: string): void;
}

/** Makes an empty set. */
export function createVerifiedSet(now: () => number): VerifiedSet {
  const times = new Map<string, number>();
  let server: string | undefined;
  return {
    serverIs: (runId) => {
      if (runId === undefined || runId !== server) {
        times.clear();
        server = runId;
      }
    },
    add: (name) => void times.set(name, now()),
    delete: (name) => void times.delete(name),
    has: (name) => {
      const at = times.get(name);
      if (at !== undefined && now() - at >= VERIFIED_FOR_MS) {
        times.delete(name);
        return false;
      }
      return at !== undefined;
    },
  };
}
