/** What one check of `polywire doctor` found. */
export interface Finding {
  readonly check: string;
  /** `note`: worth knowing, nothing to do. */
  readonly result: 'ok' | 'note' | 'problem';
  readonly text: string;
  /** What to do about a problem. */
  readonly fix?: string;
}

/** Runs a check whose failure is its finding. */
export async function checking(
  check: string,
  fix: string,
  run: () => Promise<Omit<Finding, 'check'>>,
): Promise<Finding> {
  try {
    return { check, ...(await run()) };
  } catch (error) {
    return { check, result: 'problem', text: error instanceof Error ? error.message : String(error), fix };
  }
}
