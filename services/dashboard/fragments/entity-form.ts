import type { ArticleStatus } from '../../../shared/api/article-status.ts';
import type { Entity } from '../../../shared/document/entity-mention.ts';
import { type EntityType } from '../../../shared/document/entity-type.ts';
import type { GazetteerEntry } from '../../../shared/document/gazetteer-entry.ts';
import { directionOf, type Locale } from '../../../shared/document/locale.ts';
import type { Chosen } from '../entities/choose-place.ts';
import { placeName } from '../entities/choose-place.ts';
import { type Html, html } from '../view/html.ts';
import type { View } from '../view/view.ts';
import { actionFields } from './action-bar.ts';
import { articleUrl } from './article-link.ts';
import { idLink, valueText } from './entities.ts';

/** What a search for something to link to found. */
export interface LinkSearch {
  readonly query: string;
  readonly ofArticle: readonly Entity[];
  readonly entries: readonly GazetteerEntry[];
  /** False where not all imported names were looked through. */
  readonly isComplete: boolean;
}

/** What the panel beside the text is made of. */
export interface EntityForm {
  readonly status: ArticleStatus;
  /** Times that the article was made again before this page was made. */
  readonly reviews: number;
  readonly sourceLocale: Locale;
  readonly chosen: Chosen | undefined;
  readonly search: LinkSearch | undefined;
  /** Kinds that can be chosen. */
  readonly kinds: readonly EntityType[];
  /** Whether decisions can be made here and now. */
  readonly isOpen: boolean;
}

/** What is known of the mention that was chosen, and a form to correct it, or to add one to a sentence. */
export function entityForm(view: View, form: EntityForm): Html {
  const { t } = view;
  const { chosen, isOpen } = form;
  const isSentence = chosen?.kind === 'sentence';
  const title = chosen === undefined ? 'fix.choose' : isSentence ? 'fix.addTitle' : 'fix.mention';
  return html`<section class="panel fix" id="fix" aria-labelledby="fix-title">
<header class="panel-head"><h2 id="fix-title">${t(title)}</h2></header>
${chosen === undefined && html`<p class="quiet-text">${t('fix.chooseHint')}</p>`}
${chosen !== undefined && about(view, form, chosen)}
${chosen !== undefined && isOpen && fields(view, form, chosen)}
</section>`;
}

function about(view: View, { sourceLocale }: EntityForm, chosen: Chosen): Html {
  const { t, format } = view;
  const attributes = html` lang="${sourceLocale}" dir="${directionOf(sourceLocale)}"`;
  if (chosen.kind === 'sentence') {
    return html`<p class="quoted-words"${attributes}>${chosen.segment.text.replaceAll('\uFFFC', ' ')}</p>`;
  }
  const { entity, mention } = chosen;
  const fact = (key: string, value: Html | string): Html =>
    html`<div><dt>${t(key)}</dt><dd>${value}</dd></div>`;
  return html`<p class="quoted-words"${attributes}>${mention.text}</p>
<dl class="facts">${fact('entities.type', t(`entity.${entity.type}`))}${fact('entities.sure', format.percent(mention.confidence * 100))}${
    entity.value === undefined
      ? fact('fix.link', html`${idLink(entity.id)}`)
      : fact('entities.value', html`<span class="mono">${valueText(view, entity.value)}</span>`)
  }${entity.refersTo !== undefined && fact('fix.refersTo', idLink(entity.refersTo))}</dl>
<p class="small" lang="en">${entity.evidence.join('; ')}</p>`;
}

