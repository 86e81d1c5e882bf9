import { type CaseToken, caseTokens } from '../../../../workers/normalize/case/case-tokens.ts';
import type { TrainingDocument } from './training-texts.ts';

/** How often words stand inside sentences in each of their forms. */
export class WordCounts {
  private readonly forms = new Map<string, Map<string, number>>();

  /** Adds `times` (may be negative) for each word inside a sentence. */
  add(tokens: readonly CaseToken[], times: number): void {
    for (const token of tokens) {
      if (!token.isInitial && /^\p{L}/u.test(token.text)) {
        this.addForm(token.lower, token.text, times);
      }
    }
  }

  addForm(lower: string, form: string, times: number): void {
    const forms = this.forms.get(lower) ?? new Map<string, number>();
    this.forms.set(lower, forms);
    forms.set(form, (forms.get(form) ?? 0) + times);
  }

  words(): IterableIterator<string> {
    return this.forms.keys();
  }

  lower(word: string): number {
    return this.forms.get(word)?.get(word) ?? 0;
  }

  capital(word: string): number {
    let sum = 0;
    for (const [form, count] of this.forms.get(word) ?? []) {
      sum += form === word ? 0 : count;
    }
    return sum;
  }

  /**
   * The form with a capital that nearly all have, where it is not the word with its first letter in
   * upper case.
   */
  capitalForm(word: string): string | undefined {
    const [best] = [...(this.forms.get(word) ?? [])]
      .filter(([form]) => form !== word)
      .toSorted((a, b) => b[1] - a[1]);
    const plain = word.slice(0, 1).toUpperCase() + word.slice(1);
    const isClear = best !== undefined && best[1] >= MIN_FORM && best[1] >= this.capital(word) * CLEAR_SHARE;
    return isClear && best[0] !== plain ? best[0] : undefined;
  }
}

const CLEAR_SHARE = 0.8;
const MIN_FORM = 2;

/** A document's paragraphs with their words. */
export interface TokenizedDocument {
  readonly blocks: readonly { readonly text: string; readonly tokens: readonly CaseToken[] }[];
}

/** Splits the paragraphs of every document into words. */
export function tokenizeDocuments(documents: readonly TrainingDocument[]): TokenizedDocument[] {
  return documents.map((document) => ({
    blocks: document.map((text) => ({ text, tokens: caseTokens(text) })),
  }));
}
