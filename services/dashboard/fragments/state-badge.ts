import type { ArticleStatus, StageProgress } from '../../../shared/api/article-status.ts';
import { localePercent } from '../../../shared/api/article-status.ts';
import { type Html, html } from '../view/html.ts';
import { type Shape, shape } from '../view/icons.ts';
import type { View } from '../view/view.ts';

const ARTICLE_SHAPES: Readonly<Record<ArticleStatus['state'], Shape>> = {
  running: 'running',
  done: 'done',
  partial: 'partial',
  failed: 'failed',
  canceled: 'stopped',
  superseded: 'stopped',
  killed: 'stopped',
};

/** The state of an article: shape and word. What a desk holds back stands beside it. */
export function stateBadges(view: View, status: ArticleStatus): Html {
  const { t, format } = view;
  const { state, pubStatus, embargoedUntil } = status;
  const isEmbargoed = embargoedUntil !== undefined && Date.parse(embargoedUntil) > view.now;
  return html`<span class="badges"><span class="badge is-${ARTICLE_SHAPES[state]}">${shape(ARTICLE_SHAPES[state])}${t(`state.${state}`)}</span>${
    pubStatus === 'withheld' &&
    html` <span class="badge is-held">${shape('held')}${t('state.withheld')}</span>`
  }${
    isEmbargoed &&
    html` <span class="badge is-held" title="${format.time(Date.parse(embargoedUntil))}">${shape('held')}${t('state.embargoed', { day: format.day(Date.parse(embargoedUntil)) })}</span>`
  }</span>`;
}

/** The state of a stage run: shape and word. */
export function stageState(view: View, { state }: StageProgress): Html {
  const name = STAGE_SHAPES[state];
  return html`<span class="state is-${name}">${shape(name)}${view.t(`stageState.${state}`)}</span>`;
}

const STAGE_SHAPES: Readonly<Record<StageProgress['state'], Shape>> = {
  waiting: 'waiting',
  running: 'running',
  done: 'done',
  failed: 'failed',
  skipped: 'stopped',
};

/** How far a locale is, and what its percent counts. */
export interface LocaleState {
  readonly shape: Shape;
  /** Stages that have ended; once all have, sentences served in the locale's language. 0..100. */
  readonly percent: number;
  /** Label of the word beside the percent. */
  readonly word: string;
}

/** Sums up a locale of an article; a locale that an ended article never reached is stopped. */
export function localeState(status: ArticleStatus, locale: string): LocaleState | undefined {
  const found = status.locales[locale];
  if (found === undefined) {
    return undefined;
  }
  const steps = [found['tm-lookup'], found.render];
  if (found.render.state === 'done') {
    const { segments = 0, translated = 0 } = found.counts ?? {};
    const percent = segments === 0 ? 100 : Math.min(100, Math.floor((100 * translated) / segments));
    return { shape: 'done', percent, word: 'cell.translated' };
  }
  const percent = localePercent(status, locale);
  if (steps.some(({ state }) => state === 'failed')) {
    return { shape: 'failed', percent, word: 'cell.failed' };
  }
  if (status.state !== 'running') {
    return { shape: 'stopped', percent, word: 'cell.stopped' };
  }
  return steps.some(({ state }) => state === 'running')
    ? { shape: 'running', percent, word: 'cell.running' }
    : { shape: 'waiting', percent, word: 'cell.waiting' };
}
