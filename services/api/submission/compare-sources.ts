import type { SourceArticle } from '../../../shared/document/article.ts';
import type { FieldError } from '../problem.ts';
import { diffLines, summarizeDiff } from './line-diff.ts';

const FIELDS = ['format', 'sourceLocale', 'targetLocales', 'embargoedUntil', 'meta'] as const;

/** Where a submission differs from the stored one: a pointer and a sentence for each field. */
export function compareSources(stored: SourceArticle, sent: SourceArticle): readonly FieldError[] {
  const content = diffLines(stored.content, sent.content);
  const fields = FIELDS.flatMap((name): readonly FieldError[] => {
    const [here, there] = [stored[name], sent[name]].map((value) => JSON.stringify(value) ?? 'nothing');
    return here === there ? [] : [{ pointer: `/${name}`, detail: `${here} is here, ${there} was sent` }];
  });
  return [
    ...(content === undefined ? [] : [{ pointer: '/content', detail: summarizeDiff(content) }]),
    ...fields,
  ];
}
