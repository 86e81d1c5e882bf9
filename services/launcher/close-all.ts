/**
 * Closes what was opened, last first. One that fails does not keep the others open; the first
 * failure is thrown at the end.
 */
export async function closeAll(opened: readonly AsyncDisposable[]): Promise<void> {
  const failures: unknown[] = [];
  for (const part of opened.toReversed()) {
    try {
      await part[Symbol.asyncDispose]();
    } catch (error) {
      failures.push(error);
    }
  }
  if (failures.length > 0) {
    throw failures[0];
  }
}
