import { createTagEntitiesDeps } from '../../../workers/tag-entities/deps.ts';

/** Loads everything once and prints the processor time that it took, in milliseconds. Run by `load.ts`. */
const before = process.cpuUsage();
await createTagEntitiesDeps();
const { user, system } = process.cpuUsage(before);
console.log((user + system) / 1000);
