/**
 * What class names and ids say about parts of a page that are no text of the article, as words in the
 * form of `namesOf`. Words of several languages: sites name things in their own.
 */

/** Names of a state or a layout, mostly of a whole page: they say nothing about the element. */
const STATE =
  /(?<=^|\s)(?:(?:has|no|with|without|is|not|show|hide|enable|disable|layout|theme|template|category|tag|format|status|type|elementor|overflow)-\S*|(?:page|post|single)-(?:id|template|type|layout|format|node)-\S*|\S*:\S*)/gu;

/** Readers' comments: never the article, however long they are. The whole name says so, or its start. */
const COMMENTS =
  /(?<=^|\s)(?:(?:the|post|entry|article|user|reader|fb|facebook|disqus|site|story|blog)-)?(?:comments?|commentlist|commentarea|respond|disqus|kommentare?|kommentarer|commentaires?|comentarios?|comentários|commenti|reacties|komentarze|yorumlar|komentáře|replies|livefyre|spotim)(?:-(?:thread|list|area|section|container|wrapper|wrap|block|box|body|content|template|form|holder|module|inner|app|\d+))*(?=$|\s)/u;

/** Furniture: parts that surround articles on every page of a site. */
const FURNITURE = words(
  'nav navbar navigation navi mainnav subnav menu submenu megamenu breadcrumbs? breadcrumb-list pagination pager paging page-numbers nav-links post-navigation skip-link skiplinks? skip-nav toolbar sidebar side-bar sidecol right-rail left-rail rail widget-area footer site-footer page-footer colophon site-info masthead site-header global-header topbar top-bar',
  'related relatedposts related-posts related-content related-articles related-stories jp-relatedposts yarpp yarpp-related recommended recommendations? outbrain taboola zergnet revcontent mgid more-from more-stories more-news more-articles more-posts more-on read-next readnext read-also readalso see-more most-read most-popular mostread mostpopular most-viewed most-shared trending popular-posts latest-news latest-posts recent-posts up-next upnext next-article next-post prev-next similar-posts also-on lire-aussi a-lire-aussi leia-mais leia-tambem lea-tambien te-puede-interesar mehr-zum-thema lesen-sie-auch leggi-anche lees-ook czytaj-takze teaser-list teaserlist promo promos promobox promotion cross-sell story-list',
  'share shares sharing share-bar sharebar share-buttons share-tools share-links share-this social socials social-media social-links social-share social-bar addthis addtoany a2a-kit sharethis shareaholic sharedaddy ssba shariff heateor sociable socialmedia follow-us follow-links jp-sharing share-icons compartir partager teilen condividi delen',
  'newsletter newsletters newsletter-signup subscribe subscription subscribe-box signup sign-up optin opt-in mailchimp mc-embed paywall donate donation donations membership piano regwall abo-box',
  'cookie cookies cookie-notice cookie-banner cookie-consent consent gdpr cmp onetrust popup pop-up modal overlay lightbox notification-bar toast usa-banner gov-banner site-banner',
  'ad ads advert adverts advertisement advertising advertorial adsense adslot ad-slot adbox ad-container ad-wrapper ad-unit adunit dfp gpt-ad google-ad sponsor sponsored sponsors anzeige werbung publicidad publicite publicidade pubblicita reklama reklame advertentie banner-ad',
  'tags tag-list taglist tag-links tags-links post-tags entry-tags article-tags article-topics tagcloud tag-cloud post-categories cat-links entry-categories filed-under keywords topics-list schlagworte etiquetas mots-cles catlinks',
  'author-bio author-box authorbox author-info author-card author-profile author-description author-about about-author about-the-author post-author-box autor-box biography-box contributor-bio',
  'article-tools articletools page-tools tools-bar toolbox print-button print-link rating ratings star-rating vote voting poll font-size text-size audio-player listen-bar report-error feedback feedback-form survey login loginform register search-form searchform search-box searchbox language-switcher language-selector lang-switcher langswitch edit-link post-edit-link',
);

/** Parts of wikis, and what is not meant for readers of the page. */
const UNSEEN = words(
  'visually-hidden visuallyhidden sr-only screen-reader screen-reader-text screenreader offscreen element-invisible print-only printonly noprint no-print dont-print mw-editsection editsection mw-jump-link jump-to-nav navbox vertical-navbox printfooter sitesub contentsub mw-indicators mw-hidden-catlinks toc toc-container table-of-contents tableofcontents ez-toc-container inhaltsverzeichnis lwptoc',
);

/** Names that say "this is the text of the article". */
const BODY = words(
  'articlebody article-body article-body-content article-content article-text articletext article-main-content article-detail-content entry-content entrycontent post-content postcontent post-body postbody post-text post-entry story-body storybody story-content story-text storytext news-body news-content news-text newstext content-body body-content body-text bodytext text-content main-content-text article-copy body-copy single-content blog-content blog-post-content blogpost-body field-name-body field--name-body node-body node-content page-content td-post-content mw-parser-output mw-content-text entry-body contenido-noticia cuerpo-noticia cuerpo-articulo texte-article corps-article artikeltext artikel-inhalt article-inhalt testo-articolo texto-noticia materia-conteudo corpo-noticia fck-detail detail-content rich-text richtext-content markdown-body devsite-article-body',
);

/** Names of the sentence or two between headline and text. */
const LEAD = words(
  'lead lede leadtext lead-text intro introtext intro-text introduction standfirst stand-first subtitle sub-title subheadline sub-headline subhead dek deck kicker-text chapo chapeau summary article-summary article-intro article-lead article-description entradilla bajada copete sumario vorspann teaser-text anriss sommario sottotitolo occhiello linha-fina sapo excerpt article-excerpt ingress manchet',
);

export type NameKind = 'comments' | 'furniture' | 'unseen' | 'body' | 'lead';

const PATTERNS: readonly (readonly [NameKind, RegExp])[] = [
  ['body', BODY],
  ['comments', COMMENTS],
  ['unseen', UNSEEN],
  ['furniture', FURNITURE],
  ['lead', LEAD],
];

/** What the names of an element say about it, or undefined where they say nothing. */
export function kindOfNames(names: string): NameKind | undefined {
  if (names === '') {
    return undefined;
  }
  const known = kinds.get(names);
  if (known !== undefined) {
    return known.kind;
  }
  const telling = names.replaceAll(STATE, '');
  const kind = PATTERNS.find(([, pattern]) => pattern.test(telling))?.[0];
  if (kinds.size >= MOST_KINDS) {
    kinds.clear();
  }
  kinds.set(names, { kind });
  return kind;
}

/** Names repeat within a page and across the pages of a site. */
const kinds = new Map<string, { readonly kind: NameKind | undefined }>();
const MOST_KINDS = 5_000;

/** Each word as a whole name, or as its start or end behind a hyphen: "post-share", "share-top". */
function words(...lists: readonly string[]): RegExp {
  const alternatives = lists.join(' ').split(' ').join('|');
  return new RegExp(`(?<=^|[\\s-])(?:${alternatives})(?=$|[\\s-])`, 'u');
}
