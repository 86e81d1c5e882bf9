import { type Html, html, renderHtml } from './html.ts';
import { mark, shapeSprite } from './icons.ts';
import type { View } from './view.ts';

/** What a page puts into the frame that all pages share. */
export interface PageParts {
  /** For the tab and the history; the product's name is added. */
  readonly title: string;
  /** Which entry of the main navigation is the current one. */
  readonly section?: Section;
  readonly main: Html;
  /** Where the page's patches come from; absent: the page does not change by itself. */
  readonly events?: string;
}

const SECTIONS = [
  { id: 'articles', href: '/' },
  { id: 'failures', href: '/failures' },
  { id: 'stages', href: '/stages' },
  { id: 'queues', href: '/queues/' },
  { id: 'memory', href: '/memory' },
  { id: 'audit', href: '/audit' },
] as const;
type Section = (typeof SECTIONS)[number]['id'];

/** A whole page as it is sent. */
export function renderPage(view: View, { title, section, main, events }: PageParts): string {
  const { t, language, dir } = view;
  return renderHtml(html`<!doctype html>
<html lang="${language}" dir="${dir}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex">
<title>${title} · Polywire</title>
<link rel="icon" href="/assets/icon.svg" type="image/svg+xml">
<link rel="stylesheet" href="/assets/style.css">
${events !== undefined && html`<script type="module" src="/assets/live.js"></script>`}
</head>
<body>
${shapeSprite()}
<a class="skip" href="#main">${t('layout.skip')}</a>
${view.session === undefined ? undefined : header(view, section)}
<main id="main" tabindex="-1"${events !== undefined && html` data-events="${events}"`}>
${main}
</main>
${footer(view)}
<p id="announcer" class="hidden" role="status" aria-live="polite"></p>
</body>
</html>
`);
}

function header(view: View, section: Section | undefined): Html {
  const { t, session } = view;
  return html`<header class="top">
<a class="brand" href="/">${mark()}<span>Polywire</span></a>
<nav aria-label="${t('layout.navigation')}"><ul>
${SECTIONS.map(
  ({ id, href }) =>
    html`<li><a href="${href}"${id === section && html` aria-current="page"`}>${t(`nav.${id}`)}</a></li>\n`,
)}</ul></nav>
<form class="who" method="post" action="/logout">
<input type="hidden" name="csrf" value="${session?.csrf ?? ''}">
<span><span class="hidden">${t('layout.signedInAs')} </span><b>${session?.actor ?? ''}</b> <span class="role">${t(`role.${session?.role ?? 'viewer'}`)}</span></span>
<button class="quiet">${t('layout.logout')}</button>
</form>
</header>`;
}

function footer(view: View): Html {
  const { t, language, languages, url } = view;
  return html`<footer class="foot">
<p id="live-state" class="live-state" data-on="${t('layout.live')}" data-off="${t('layout.paused')}"></p>
<nav aria-label="${t('layout.languages')}"><ul>
${languages.map((tag) => {
  const name = new Intl.DisplayNames(tag, { type: 'language' }).of(tag) ?? tag;
  return html`<li><a href="${inLanguage(url, tag)}" lang="${tag}" hreflang="${tag}"${
    tag === language && html` aria-current="true"`
  }>${name}</a></li>\n`;
})}</ul></nav>
</footer>`;
}

/** The same page in another language. */
function inLanguage(url: string, tag: string): string {
  const { pathname, searchParams } = new URL(url, 'http://dashboard');
  searchParams.set('ui', tag);
  return `${pathname}?${searchParams.toString()}`;
}
