import { lettersOf } from '../match-text.ts';

const SEPARATOR = /\s+[|–—\-·•:»«‹›/~]+\s+|\s*[|»]\s*/u;

export interface HeadlineSources {
  /** Text of the element that shows it. */
  readonly shown: string | undefined;
  readonly jsonLd: string | undefined;
  readonly openGraph: string | undefined;
  readonly title: string | undefined;
  readonly siteName: string | undefined;
}

/** The headline as the page shows it; else as its data states it, without the site's name. */
export function headlineOf(
  sources: HeadlineSources,
):
  | { readonly headline: string; readonly from: 'visible' | 'json-ld' | 'meta'; readonly confidence: number }
  | undefined {
  const { shown, jsonLd, openGraph, title, siteName } = sources;
  const stated = [jsonLd, openGraph, title].filter((text) => text !== undefined);
  if (shown !== undefined) {
    const agreed = stated.some((text) => lettersOf(text).includes(lettersOf(shown)));
    return { headline: shown, from: 'visible', confidence: agreed ? 0.95 : 0.75 };
  }
  if (jsonLd !== undefined && !/…$|\.\.\.$/u.test(jsonLd)) {
    return { headline: withoutSite(jsonLd, siteName), from: 'json-ld', confidence: 0.85 };
  }
  const text = openGraph ?? title;
  return text === undefined
    ? undefined
    : {
        headline: withoutSite(text, siteName),
        from: 'meta',
        confidence: openGraph === undefined ? 0.6 : 0.75,
      };
}

/** "Headline | Site" and "Site: Headline" without the site; an unknown last part of three words or fewer is one. */
export function withoutSite(title: string, siteName: string | undefined): string {
  const parts = title.split(SEPARATOR).filter((part) => part.trim() !== '');
  if (parts.length < 2) {
    return title;
  }
  const site = siteName === undefined ? '' : lettersOf(siteName);
  const isSite = (part: string): boolean => {
    const letters = lettersOf(part);
    return site !== '' && (letters === site || site.includes(letters) || letters.includes(site));
  };
  const last = parts.at(-1) ?? '';
  const first = parts[0] ?? '';
  if (isSite(last)) {
    return title.slice(0, title.lastIndexOf(last)).replace(/[\s|–—\-·•:»«‹›/~]+$/u, '');
  }
  if (isSite(first)) {
    return title.slice(first.length).replace(/^[\s|–—\-·•:»«‹›/~]+/u, '');
  }
  const bar = /\s*[|»]\s*|\s+[–—-]\s+/u.test(title);
  return bar && last.split(/\s+/u).length <= 3 && first.split(/\s+/u).length > 3
    ? title.slice(0, title.lastIndexOf(last)).replace(/[\s|–—\-·•:»«‹›/~]+$/u, '')
    : title;
}

/** The one word behind the last bar or dash of a title: a site's name; a person's has two. */
export function siteInTitle(title: string | undefined): string | undefined {
  const parts = title?.split(SEPARATOR) ?? [];
  const last = parts.at(-1)?.trim() ?? '';
  return parts.length > 1 && /^\p{L}{3,}$/u.test(last) ? last : undefined;
}

/** What stands before the first bar or dash of a title; nothing where that is the site's name. */
export function firstPart(title: string, siteName: string | undefined): string {
  const first = title.split(SEPARATOR)[0] ?? '';
  return siteName !== undefined && lettersOf(siteName) === lettersOf(first) ? '' : first;
}
