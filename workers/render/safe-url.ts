/** Schemes that a link of an article may have. */
export const LINK_SCHEMES: readonly string[] = ['http', 'https', 'mailto', 'tel'];
/** Schemes from which a picture may be loaded. */
export const IMAGE_SCHEMES: readonly string[] = ['http', 'https'];

/**
 * Tells whether a reader's program may follow `url`: relative, or of an allowed scheme.
 *
 * Control characters and white space count as nothing, because browsers skip them when they look
 * for a scheme. An empty URL is not safe to load as a picture: it would load the page again.
 */
export function isSafeUrl(url: string, use: 'link' | 'image'): boolean {
  const seen = url.replaceAll(/[\p{Cc}\p{Cf}\p{Z}]/gu, '');
  const scheme = /^([^/?#]*?):/u.exec(decodeLeadingEntities(seen))?.[1];
  if (scheme === undefined) {
    return use === 'link' || seen !== '';
  }
  return (use === 'link' ? LINK_SCHEMES : IMAGE_SCHEMES).includes(scheme.toLowerCase());
}

/** A serializer may leave `javascript&colon;` as it is, and its reader decode it. */
function decodeLeadingEntities(url: string): string {
  return url.replaceAll(/&(?:colon|#58|#x0*3a);?/giu, ':').replaceAll(/&(?:tab|newline);?/giu, '');
}

/**
 * Percent-encodes the characters that no URL contains, as browsers do before they follow it, so
 * that a URL cannot end the place in which a serializer writes it.
 */
export function plainUrl(url: string): string {
  return url
    .trim()
    .replaceAll(/[\p{Cc}\p{Z}<>"'`{}|\\^]/gu, (char) => (char === "'" ? '%27' : encodeURIComponent(char)));
}
