/** What was asked for is not there; the message is for whoever typed it. */
export class UsageError extends Error {}

/**
 * The measures that `--only NAME,NAME` names, in the order in which they are printed; without it all.
 *
 * @throws {UsageError} for a name that no measure has, and for `--help`, with the names there are.
 */
export function chooseMeasures<Named extends { readonly name: string }>(
  measures: readonly Named[],
  args: readonly string[],
): readonly Named[] {
  const names = measures.map(({ name }) => name).join(', ');
  if (args.includes('--help')) {
    throw new UsageError(`--only NAME,NAME runs some of: ${names}; --data DIR has the corpora`);
  }
  const at = args.indexOf('--only');
  if (at < 0) {
    return measures;
  }
  const wanted = (args[at + 1] ?? '').split(',');
  const unknown = wanted.filter((name) => !measures.some((measure) => measure.name === name));
  if (unknown.length > 0) {
    throw new UsageError(`--only has "${unknown.join(',')}"; expected some of: ${names}`);
  }
  return measures.filter(({ name }) => wanted.includes(name));
}
