import { type ArticleStatus, localePercent, type StageProgress } from '../../shared/api/article-status.ts';
import type { ProgressRow } from './terminal/progress.ts';

/** A row of progress per locale: how far it is, and what it is at. */
export function progressRows(status: ArticleStatus): readonly ProgressRow[] {
  return Object.keys(status.locales).map((locale) => {
    const stages = stagesOf(status, locale);
    const broken = stages.find(([, { state }]) => state === 'failed' || state === 'skipped');
    const current = stages.find(([, { state }]) => state !== 'done');
    return {
      label: locale,
      percent: localePercent(status, locale),
      text: broken === undefined ? (current?.[0] ?? 'done') : describeBreak(...broken),
      mood: broken === undefined ? (current === undefined ? 'good' : 'running') : 'bad',
    };
  });
}

/** Every failure of an article in words, the article's own stages first. */
export function failuresOf(status: ArticleStatus): readonly string[] {
  const own = Object.entries(status.stages).map(([stage, progress]) => ['', stage, progress] as const);
  const perLocale = Object.entries(status.locales).flatMap(([locale, { 'tm-lookup': lookup, render }]) => [
    [locale, 'tm-lookup', lookup] as const,
    [locale, 'render', render] as const,
  ]);
  return [...own, ...perLocale]
    .filter(([, , { state }]) => state === 'failed')
    .map(([locale, stage, { error }]) => {
      const place = locale === '' ? stage : `${locale}, ${stage}`;
      return `${place}: ${error === undefined ? 'failed' : `${error.message} (${error.code})`}`;
    });
}

function stagesOf(status: ArticleStatus, locale: string): readonly (readonly [string, StageProgress])[] {
  const own = status.locales[locale];
  return [
    ['normalize', status.stages.normalize],
    ['tag-entities', status.stages['tag-entities']],
    ...(own === undefined ? [] : [['tm-lookup', own['tm-lookup']] as const, ['render', own.render] as const]),
  ];
}

function describeBreak(stage: string, { state, error }: StageProgress): string {
  return `${stage} ${state}${error === undefined ? '' : `: ${error.message}`}`;
}
