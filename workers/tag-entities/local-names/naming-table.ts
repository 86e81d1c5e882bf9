import { z } from 'zod';
import { ListedType } from '../../../shared/document/entity-type.ts';
import { NamePolicy } from '../../../shared/document/gazetteer-entry.ts';

/** How one language writes names that no gazetteer has for it: `config/names/<language>.json`. */
export const NamingTable = z.strictObject({
  /** By type; `name` for a type that is missing, or what a kind of the customer's own says. */
  policy: z.partialRecord(ListedType, NamePolicy),
  /** Languages whose people are named family first here, though English names them the other way round. */
  familyFirst: z
    .array(z.enum(['hu', 'ja']))
    .readonly()
    .optional(),
  /** What stands between the words of a spelled name, and between parts that a hyphen joins. */
  between: z.string(),
  hyphen: z.string(),
  /** How the spelled sounds become letters. */
  script: z.enum(['alphabet', 'devanagari', 'thai', 'hangul']),
  /** Known renderings of given and family names, by folded form. */
  tokens: z.record(z.string().regex(/^[\p{L}\p{M}'-]+$/u), z.string().min(1)).readonly(),
  /** Letters to sounds, the longest first; `^` in front: where a word begins, `$` behind: where it ends. */
  rules: z.record(z.string().regex(/^\^?[a-z']+\$?$/u), z.string()).readonly(),
});
export type NamingTable = Readonly<z.infer<typeof NamingTable>>;
