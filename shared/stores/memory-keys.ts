import type { Locale } from '../document/locale.ts';

/**
 * Every Redis key of the translation memory. Those of one source locale share a hash tag, so that
 * one script may touch several of them on a Cluster, and locales spread over its nodes. `<id>` is a
 * source id, 16 hexadecimal digits, over the characters of a text's words: texts that differ in
 * case, marks, spaces or codes share it.
 *
 * | key | type | holds | grows with | lives |
 * |---|---|---|---|---|
 * | `{polywire:tm}:locales` | set | source locales | source locales | for good |
 * | `{polywire:tm}:quarantine` | hash | article id -> since when (ms) units that came only from it are not served | killed articles | until released |
 * | `<tag>:state` | string | which index is in use and which is being built, as JSON | - | for good |
 * | `<tag>:count` | string | number of source texts | - | for good |
 * | `<tag>:log` | string | 8 bytes per source text ever added, its id; append-only | sources | for good |
 * | `<tag>:indexed` | string | bytes of the log up to which everything is in the index | - | for good |
 * | `<tag>:recent` | string | 40 bytes per source text that was added by itself and is not in the index: its two postings | - | some hundred sources |
 * | `<tag>:lock` | string | who builds an index or takes in the rest of the log | - | 30 s, renewed |
 * | `<tag>:s<id>` | string | one line per source text with that id: JSON of its coded text; a removed one leaves an empty line, so that line numbers stay | sources | for good |
 * | `<tag>:t<id>` | hash | target locale -> one line per unit: line number of its source, place, standing, rest of the unit as JSON, articles | units | until removed |
 * | `<tag>:aside` | hash | unit id -> unit that was set aside, as JSON; its source keeps its line | units set aside | until served again |
 * | `<tag>:f<epoch>` | string | frequencies: 5 bytes per frequent element | vocabulary | as long as its index |
 * | `<tag>:p<epoch>:<bucket>` | string | postings of 20 bytes; the bucket in hexadecimal | about 10 per source | as long as its index |
 *
 * `<tag>` is `{polywire:tm:<source locale>:0}`; the number is that of the shard, of which there is
 * one. Set `hash-max-listpack-value 2048` on the server to save a fourth of the targets' memory.
 */
export const memoryKeys = {
  locales: () => '{polywire:tm}:locales',
  quarantine: () => '{polywire:tm}:quarantine',
  /** What all other keys of a source locale begin with. */
  prefix: (sourceLocale: Locale) => `{polywire:tm:${sourceLocale}:0}:`,
  state: (sourceLocale: Locale) => `${memoryKeys.prefix(sourceLocale)}state`,
  count: (sourceLocale: Locale) => `${memoryKeys.prefix(sourceLocale)}count`,
  log: (sourceLocale: Locale) => `${memoryKeys.prefix(sourceLocale)}log`,
  indexed: (sourceLocale: Locale) => `${memoryKeys.prefix(sourceLocale)}indexed`,
  recent: (sourceLocale: Locale) => `${memoryKeys.prefix(sourceLocale)}recent`,
  lock: (sourceLocale: Locale) => `${memoryKeys.prefix(sourceLocale)}lock`,
  source: (sourceLocale: Locale, id: string) => `${memoryKeys.prefix(sourceLocale)}s${id}`,
  targets: (sourceLocale: Locale, id: string) => `${memoryKeys.prefix(sourceLocale)}t${id}`,
  aside: (sourceLocale: Locale) => `${memoryKeys.prefix(sourceLocale)}aside`,
  frequencies: (sourceLocale: Locale, epoch: number) => `${memoryKeys.prefix(sourceLocale)}f${epoch}`,
  /** What the keys of an index's buckets begin with. */
  postings: (sourceLocale: Locale, epoch: number) => `${memoryKeys.prefix(sourceLocale)}p${epoch}:`,
} as const;