function fields(view: View, form: EntityForm, chosen: Chosen): Html {
  const { t } = view;
  const { status, reviews, sourceLocale, kinds } = form;
  const mention = chosen.kind === 'mention' ? chosen.mention : undefined;
  const type = chosen.kind === 'mention' ? chosen.entity.type : 'PER';
  return html`<form method="post" action="${articleUrl(status)}/entities" class="fix-form">${actionFields(view, status)}
<input type="hidden" name="reviews" value="${reviews}"><input type="hidden" name="segment" value="${chosen.segment.id}">${
    mention !== undefined &&
    html`<input type="hidden" name="start" value="${mention.span.start}"><input type="hidden" name="end" value="${mention.span.end}">`
  }
<div class="field"><label for="fix-words">${t('fix.words')}</label><input id="fix-words" name="words" required maxlength="400" value="${mention?.text ?? ''}" lang="${sourceLocale}" dir="auto" aria-describedby="fix-words-hint"><p class="small" id="fix-words-hint">${t('fix.wordsHint')}</p></div>
${mention === undefined && html`<div class="field"><label for="fix-nth">${t('fix.nth')}</label><input id="fix-nth" name="nth" type="number" min="1" max="99" value="1"></div>`}
<div class="field"><label for="fix-type">${t('entities.type')}</label><select id="fix-type" name="type">${kinds.map(
    (option) =>
      html`<option value="${option}"${option === type && html` selected`}>${t(`entity.${option}`)} (${option})</option>`,
  )}</select></div>
${links(view, form, chosen)}
<label class="box"><input type="checkbox" name="everywhere" value="1" checked> ${t('fix.everywhere')}</label>
<label class="box"><input type="checkbox" name="remember" value="1"> ${t('fix.remember')}</label>
<p class="small">${t('fix.rememberHint')}</p>
<div class="apply"><button class="button primary" name="do" value="set">${t(mention === undefined ? 'fix.add' : 'fix.save')}</button>${
    mention !== undefined &&
    html`<button class="button danger" name="do" value="remove">${t('fix.remove')}</button>`
  }<p class="small">${t('fix.effect')}</p></div></form>
<form method="get" action="${articleUrl(status)}/entities#fix" id="fix-search" role="search"><input type="hidden" name="version" value="${status.version}"><input type="hidden" name="at" value="${nameOf(chosen)}"></form>`;
}

function nameOf(chosen: Chosen): string {
  return chosen.kind === 'mention' ? placeName(chosen.mention) : chosen.segment.id;
}

function links(view: View, { search }: EntityForm, chosen: Chosen): Html {
  const { t } = view;
  const hits = [
    ...(search?.ofArticle ?? []).map(({ id, name, type }) => ({ id, name, kind: t(`entity.${type}`) })),
    ...(search?.entries ?? []).map((entry) => ({
      id: entry.id,
      name: entryName(entry, view.language),
      kind: [t(`entity.${entry.type}`), ...(entry.subtype === undefined ? [] : [entry.subtype])].join(', '),
    })),
  ];
  const words = search?.query ?? (chosen.kind === 'mention' ? chosen.mention.text : '');
  return html`<fieldset><legend>${t('fix.link')}</legend>
${linkOption('auto', t('fix.linkAuto'), true)}${linkOption('none', t('fix.linkNone'))}
<div class="field search"><label for="fix-q">${t('fix.search')}</label><div class="row"><input id="fix-q" name="q" form="fix-search" type="search" maxlength="100" value="${words}"><button class="button" form="fix-search">${t('fix.searchGo')}</button></div></div>
${hits.map(({ id, name, kind }) => linkOption(id, html`<bdi>${name}</bdi> <span class="id">${id}</span> <span class="small">${kind}</span>`))}${
  search !== undefined &&
  hits.length === 0 &&
  html`<p class="small" role="status">${t('fix.noHit', { q: search.query })}</p>`
}${search?.isComplete === false && html`<p class="small">${t('fix.notAll')}</p>`}
<div class="row">${linkOption('id', t('fix.linkId'))}<input name="id" maxlength="400" placeholder="Q90" aria-label="${t('fix.linkId')}"></div>
</fieldset>`;
}

function entryName({ names, id }: GazetteerEntry, language: string): string {
  return names[language]?.[0] ?? names['en']?.[0] ?? Object.values(names)[0]?.[0] ?? id;
}

function linkOption(value: string, label: Html | string, isChecked = false): Html {
  return html`<label class="box"><input type="radio" name="link" value="${value}"${isChecked && html` checked`}> <span>${label}</span></label>\n`;
}
