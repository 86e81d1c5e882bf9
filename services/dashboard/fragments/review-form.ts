import type { ArticleStatus } from '../../../shared/api/article-status.ts';
import type { Document } from '../../../shared/document/document.ts';
import { groupBy } from '../../../shared/document/group-by.ts';
import { directionOf } from '../../../shared/document/locale.ts';
import { REQUIRED_RULES, type RepairRule } from '../../../shared/document/repair-rule.ts';
import type { SourceReview } from '../../../shared/document/source-review.ts';
import type { NumberedArticle, NumberedRepair } from '../review/number-repairs.ts';
import { type Html, html } from '../view/html.ts';
import type { View } from '../view/view.ts';
import { actionFields } from './action-bar.ts';
import { articleUrl, reviewUrl } from './article-link.ts';
import { visibleChange } from './visible-text.ts';

/** What the list of repairs is made of. */
export interface ReviewList {
  readonly status: ArticleStatus;
  readonly document: Document;
  readonly article: NumberedArticle;
  readonly review: SourceReview;
  /** Times that the review was changed before this page was made. */
  readonly reviews: number;
  /** The rule that is looked at; absent: all. */
  readonly rule: string | undefined;
  /** Whether decisions can be made here and now. */
  readonly isOpen: boolean;
}

const MAX_QUOTED = 160;

/** Every repair by rule with its reason, and a box to take it back. */
export function reviewForm(view: View, list: ReviewList): Html {
  const { t } = view;
  const { article, review, rule } = list;
  const byRule = groupBy(article.repairs, ({ repair }) => repair.rule);
  const names = [...new Set([...byRule.keys(), ...review.disabledRules])];
  const shown = rule === undefined ? names : names.filter((name) => name === rule);
  const groups = shown.map((name) => ruleGroup(view, list, { name, repairs: byRule.get(name) ?? [] }));
  const isEmpty = names.length === 0;
  return html`<section class="panel review-list" aria-labelledby="review-list-title">
<header class="panel-head"><h2 id="review-list-title">${t('undo.repairs')}</h2><p class="legend">${count(view, article.repairs)}</p></header>
${isEmpty ? html`<p class="quiet-text">${t('repairs.none')}</p>` : ruleFilter(view, list, names)}
${
  list.isOpen && !isEmpty
    ? html`<form method="post" action="${articleUrl(list.status)}/review">${actionFields(view, list.status)}
<input type="hidden" name="reviews" value="${list.reviews}">${rule !== undefined && html`<input type="hidden" name="rule" value="${rule}">`}
${groups}<div class="apply"><button class="button primary">${t('undo.apply')}</button><p class="small">${t('undo.applyHint')}</p></div></form>`
    : groups
}
</section>`;
}

function count({ t, format }: View, repairs: readonly NumberedRepair[]): string {
  const undone = repairs.filter(({ isUndone }) => isUndone).length;
  const made = repairs.length - undone;
  return [
    t('repairs.count', { count: made, n: format.count(made) }),
    ...(undone === 0 ? [] : [t('undo.undoneCount', { count: undone, n: format.count(undone) })]),
  ].join(' · ');
}

function ruleFilter(
  { t, format }: View,
  { status, article, rule }: ReviewList,
  names: readonly string[],
): Html {
  const link = (name: string | undefined, times: number): Html => {
    const url =
      name === undefined ? reviewUrl(status) : `${reviewUrl(status)}&rule=${encodeURIComponent(name)}`;
    const label = name === undefined ? html`${t('undo.allRules')}` : html`<code>${name}</code>`;
    return html`<li><a href="${url}"${name === rule && html` aria-current="true"`}>${label} <span class="count">${format.count(times)}</span></a></li>\n`;
  };
  const timesOf = (name: string): number =>
    article.repairs.filter(({ repair }) => repair.rule === name).length;
  return html`<nav class="rule-filter" aria-label="${t('undo.filter')}"><ul>${link(undefined, article.repairs.length)}${names.map((name) => link(name, timesOf(name)))}</ul></nav>`;
}

function ruleGroup(
  view: View,
  list: ReviewList,
  { name, repairs }: { readonly name: string; readonly repairs: readonly NumberedRepair[] },
): Html {
  const { t } = view;
  const known: RepairRule | undefined = list.document.overlays.rules?.find((rule) => rule.name === name);
  const isOff = list.review.disabledRules.includes(name);
  const canBeOff = !REQUIRED_RULES.has(name) && known !== undefined;
  return html`<section class="rule" aria-labelledby="rule-${name}">
<h3 id="rule-${name}"><code>${name}</code>${isOff && html` <span class="badge is-stopped">${t('undo.ruleOff')}</span>`}</h3>
${known !== undefined && html`<p class="reason" lang="en">${known.description}</p>`}
${
  list.isOpen && canBeOff
    ? html`<label class="box whole"><input type="checkbox" name="off" value="${name}"${isOff && html` checked`}> ${t('undo.leaveOut')} <span class="hidden">${name}</span></label>`
    : undefined
}
<ul class="changes">${repairs.map((item) => change(view, list, item))}</ul></section>
`;
}

function change(
  view: View,
  { document, isOpen }: ReviewList,
  { number, repair, isUndone }: NumberedRepair,
): Html {
  const { t, format } = view;
  const { sourceLocale } = document;
  const n = format.count(number);
  const box =
    repair.key === undefined
      ? html`<span class="small">${t('undo.required')}</span>`
      : html`<label class="box"><input type="checkbox" name="undo" value="${repair.key}"${isUndone && html` checked`}> ${t('undo.takeBack')}<span class="hidden"> ${n}: ${quoted(repair.before)}</span></label>`;
  return html`<li id="e${number}"${isUndone && html` class="is-undone"`}><a class="no" href="#m${number}" aria-label="${t('undo.toText', { n })}">${n}</a>
<span class="diff" lang="${sourceLocale}" dir="${directionOf(sourceLocale)}">${
    repair.before !== '' &&
    html`<del><span class="hidden">${t('repairs.before')} </span>${quoted(repair.before)}</del>`
  }${
    repair.after !== '' &&
    html`<ins><span class="hidden">${t('repairs.after')} </span>${quoted(repair.after)}</ins>`
  }</span>
<span class="sure">${format.percent(repair.confidence * 100)}</span>
${isOpen ? box : isUndone && html`<span class="badge is-stopped">${t('undo.undone')}</span>`}</li>
`;
}

function quoted(text: string): string {
  const shown = visibleChange(text);
  return shown.length <= MAX_QUOTED
    ? shown
    : `${shown.slice(0, MAX_QUOTED).replace(/[\uD800-\uDBFF]$/u, '')}…`;
}
