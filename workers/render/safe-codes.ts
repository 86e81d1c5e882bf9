import type { CodedText, InlineCode } from '../../shared/document/inline-code.ts';
import { isSafeUrl } from './safe-url.ts';

/**
 * A text with its codes for programs that make links and pictures of them: a code whose address nobody
 * may follow keeps its place and kind, and its address is empty.
 */
export function withSafeUrls({ text, codes }: CodedText): CodedText {
  return { text, codes: codes.map((code) => safeCode(code)) };
}

function safeCode(code: InlineCode): InlineCode {
  return !('url' in code) || isSafeUrl(code.url, code.kind) ? code : { ...code, url: '' };
}
