import { once } from 'node:events';
import { type LookupOrder, measureLookups } from './lookups.ts';

/** Started by `lookups`: measures what it is told once, answers and ends. */
const [order]: LookupOrder[] = await once(process, 'message');
if (order !== undefined) {
  process.send?.(await measureLookups(order));
}
process.disconnect();
