import type { Locale } from '../document/locale.ts';
import { KEY_PREFIX } from '../queue/contract.ts';

/** Bytes of a signature log before its first entry. */
export const LOG_HEADER_BYTES = 20;

/**
 * Every Redis key of the translation memory. `<id>` is a source id, 16 hexadecimal digits, over the
 * characters of a text's words: texts that differ in case, marks, spaces or codes share it.
 *
 * | key | type | holds | grows with | lives |
 * |---|---|---|---|---|
 * | `tm:sizes` | hash | source locale -> number of distinct sources | source locales | for good |
 * | `tm:<sourceLocale>:log` | string | 20 random bytes that name this log, then one entry of 20 bytes per source ever added: id, signature, length | sources | for good; append-only |
 * | `tm:<sourceLocale>:s<id>` | string | one line per source text with that id: JSON of its coded text; a removed one leaves an empty line, so that line numbers stay | sources | for good |
 * | `tm:<sourceLocale>:t<id>` | hash | target locale -> one line per unit: line number of its source, place, standing, rest of the unit as JSON | units | until removed |
 *
 * About 0.5 KB per source and 0.2 KB per target; set `hash-max-listpack-value 2048` on the server to
 * save a fourth of it.
 */
export const memoryKeys = {
  sizes: () => `${KEY_PREFIX}:tm:sizes`,
  log: (sourceLocale: Locale) => `${KEY_PREFIX}:tm:${sourceLocale}:log`,
  source: (sourceLocale: Locale, id: string) => `${KEY_PREFIX}:tm:${sourceLocale}:s${id}`,
  targets: (sourceLocale: Locale, id: string) => `${KEY_PREFIX}:tm:${sourceLocale}:t${id}`,
} as const;
