import type { GazetteerEntry, GazetteerList } from '../../../shared/document/gazetteer-entry.ts';
import { isAsWritten } from '../../../shared/gazetteer/fit-form.ts';
import type { NameIndex, NameLayer } from '../../../shared/gazetteer/name-index.ts';
import { ACCENTS, type FormHit } from '../../../shared/gazetteer/name-table.ts';

/** An entry that has a text as one of its forms. */
export interface Namesake {
  readonly entry: GazetteerEntry;
  /** A form such as a surname alone. */
  readonly isShort: boolean;
  /** Written in the case and with the accents of the gazetteer. */
  readonly isAsWritten: boolean;
  /** The customer's list that has it. */
  readonly list: GazetteerList | undefined;
}

/** Entries that share a form are looked at up to here. */
const MOST_NAMESAKES = 32;

/**
 * Lists the entries that `text` as a whole is a name of, in any case, demonyms left out: first those of
 * the highest layer, in each layer in the order of its file.
 */
export function lookUpName(index: NameIndex, text: string): readonly Namesake[] {
  return index.layers.flatMap((layer) => namesakesIn(layer, text));
}

function namesakesIn({ table, entryAt, list }: NameLayer, text: string): readonly Namesake[] {
  const found: { readonly number: number; readonly namesake: Namesake }[] = [];
  table.find(text, (hit) => {
    if (!isWhole(text, hit)) {
      return -1;
    }
    let { form } = hit;
    for (let seen = 0; form !== -1 && seen < MOST_NAMESAKES; seen += 1) {
      const number = table.entryOf(form);
      const entry = entryAt(number);
      const kind = table.kindOf(form);
      const exact = isAsWritten(text, hit, { table, form });
      if (entry !== undefined && kind !== 'demonym' && (exact || (table.flagsOf(form) & ACCENTS) === 0)) {
        found.push({ number, namesake: { entry, isShort: kind === 'short', isAsWritten: exact, list } });
      }
      form = table.next(form);
    }
    return hit.form;
  });
  const sorted = found.toSorted((a, b) => a.number - b.number).map(({ namesake }) => namesake);
  return [...new Map(sorted.toReversed().map((each) => [each.entry.id, each])).values()].toReversed();
}

function isWhole(text: string, { start, end }: FormHit): boolean {
  return !/[\p{L}\p{N}]/u.test(text.slice(0, start)) && !/[\p{L}\p{N}]/u.test(text.slice(end));
}
