import type { Entity, EntityOverlay, EntityValue, Mention } from '../../../shared/document/entity-mention.ts';
import { groupBy } from '../../../shared/document/group-by.ts';
import { tableLines } from '../terminal/table.ts';
import type { Terminal } from '../terminal/terminal.ts';

const LONGEST_NAME = 40;

/** Prints what the marks of a text mean: a row for each entity, with the reasons; names in `locales` below. */
export function printEntityTable(
  { entities, mentions }: EntityOverlay,
  locales: readonly string[],
  { print, style }: Terminal,
): void {
  if (entities.length === 0) {
    print('Nothing was recognized.');
    return;
  }
  const byEntity = groupBy(mentions, ({ entityId }) => entityId);
  const [head = '', ...rows] = tableLines(
    [
      { title: '#', align: 'right' },
      { title: 'name' },
      { title: 'type' },
      { title: 'times', align: 'right' },
      { title: 'sure', align: 'right' },
      { title: 'value or link' },
      { title: 'why' },
    ],
    entities.map((entity, index) => rowOf(entity, index, byEntity.get(entity.id) ?? [])),
  );
  print(style.bold(`Entities: ${entities.length}, mentioned ${mentions.length} times`));
  print(style.dim(head));
  rows.forEach((row) => print(row));
  printNames(entities, locales, { print, style });
}

function rowOf(entity: Entity, index: number, mentions: readonly Mention[]): readonly string[] {
  const { name, type, subtype, evidence } = entity;
  const sure = Math.min(...mentions.map(({ confidence }) => confidence));
  return [
    String(index + 1),
    shorten(name.replaceAll('\n', ' ')),
    subtype === undefined ? type : `${type} ${subtype}`,
    String(mentions.length),
    `${Math.round(sure * 100)} %`,
    valueOrLink(entity),
    evidence.join('; '),
  ];
}

function shorten(text: string): string {
  return text.length <= LONGEST_NAME ? text : `${text.slice(0, LONGEST_NAME - 1)}…`;
}

function valueOrLink({ id, value, refersTo }: Entity): string {
  const own = value === undefined ? id : valueText(value);
  return refersTo === undefined ? own : `${own} -> ${refersTo}`;
}

/** A value as data: ISO 8601 and TIMEX3 for times, the code before an amount. */
function valueText(value: EntityValue): string {
  switch (value.kind) {
    case 'date':
      return value.mod === undefined ? value.timex : `${value.timex} ${value.mod}`;
    case 'time':
      return [value.time, ...(value.until === undefined ? [] : [`-${value.until}`])].join('');
    case 'duration':
      return value.interval === undefined ? value.duration : `${value.duration} ${value.interval}`;
    case 'money':
      return `${value.currency} ${value.amount}`;
    case 'percent':
      return `${value.value} %`;
    case 'number':
      return value.unit === undefined ? String(value.value) : `${value.value} ${value.unit}`;
    case 'ordinal':
      return `no. ${value.value}`;
  }
}

/** What no gazetteer has is spelled by rule, and says so. */
function nameIn({ names, nameOrigins }: Entity, locale: string): string {
  const name = names[locale] ?? '-';
  return nameOrigins?.[locale] === 'transliterated-unverified' ? `${name} (unverified)` : name;
}

function printNames(
  entities: readonly Entity[],
  locales: readonly string[],
  { print, style }: Pick<Terminal, 'print' | 'style'>,
): void {
  if (locales.length === 0) {
    return;
  }
  const named = entities.flatMap((entity, index) =>
    locales.some((locale) => entity.names[locale] !== undefined)
      ? [[String(index + 1), shorten(entity.name), ...locales.map((locale) => nameIn(entity, locale))]]
      : [],
  );
  const columns = [{ title: '#', align: 'right' as const }, { title: 'name' }];
  print();
  print(style.bold('Names'));
  const [head = '', ...rows] = tableLines([...columns, ...locales.map((title) => ({ title }))], named);
  print(style.dim(head));
  rows.forEach((row) => print(row));
}
