import type { CodedText, InlineCode } from '../../shared/document/inline-code.ts';
import { isSafeUrl } from './safe-url.ts';

/** A code as it is given away; an address that nobody may follow is left out. */
export type GivenCode = InlineCode | (Omit<InlineCode, 'url'> & { readonly url?: never });

/**
 * A text with its codes for programs that make links and pictures of them: a code whose address has
 * no allowed scheme keeps its place and kind, without the address.
 */
export function withSafeUrls({ text, codes }: CodedText): {
  readonly text: string;
  readonly codes: readonly GivenCode[];
} {
  return { text, codes: codes.map((code) => safeCode(code)) };
}

function safeCode(code: InlineCode): GivenCode {
  if (!('url' in code) || isSafeUrl(code.url, code.kind)) {
    return code;
  }
  const { url: _refused, ...rest } = code;
  return rest;
}
