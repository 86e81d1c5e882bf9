import type { Locale } from '../../shared/document/locale.ts';
import type { RenderedParts } from './render-parts.ts';

/** Addresses of an article's pages, as far as they are known. */
export interface PageLinks {
  readonly canonical: string | undefined;
  /** The page itself included; `x-default` last. */
  readonly alternates: readonly { readonly hreflang: string; readonly href: string }[];
}

/**
 * Links a page with the article's other languages: every target locale, the original, and as `x-default`
 * the original, which all others come from. Only the original is named where no site is configured.
 */
export function pageLinks({ document, meta, rendition, targets, pageUrlOf }: RenderedParts): PageLinks {
  const { externalId, sourceLocale } = document;
  const urls = new Map<Locale, string>();
  if (pageUrlOf !== undefined) {
    for (const locale of targets) {
      urls.set(locale, pageUrlOf(locale, externalId));
    }
  }
  const original = meta.originalUrl ?? urls.get(sourceLocale);
  if (original !== undefined && !urls.has(sourceLocale)) {
    urls.set(sourceLocale, original);
  }
  const canonical = pageUrlOf === undefined ? undefined : urls.get(rendition.locale);
  const alternates = [...urls].map(([hreflang, href]) => ({ hreflang: String(hreflang), href }));
  return {
    canonical,
    alternates:
      canonical === undefined || original === undefined
        ? alternates
        : [...alternates, { hreflang: 'x-default', href: original }],
  };
}
