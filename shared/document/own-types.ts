import { z } from 'zod';
import type { OwnType } from './entity-type.ts';
import { NamePolicy } from './gazetteer-entry.ts';

/** Expressions that are longer are no pattern of a name. */
const LONGEST_PATTERN = 500;

const OwnPattern = z.strictObject({
  /** A regular expression of JavaScript, read with the flag `u`; the whole match is the mention. */
  pattern: z.string().min(1).max(LONGEST_PATTERN).superRefine(isPattern),
  /** Languages of the sources that it is for; absent: all. */
  languages: z
    .array(z.string().regex(/^[a-z]{2,3}$/u, 'expected a language such as en'))
    .min(1)
    .readonly()
    .optional(),
  /** Capitals and small letters are the same. */
  anyCase: z.boolean().optional(),
});
export type OwnPattern = Readonly<z.infer<typeof OwnPattern>>;

/** A kind of entity that the customer declares: `config/entity-types/X-LAW.json`. */
export const OwnTypeTable = z.strictObject({
  /** What it is called in the dashboard, by language; English where a language is missing. */
  labels: z.record(z.string(), z.string().min(1).max(60)).refine((labels) => labels['en'] !== undefined, {
    error: 'expected a label in English: {"en": "Law"}',
  }),
  /** How names of this kind get into a locale, unless the locale's table or the entry says otherwise. */
  policy: NamePolicy.default('name'),
  /** Wikidata classes whose items are of this kind, for imports of a dump. */
  wikidata: z
    .array(z.string().regex(/^Q[1-9]\d*$/u, 'expected a Wikidata class such as Q820655'))
    .readonly()
    .default([]),
  /** What its names look like; names of gazetteers are found without. */
  patterns: z.array(OwnPattern).max(50).readonly().default([]),
});
export type OwnTypeTable = Readonly<z.infer<typeof OwnTypeTable>>;

/** The kinds that a customer declared, by code. */
export type OwnTypes = ReadonlyMap<OwnType, OwnTypeTable>;

/** The expression of a pattern, ready for `matchAll`. */
export function expressionOf({ pattern, anyCase }: OwnPattern): RegExp {
  return new RegExp(pattern, anyCase === true ? 'giu' : 'gu');
}

function isPattern(pattern: string, context: z.RefinementCtx<string>): void {
  try {
    if (new RegExp(pattern, 'u').test('')) {
      context.addIssue(`"${pattern}" fits no characters at all; expected an expression that needs some`);
    }
  } catch (error) {
    context.addIssue(error instanceof Error ? error.message : String(error));
  }
}
