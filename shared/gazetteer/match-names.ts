import type { GazetteerEntry, GazetteerList } from '../document/gazetteer-entry.ts';
import type { Span } from '../document/span.ts';
import { fitForm, isAsWritten } from './fit-form.ts';
import type { NameIndex, NameLayer } from './name-index.ts';
import { DOTTED, EVERYDAY, type FormKind } from './name-table.ts';

/** One form under which an entry was found. */
export interface Alias {
  readonly entry: GazetteerEntry;
  readonly kind: FormKind;
  /** The customer's list that has it; absent for what ships. */
  readonly list?: GazetteerList;
  /** An everyday word too: where a sentence begins, its capital says nothing. */
  readonly everyday: boolean;
}

/** A gazetteer name in a text. */
export interface NameMatch extends Span {
  readonly alias: Alias;
  /** Written in the case of the gazetteer. */
  readonly sameCase: boolean;
}

/**
 * Finds the names of `index` in one pass per layer: at each word the longest form that fits, then on
 * behind it. Of two layers' names that overlap the longer stays, then the one of the higher layer.
 * Accents never count but where a language needs them; case counts for forms that are strict.
 */
export function matchNames(text: string, index: NameIndex): readonly NameMatch[] {
  const layers = index.layers.map((layer) => matchLayer(text, layer, index.language));
  return withoutOverlaps(layers, text.length);
}

function matchLayer(
  text: string,
  { table, entryAt, list }: NameLayer,
  language: string,
): readonly NameMatch[] {
  const hits = table.find(text, (hit) => fitForm(text, hit, { table, language }));
  return hits.flatMap(({ start, end, form }) => {
    const entry = entryAt(table.entryOf(form));
    if (entry === undefined) {
      return [];
    }
    const flags = table.flagsOf(form);
    const takesDot = (flags & DOTTED) !== 0 && text.charAt(end) === '.';
    return [
      {
        start,
        end: takesDot ? end + 1 : end,
        sameCase: isAsWritten(text, { start, end }, { table, form }),
        alias: {
          entry,
          kind: table.kindOf(form),
          everyday: (flags & EVERYDAY) !== 0,
          ...(list === undefined ? {} : { list }),
        },
      },
    ];
  });
}

/** Takes the longest of what overlaps, then the one of the higher layer. Each layer's own are in reading order. */
function withoutOverlaps(layers: readonly (readonly NameMatch[])[], length: number): readonly NameMatch[] {
  const found = layers.filter((matches) => matches.length > 0);
  const [only] = found;
  if (found.length < 2) {
    return only ?? [];
  }
  const taken = new Uint8Array(length);
  return found
    .flat()
    .toSorted((a, b) => b.end - b.start - (a.end - a.start)) // stable: a higher layer stays in front
    .filter(({ start, end }) => {
      const free = !taken.subarray(start, end).includes(1);
      taken.fill(1, start, end);
      return free;
    })
    .toSorted((a, b) => a.start - b.start);
}
