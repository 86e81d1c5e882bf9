/** Platform packages that a lock's entries name with an exact version and that it does not list. */
export function missingPlatformPackages(lock: {
  readonly packages: Readonly<Record<string, object>>;
}): { name: string; version: string }[];
