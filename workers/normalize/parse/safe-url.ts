const ALLOWED = new Set(['http', 'https', 'mailto', 'tel']);
// what browsers and lenient readers skip inside a scheme
const IGNORED = /[\s\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;

/** Tells whether a URL may be published: http, https, mailto, tel, or relative to the page. */
export function isSafeUrl(url: string): boolean {
  if (/^https?:/u.test(url)) {
    return true; // most are
  }
  const scheme = /^([^/?#:]*):/u.exec(url.replaceAll(IGNORED, ''))?.[1];
  return scheme === undefined || ALLOWED.has(scheme.toLowerCase());
}
