import { z } from 'zod';
import { toLocale } from '../../shared/document/locale.ts';

/** A language tag of a query, in any case, as its canonical form. */
export const LocaleTag = z.string().transform((tag, context) => {
  const locale = toLocale(tag);
  if (locale === undefined) {
    context.addIssue({ code: 'custom', message: `"${tag}" is not a BCP 47 locale such as "pt-BR"` });
    return z.NEVER;
  }
  return locale;
});
