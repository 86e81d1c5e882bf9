import type { Mention } from '../document/entity-mention.ts';
import type { CodedText } from '../document/inline-code.ts';
import type { Locale } from '../document/locale.ts';

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
  /** Inline codes of both sides; absent: codes are not checked. */
  readonly codes?: { readonly source: CodedText['codes']; readonly target: CodedText['codes'] };
}

/** A name in the source with every form that may stand for it in the target, its own among them. */
export interface CheckedName {
  readonly text: string;
  readonly forms: readonly string[];
  readonly isPerson: boolean;
}
