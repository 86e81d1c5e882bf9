import type { CodedText, InlineCode } from '../document/inline-code.ts';
import { codeFacts } from '../memory/code-facts.ts';

/** A coded text, and whether its codes are numbered as its file numbers them. */
export interface NumberedText {
  readonly content: CodedText;
  readonly ownIds: boolean;
}

/**
 * Lets the target's codes refer to the source's: by the file's own ids, else the nth code of equal
 * meaning to the nth, else of equal kind; a code without counterpart gets an id of its own.
 */
export function alignCodes(
  source: NumberedText,
  target: NumberedText,
): { readonly source: CodedText; readonly target: CodedText } {
  if (source.ownIds && target.ownIds) {
    return { source: source.content, target: target.content };
  }
  const numbered = source.content.codes.map((code, at): InlineCode => ({ ...code, id: at + 1 }));
  const free = [...numbered];
  let next = numbered.length;
  const aligned = new Map<InlineCode, number>();
  for (const sameAs of [sameMeaning, sameKind]) {
    for (const code of target.content.codes.filter((each) => !aligned.has(each))) {
      const at = free.findIndex((candidate) => sameAs(candidate, code));
      const [found] = at < 0 ? [] : free.splice(at, 1);
      if (found !== undefined) {
        aligned.set(code, found.id);
      }
    }
  }
  const codes = target.content.codes.map(
    (code): InlineCode => ({ ...code, id: aligned.get(code) ?? ++next }),
  );
  return {
    source: { text: source.content.text, codes: numbered },
    target: { text: target.content.text, codes },
  };
}

function sameMeaning(a: InlineCode, b: InlineCode): boolean {
  return codeFacts(a) === codeFacts(b);
}

function sameKind(a: InlineCode, b: InlineCode): boolean {
  return a.kind === b.kind;
}
