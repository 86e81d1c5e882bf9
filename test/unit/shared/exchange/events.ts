import type { UnitEvent } from '../../../../shared/exchange/unit-event.ts';
import type { TranslationUnit } from '../../../../shared/memory/translation-unit.ts';

/** All events of a file. */
export async function collect(events: AsyncIterable<UnitEvent>): Promise<readonly UnitEvent[]> {
  const all: UnitEvent[] = [];
  for await (const event of events) {
    all.push(event);
  }
  return all;
}

export function unitsIn(events: readonly UnitEvent[]): readonly TranslationUnit[] {
  return events.flatMap((event) => (event.kind === 'unit' ? [event.unit] : []));
}

/** `reason` or `reason: detail`, with the line, of what was refused. */
export function refusalsIn(events: readonly UnitEvent[]): readonly string[] {
  return events.flatMap((event) =>
    event.kind === 'refused'
      ? [`${event.line} ${event.reason}${event.detail === undefined ? '' : `: ${event.detail}`}`]
      : [],
  );
}

/** `source = target` of each unit. */
export function pairsIn(events: readonly UnitEvent[]): readonly string[] {
  return unitsIn(events).map(({ source, target }) => `${source.text} = ${target.text}`);
}

/** A text in pieces of `size` characters. */
export function piecesOf(text: string, size: number): readonly string[] {
  return Array.from({ length: Math.ceil(text.length / size) }, (_, at) =>
    text.slice(at * size, (at + 1) * size),
  );
}

export async function joined(pieces: AsyncIterable<string>): Promise<string> {
  let text = '';
  for await (const piece of pieces) {
    text += piece;
  }
  return text;
}
