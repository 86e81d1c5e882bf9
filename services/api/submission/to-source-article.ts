import { DEFAULT_TARGETS, parseLocale } from '../../../config/locales.ts';
import { PIPELINE } from '../../../config/pipeline.ts';
import type {
  ContentEncoding,
  PubStatus,
  SourceArticle,
  SourceFormat,
  SubmittedMeta,
} from '../../../shared/document/article.ts';
import { type Locale, languageOf, toLocale } from '../../../shared/document/locale.ts';
import { PipelineError } from '../../../shared/errors/errors.ts';
import { articleIdOf } from '../../../shared/stores/article-identity.ts';
import type { FieldError } from '../problem.ts';
import { readContent } from './read-content.ts';

/** A submission as its schema leaves it, with the names that stand in the path. */
export interface Submission {
  readonly tenant: string;
  readonly externalId: string;
  readonly version: number;
  readonly format: SourceFormat;
  readonly content: string;
  readonly contentEncoding?: ContentEncoding | undefined;
  readonly charset?: string | undefined;
  readonly sourceLocale?: string | undefined;
  readonly targetLocales?: readonly string[] | undefined;
  readonly meta?: SubmittedMeta | undefined;
  readonly urgency: number;
  /** Absent where the submitter did not say: then a status that people set stands. */
  readonly pubStatus?: PubStatus | undefined;
  readonly embargoedUntil?: string | undefined;
}

/**
 * Makes a submission the article that the pipeline takes: ids derived, locales resolved, targets
 * filled in.
 *
 * @throws {PipelineError} `SOURCE_TOO_LARGE`; `REQUEST_INVALID` for content that is not what its encoding
 *   says; `LOCALE_UNKNOWN` with a pointer for each wrong locale.
 */
export function toSourceArticle(submission: Submission): SourceArticle {
  const { tenant, externalId, version, format, meta, urgency, pubStatus, embargoedUntil } = submission;
  const content = readContent(submission, PIPELINE.maxArticleBytes);
  const { sourceLocale, targetLocales } = resolveLocales(submission);
  return {
    articleId: articleIdOf(tenant, externalId),
    externalId,
    version,
    tenant,
    ...(sourceLocale === undefined ? {} : { sourceLocale }),
    format,
    ...content,
    meta: meta ?? {},
    targetLocales,
    urgency,
    pubStatus: pubStatus ?? 'usable',
    ...(embargoedUntil === undefined ? {} : { embargoedUntil }),
  };
}

function resolveLocales({ sourceLocale, targetLocales }: Submission): {
  readonly sourceLocale: Locale | undefined;
  readonly targetLocales: readonly Locale[];
} {
  const errors: FieldError[] = [];
  const source = sourceLocale === undefined ? undefined : readSourceLocale(sourceLocale, errors);
  const targets = (targetLocales ?? defaultTargets(source)).flatMap((text, index) =>
    readTarget(text, `/targetLocales/${index}`, errors),
  );
  if (errors.length > 0) {
    throw new PipelineError('LOCALE_UNKNOWN', errors.map(({ detail }) => detail).join('; '), {
      details: { errors },
    });
  }
  return { sourceLocale: source, targetLocales: [...new Set(targets)] };
}

/** The source may be in a language without labels of its own: any well-formed tag will do. */
function readSourceLocale(text: string, errors: FieldError[]): Locale | undefined {
  const locale = toLocale(text);
  if (locale === undefined) {
    errors.push({
      pointer: '/sourceLocale',
      detail: `Locale "${text}" is not a BCP 47 tag such as "en" or "pt-BR"`,
    });
  }
  return locale;
}

function defaultTargets(source: Locale | undefined): readonly Locale[] {
  return DEFAULT_TARGETS.filter(
    (target) => source === undefined || languageOf(target) !== languageOf(source),
  );
}

function readTarget(text: string, pointer: string, errors: FieldError[]): readonly Locale[] {
  try {
    return [parseLocale(text)];
  } catch (error) {
    if (!(error instanceof PipelineError)) {
      throw error;
    }
    errors.push({ pointer, detail: error.message });
    return [];
  }
}
