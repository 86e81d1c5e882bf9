import type { SourceArticle } from '../../../shared/document/article.ts';
import type { FieldError } from '../problem.ts';
import { diffLines, summarizeDiff } from './line-diff.ts';

const FIELDS = [
  'format',
  'contentEncoding',
  'charset',
  'sourceLocale',
  'targetLocales',
  'embargoedUntil',
  'meta',
] as const;

/** Where a submission differs from the stored one: a pointer and a sentence for each field. */
export function compareSources(stored: SourceArticle, sent: SourceArticle): readonly FieldError[] {
  const content = compareContents(stored, sent);
  const fields = FIELDS.flatMap((name): readonly FieldError[] => {
    const [here, there] = [stored[name], sent[name]].map((value) => JSON.stringify(value) ?? 'nothing');
    return here === there ? [] : [{ pointer: `/${name}`, detail: `${here} is here, ${there} was sent` }];
  });
  return [...(content === undefined ? [] : [{ pointer: '/content', detail: content }]), ...fields];
}

/** Lines of base64 tell a person nothing: bytes are compared by their number. */
function compareContents(stored: SourceArticle, sent: SourceArticle): string | undefined {
  if (stored.contentEncoding !== 'base64' && sent.contentEncoding !== 'base64') {
    const diff = diffLines(stored.content, sent.content);
    return diff === undefined ? undefined : summarizeDiff(diff);
  }
  return stored.content === sent.content
    ? undefined
    : `${bytesOf(stored)} bytes are here, ${bytesOf(sent)} other bytes were sent`;
}

function bytesOf({ content, contentEncoding }: SourceArticle): number {
  return Buffer.byteLength(content, contentEncoding === 'base64' ? 'base64' : 'utf8');
}
