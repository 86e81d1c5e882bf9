import type { Document } from '../../../shared/document/document.ts';
import { directionOf, type Locale } from '../../../shared/document/locale.ts';
import type { Rendition, SegmentState } from '../../../shared/document/rendition.ts';
import type { Segment } from '../../../shared/document/segment.ts';
import type { LocaleMatches, Match } from '../../../shared/memory/match.ts';
import { type Html, html } from '../view/html.ts';
import { shape } from '../view/icons.ts';
import type { View } from '../view/view.ts';
import { codedText } from './coded-text.ts';

/** What a locale's page shows of its sentences. */
export interface SegmentPairs {
  readonly document: Document;
  readonly rendition: Rendition;
  readonly matches: LocaleMatches | undefined;
}

/** Every sentence beside what is served for it, and why. */
export function segmentPairs(view: View, { document, rendition, matches }: SegmentPairs): Html {
  const { t } = view;
  const segments = new Map<string, Segment>(document.segments.map((segment) => [segment.id, segment]));
  const found = new Map(matches?.segments.map((entry) => [entry.segmentId, entry.matches]));
  const head = (key: string): Html => html`<th scope="col" role="columnheader">${t(key)}</th>`;
  return html`<section class="panel" aria-labelledby="pairs-title">
<header class="panel-head"><h2 id="pairs-title">${t('pairs.title')}</h2></header>
<table class="pairs" role="table"><thead role="rowgroup"><tr role="row">${head('pairs.source')}${head('pairs.target')}${head('pairs.origin')}</tr></thead>
<tbody role="rowgroup">
${rendition.segments.map((state) => {
  const segment = segments.get(state.segmentId);
  const match = found.get(state.segmentId)?.find(({ unitId }) => unitId === state.unitId);
  return segment !== undefined && pairRow(view, { segment, state, match }, { document, rendition });
})}
</tbody></table>
</section>`;
}

interface Pair {
  readonly segment: Segment;
  readonly state: SegmentState;
  /** The match that the target was taken from. */
  readonly match: Match | undefined;
}

function pairRow(
  view: View,
  { segment, state, match }: Pair,
  { document, rendition }: Pick<SegmentPairs, 'document' | 'rendition'>,
): Html {
  const { t } = view;
  const block = document.blocks.find(({ id }) => id === segment.blockId);
  return html`<tr role="row" id="${segment.id}" class="from-${state.origin}">
<td role="cell" class="text" lang="${document.sourceLocale}" dir="${directionOf(document.sourceLocale)}">${
    block !== undefined &&
    block.kind !== 'paragraph' &&
    html`<span class="kind">${t(`block.${block.kind}`)}</span>`
  }${codedText(view, segment)}</td>
<td role="cell" class="text target" ${targetLanguage(state, rendition.locale, document.sourceLocale)}>${
    state.target === undefined
      ? html`<span class="stand-in">${codedText(view, segment)}</span><span class="kind">${t('pairs.sourceShown')}</span>`
      : codedText(view, state.target)
  }</td>
<td role="cell" class="why">${facts(view, state, match)}</td></tr>
`;
}

/** A sentence that stands in for its translation keeps its own language. */
function targetLanguage({ target }: SegmentState, locale: Locale, sourceLocale: Locale): Html {
  const language = target === undefined ? sourceLocale : locale;
  return html`lang="${language}" dir="${directionOf(language)}"`;
}

function facts(view: View, state: SegmentState, match: Match | undefined): Html {
  const { t } = view;
  const { origin, review, freshness, qa, score, unitId, reasons } = state;
  const deductions = match?.parts.deductions.map(({ name }) => name) ?? [];
  const unexplained = reasons.filter((reason) => !deductions.includes(reason));
  return html`<p class="origin">${score !== undefined && html`<b class="score">${score}</b> `}${t(`origin.${origin}`)}</p>
<p class="small">${t(`review.${review}`)}${freshness === 'outdated' && html` · <b>${t('freshness.outdated')}</b>`}</p>
<p class="small why-so">${match !== undefined && scoreParts(match)}${unexplained.map((reason) => html` <code>${reason}</code>`)}${
    unitId !== undefined &&
    html` <span><span class="hidden">${t('pairs.unit')} </span><code>${unitId}</code></span>`
  }</p>${
    qa.length > 0 &&
    html`<ul class="qa">${qa.map(({ severity, rule, message }) => {
      const name = severity === 'error' ? 'failed' : 'partial';
      return html`<li class="is-${name}">${shape(name)}<span><b>${t(`severity.${severity}`)}</b> <code>${rule}</code> <span lang="en">${message}</span></span></li>`;
    })}</ul>`
  }`;
}

/** How a score came about: "101 = 100 + 1 context-neighbours". Points are taken off; negative ones add. */
function scoreParts({ parts, score }: Match): Html {
  const { base, deductions, formula } = parts;
  return html`<span class="sum" dir="ltr" title="${formula}">${score} = ${base}${deductions.map(
    ({ name, points }) => html` ${points < 0 ? '+' : '−'} ${Math.abs(points)} <code>${name}</code>`,
  )}</span>`;
}
