import type { Locale } from '../document/locale.ts';
import type { Review } from '../document/rendition.ts';
import type { TranslationUnit } from '../memory/translation-unit.ts';

/** What a file says of translations, in its order, whatever its format. */
export type UnitEvent =
  | {
      readonly kind: 'unit';
      /** Line, from 1, where the unit begins. */
      readonly line: number;
      /** What the file calls the unit, where it calls it anything. */
      readonly name?: string;
      readonly unit: TranslationUnit;
      /** Markup that could not be kept, in words; the text was. */
      readonly dropped: readonly string[];
    }
  | {
      readonly kind: 'refused';
      readonly line: number;
      readonly name?: string;
      readonly reason: RefusalReason;
      /** What is wrong: the language tag as written, a cell. */
      readonly detail?: string;
    };

/**
 * Why a unit, or one language of it, was not taken.
 *
 * - `source-missing`: no text in the source language
 * - `target-missing`: a text in the source language and no other
 * - `locale-unknown`: the tag is no language tag, or none that the caller takes
 * - `same-locale`: a second text in the source language
 * - `source-empty`, `target-empty`: only white space, or no text at all
 * - `too-long`: more text than one unit may have
 * - `row-invalid`: a row that does not fit its header, or a value that is none of its column
 * - `obsolete`: an entry that its file keeps for reference alone
 * - `not-translatable`: marked so by its author
 */
export type RefusalReason =
  | 'source-missing'
  | 'target-missing'
  | 'locale-unknown'
  | 'same-locale'
  | 'source-empty'
  | 'target-empty'
  | 'too-long'
  | 'row-invalid'
  | 'obsolete'
  | 'not-translatable';

/** How texts without codes of their own are read: as they stand, or with their markup as codes. */
export const MARKUPS = ['none', 'markdown', 'html'] as const;
export type Markup = (typeof MARKUPS)[number];

export interface ReadUnitsOptions {
  /** The source language; a region may differ where the file has no closer one. Default: what the file says. */
  readonly sourceLocale?: Locale;
  /** Target language of a file that names none. */
  readonly locale?: Locale;
  /** Decides which languages are taken, and as what. Default: every well-formed tag, canonical. */
  readonly localeOf?: (tag: string) => Locale | undefined;
  /** Review state of units whose file states none. Default `translated`. */
  readonly review?: Review;
  /** Name of the file, for provenance. */
  readonly file?: string;
  /** Default `none`. */
  readonly markup?: Markup;
}

/** Characters that one unit may have in all its languages. */
export const MAX_UNIT_LENGTH = 1024 * 1024;
