import type { Locale } from '../../document/locale.ts';
import type { Review } from '../../document/rendition.ts';
import type { TranslationUnit } from '../../memory/translation-unit.ts';

/** What a TMX file says, in its order. */
export type TmxEvent =
  | {
      readonly kind: 'header';
      /** As written; `*all*` where any language may be the source. */
      readonly srclang: string | undefined;
      readonly tool: string | undefined;
    }
  | {
      readonly kind: 'unit';
      /** Line of the unit's `<tu>`. */
      readonly line: number;
      readonly unit: TranslationUnit;
      /** Markup that could not be kept, in words; the text was. */
      readonly dropped: readonly string[];
    }
  | {
      readonly kind: 'refused';
      readonly line: number;
      readonly reason: RefusalReason;
      /** Language tag as written, where one language of the unit is concerned. */
      readonly language?: string;
    };

/**
 * Why a unit, or one language of it, was not taken.
 *
 * - `source-missing`: no text in the source language
 * - `target-missing`: a text in the source language and no other
 * - `locale-unknown`: the tag is no language tag, or none that the caller takes
 * - `same-locale`: a second text in the source language
 * - `source-empty`, `target-empty`: only white space, or no `<seg>`
 * - `too-long`: more text than one unit may have
 */
export type RefusalReason =
  | 'source-missing'
  | 'target-missing'
  | 'locale-unknown'
  | 'same-locale'
  | 'source-empty'
  | 'target-empty'
  | 'too-long';

export interface ReadTmxOptions {
  /** The source language; a region may differ where the file has no closer one. Default: the file's `srclang`. */
  readonly sourceLocale?: Locale;
  /** Decides which languages are taken, and as what. Default: every well-formed tag, canonical. */
  readonly localeOf?: (tag: string) => Locale | undefined;
  /** Review state of units whose file states none. Default `translated`. */
  readonly review?: Review;
  /** Name of the file, for provenance. */
  readonly file?: string;
}
