import type { Mention } from '../document/entity-mention.ts';
import type { EntityType } from '../document/entity-type.ts';
import type { CodedText } from '../document/inline-code.ts';
import type { Locale } from '../document/locale.ts';
import type { NameReader } from '../gazetteer/name-reader.ts';

/** A target beside its source, as a check sees it. */
export interface CheckedPair {
  readonly source: string;
  readonly target: string;
  readonly sourceLocale: Locale;
  readonly locale: Locale;
  /** Mentions in the source. */
  readonly mentions: readonly Mention[];
  /** Names in the source that the locale has a form for; absent: names are not checked. */
  readonly names?: readonly CheckedName[];
  /** Knows the names that a text may have; absent: names are not checked. */
  readonly reader?: NameReader | undefined;
  /** Inline codes of both sides; absent: codes are not checked. */
  readonly codes?: { readonly source: CodedText['codes']; readonly target: CodedText['codes'] };
}

/** A name in the source with every form that may stand for it in the target, its own among them. */
export interface CheckedName {
  /** Id of its entity. */
  readonly id: string;
  readonly text: string;
  readonly forms: readonly string[];
  readonly type: EntityType;
}
