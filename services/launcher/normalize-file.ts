import type { Config } from '../../config/config.ts';
import type { SubmissionBody } from '../../shared/api/submission.ts';
import { ArticleId, SourceArticle } from '../../shared/document/article.ts';
import type { Document } from '../../shared/document/document.ts';
import { REQUIRED_RULES, type RepairRule } from '../../shared/document/repair-rule.ts';

/** An article as it lies in a file, and how to take it. */
export interface NormalizeRequest
  extends Pick<SubmissionBody, 'format' | 'content' | 'contentEncoding' | 'sourceLocale' | 'meta'> {
  /** What the article is called in its document. */
  readonly externalId: string;
  readonly disabledRules: readonly string[];
  /** Sentence rules of other tools, as the service has them. */
  readonly srx: Config['srx'];
}

/** The first stage alone, in this process: no Redis, no queue, nothing is stored. */
export interface Normalizer {
  /** The rules that can be switched off. */
  readonly rules: readonly RepairRule[];
  /** @throws {PipelineError} as normalize does. */
  normalize(request: NormalizeRequest): Promise<Document>;
  /** The document as Markdown with front matter, in its own language. */
  toMarkdown(document: Document): Promise<string>;
}

/** Loads the stage; here and not at the top, so that other commands do not pay for it. */
export async function loadNormalizer(): Promise<Normalizer> {
  const [{ createNormalizeDeps }, { normalize }, { REPAIR_RULES }] = await Promise.all([
    import('../../workers/normalize/deps.ts'),
    import('../../workers/normalize/normalize.ts'),
    import('../../workers/normalize/rules.ts'),
  ]);
  return {
    rules: REPAIR_RULES.filter(({ name }) => !REQUIRED_RULES.has(name)),
    normalize: async ({ disabledRules, srx, ...article }) =>
      normalize(sourceOf(article), createNormalizeDeps({ disabledRules, srx })),
    toMarkdown,
  };
}

async function toMarkdown(document: Document): Promise<string> {
  const [{ documentToMarkdown }, { createRenderDeps }, { parseLocale }] = await Promise.all([
    import('../../workers/render/document-to-markdown.ts'),
    import('../../workers/render/deps.ts'),
    import('../../config/locales.ts'),
  ]);
  const { kitOf } = await createRenderDeps();
  try {
    return documentToMarkdown(document, kitOf(document.sourceLocale));
  } catch {
    return documentToMarkdown(document, kitOf(parseLocale('en'))); // a language that has no labels of ours
  }
}

function sourceOf(article: Omit<NormalizeRequest, 'disabledRules' | 'srx'>): SourceArticle {
  return SourceArticle.parse({
    meta: {},
    ...article,
    articleId: ArticleId.parse(`a${'0'.repeat(20)}`),
    version: 1,
    tenant: 'default',
    targetLocales: ['en'],
    urgency: 5,
    pubStatus: 'usable',
  });
}
