/**
 * What a source word is paid by the band of its best match, in per cent of a new word. Edit these to
 * what your contracts say; a report names them.
 */
export const LEVERAGE_RATES = {
  repetition: 30,
  '102': 0,
  '101': 0,
  '100': 30,
  '99': 30,
  '95-98': 60,
  '85-94': 60,
  '75-84': 60,
  '70-74': 100,
  new: 100,
} as const;
