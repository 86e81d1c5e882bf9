import { z } from 'zod';
import type { ListedType } from '../../../shared/document/entity-type.ts';
import { countryCodeOf } from './country-codes.ts';
import { type EntryFilter, type EntryLine, filtered, localeOfTag, refusal } from './entry-line.ts';

const Text = z.object({ value: z.string() });
const Claim = z.object({
  rank: z.string().optional(),
  mainsnak: z.object({ datavalue: z.object({ value: z.unknown() }).optional() }).optional(),
});
const Item = z.object({
  id: z.string(),
  type: z.string().optional(),
  labels: z.record(z.string(), Text).optional(),
  aliases: z.record(z.string(), z.array(Text)).optional(),
  claims: z.record(z.string(), z.array(Claim)).optional(),
});
type Item = z.infer<typeof Item>;

/** Classes (P31) by type. Items of other classes are told by their properties, or left out. */
const CLASSES: Readonly<Record<string, readonly [ListedType, string?]>> = Object.fromEntries(
  (
    [
      [['PER'], 'Q5 Q15632617'],
      [['LOC', 'country'], 'Q6256 Q3624078 Q7275'],
      [
        ['LOC', 'city'],
        'Q515 Q1549591 Q5119 Q1093829 Q3957 Q200250 Q1637706 Q7930989 Q486972 Q532 Q15284 Q484170',
      ],
      [['LOC', 'region'], 'Q10864048 Q35657 Q107390 Q82794 Q1048835 Q10742 Q36784 Q13220204 Q23058 Q5107'],
      [['LOC'], 'Q4022 Q8502 Q23397 Q23442 Q165 Q46831 Q9430 Q39594 Q37901 Q40080'],
      [['ORG', 'agency'], 'Q192283'],
      [['ORG', 'company'], 'Q4830453 Q783794 Q6881511 Q891723 Q22687 Q46970 Q786820 Q1616075'],
      [['ORG', 'party'], 'Q7278'],
      [
        ['ORG'],
        'Q43229 Q484652 Q327333 Q11032 Q1331793 Q3918 Q38723 Q476028 Q245065 Q163740 Q35535 Q1530022 Q41487',
      ],
      [['EVENT'], 'Q1656682 Q198 Q178561 Q180684 Q40231 Q27020041 Q27968055 Q132241 Q464980'],
      [['PRODUCT'], 'Q11424 Q5398426 Q7366 Q571 Q482994 Q7889 Q2424752 Q7397 Q47461344 Q7725634'],
    ] as const
  ).flatMap(([type, ids]) => ids.split(' ').map((id) => [id, type])),
);

/** Properties that only things of a type have: date of birth, coordinates, seat. */
const TELLING: readonly (readonly [property: string, type: ListedType])[] = [
  ['P569', 'PER'],
  ['P159', 'ORG'],
  ['P625', 'LOC'],
];

/**
 * Reads a line of a Wikidata JSON dump, an item of the array or one of JSON Lines. The lines with the
 * array's brackets are left out, and so is whatever names nothing of our types.
 */
export function readWikidataLine(line: string, filter: EntryFilter): EntryLine {
  const text = line.trim().replace(/,$/u, '');
  if (text === '' || text === '[' || text === ']') {
    return { kind: 'left-out' };
  }
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return refusal(text, 'an item of a Wikidata JSON dump, one a line');
  }
  const item = Item.safeParse(value);
  if (!item.success || !/^[A-Z][1-9]\d*$/u.test(item.data.id)) {
    return refusal(text, 'an item with an id such as Q90 and labels');
  }
  const type = typeOf(item.data, filter);
  const names = namesOf(item.data);
  if (!item.data.id.startsWith('Q') || type === undefined || names['en'] === undefined) {
    return { kind: 'left-out' };
  }
  const [entryType, subtype] = type;
  const code = textValue(item.data, 'P297');
  const country = subtype === 'country' ? undefined : countryOf(item.data);
  return filtered(
    {
      id: item.data.id,
      type: entryType,
      ...(subtype === undefined ? {} : { subtype }),
      names,
      ...(subtype === 'country' && code !== undefined ? { code } : {}),
      ...(country === undefined ? {} : { country }),
    },
    filter,
  );
}

/** A class that the customer claims for a kind of their own comes first. */
function typeOf(item: Item, { ownClasses }: EntryFilter): readonly [ListedType, string?] | undefined {
  const classes = classesOf(item);
  const own = classes.map((id) => ownClasses.get(id)).find((type) => type !== undefined);
  if (own !== undefined) {
    return [own];
  }
  const shipped = classes.map((id) => CLASSES[id]).find((type) => type !== undefined);
  if (shipped !== undefined) {
    return shipped;
  }
  const telling = TELLING.find(([property]) => item.claims?.[property] !== undefined);
  return telling && [telling[1]];
}

function classesOf(item: Item): readonly string[] {
  return (item.claims?.['P31'] ?? []).flatMap(({ mainsnak, rank }) => {
    const value = z.object({ id: z.string() }).safeParse(mainsnak?.datavalue?.value);
    return value.success && rank !== 'deprecated' ? [value.data.id] : [];
  });
}

/** Where it lies, or whose citizen it is; the last of several, as people change theirs. */
function countryOf(item: Item): string | undefined {
  const claims = [...(item.claims?.['P17'] ?? []), ...(item.claims?.['P27'] ?? [])];
  return claims
    .flatMap(({ mainsnak, rank }) => {
      const value = z.object({ id: z.string() }).safeParse(mainsnak?.datavalue?.value);
      const code = value.success && rank !== 'deprecated' ? countryCodeOf(value.data.id) : undefined;
      return code === undefined ? [] : [code];
    })
    .at(-1);
}

function textValue(item: Item, property: string): string | undefined {
  const value = item.claims?.[property]?.[0]?.mainsnak?.datavalue?.value;
  return typeof value === 'string' ? value : undefined;
}

/** Labels first, then aliases; "mul" is the form of every language that has none of its own. */
function namesOf({ labels = {}, aliases = {} }: Item): Record<string, string[]> {
  const names: Record<string, string[]> = {};
  const add = (tag: string, value: string): void => {
    const locale = tag === 'mul' ? 'en' : localeOfTag(tag);
    const form = value.normalize('NFC').trim();
    if (locale !== undefined && form !== '') {
      names[locale] = [...new Set([...(names[locale] ?? []), form])];
    }
  };
  for (const tag of Object.keys(labels).toSorted((a, b) => Number(a === 'mul') - Number(b === 'mul'))) {
    add(tag, labels[tag]?.value ?? '');
  }
  for (const [tag, forms] of Object.entries(aliases)) {
    for (const { value } of forms) {
      add(tag, value);
    }
  }
  return names;
}
