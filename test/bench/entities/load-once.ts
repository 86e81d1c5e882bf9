import { createTagEntitiesDeps } from '../../../workers/tag-entities/deps.ts';

/**
 * Loads what is needed to tag documents in the languages of the command line, and prints the processor time
 * that it took, in milliseconds. Run by `load.ts`.
 */
const before = process.cpuUsage();
const deps = await createTagEntitiesDeps();
for (const language of process.argv.slice(2)) {
  deps.nameIndexFor(language);
  deps.recognizersFor(language);
}
const { user, system } = process.cpuUsage(before);
console.log((user + system) / 1000);
