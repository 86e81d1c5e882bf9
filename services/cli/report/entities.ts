import type { EntityOverlay, Mention } from '../../../shared/document/entity-mention.ts';
import { groupBy } from '../../../shared/document/group-by.ts';
import type { Terminal } from '../terminal/terminal.ts';

const TYPE_TITLES: Readonly<Record<string, string>> = {
  PER: 'people',
  ORG: 'organizations',
  LOC: 'places',
  NORP: 'peoples',
  ROLE: 'roles',
  EVENT: 'events',
  PRODUCT: 'products',
  DATE: 'dates',
  TIME: 'times',
  DURATION: 'durations',
  MONEY: 'money',
  PERCENT: 'percentages',
};
const MAX_NAMES = 8;

/** Prints the entities by type in a few lines: their names, and how often each is mentioned. */
export function printEntities({ entities, mentions }: EntityOverlay, { print, style }: Terminal): void {
  print(style.bold(`Entities: ${entities.length}, mentioned ${mentions.length} times`));
  const counts = countOf(mentions);
  for (const [title, found] of groupBy(entities, ({ type }) => TYPE_TITLES[type] ?? 'numbers and others')) {
    const names = found.map(({ id, name }) => {
      const times = counts.get(id) ?? 0;
      return times > 1 ? `${name} x${times}` : name;
    });
    const more = names.length > MAX_NAMES ? style.dim(` and ${names.length - MAX_NAMES} more`) : '';
    print(`  ${title}: ${names.slice(0, MAX_NAMES).join(', ')}${more}`);
  }
}

function countOf(mentions: readonly Mention[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { entityId } of mentions) {
    counts.set(entityId, (counts.get(entityId) ?? 0) + 1);
  }
  return counts;
}
