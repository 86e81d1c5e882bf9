const ALLOWED = new Set(['http', 'https', 'mailto', 'tel']);
// what browsers and lenient readers skip inside a scheme
const IGNORED = /[\u0000-\u0020\u007F-\u00A0\u00AD\u200B-\u200F\u2028-\u202F\u2060-\u2064\uFEFF]/gu;

/** Tells whether a URL may be published: http, https, mailto, tel, or relative to the page. */
export function isSafeUrl(url: string): boolean {
  const scheme = /^([^/?#:]*):/u.exec(url.replaceAll(IGNORED, ''))?.[1];
  return scheme === undefined || ALLOWED.has(scheme.toLowerCase());
}
