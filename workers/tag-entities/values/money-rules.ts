import { NUMBER, readAmount, SCALE, valuePattern } from './amount.ts';
import type { ValueRule } from './value-rule.ts';

/** Longest first: "US$" before "$". A bare dollar sign is read as the US dollar. */
const SYMBOLS: Readonly<Record<string, string>> = {
  US$: 'USD',
  C$: 'CAD',
  CA$: 'CAD',
  A$: 'AUD',
  AU$: 'AUD',
  NZ$: 'NZD',
  HK$: 'HKD',
  S$: 'SGD',
  R$: 'BRL',
  MX$: 'MXN',
  $: 'USD',
  '€': 'EUR',
  '£': 'GBP',
  '¥': 'JPY',
  '₹': 'INR',
  '₽': 'RUB',
  '₩': 'KRW',
  '₪': 'ILS',
  '₺': 'TRY',
  '₴': 'UAH',
  '₫': 'VND',
};
const CODES =
  'USD|EUR|GBP|JPY|CNY|CHF|CAD|AUD|NZD|MXN|BRL|INR|RUB|KRW|ILS|TRY|UAH|VND|SEK|NOK|DKK|PLN|ZAR|SGD|HKD';

/** Currency words that name one currency; "pesos" or "pounds" alone could be several things. */
const CURRENCY_WORDS: Readonly<Record<string, string>> = {
  dollar: 'USD',
  'us dollar': 'USD',
  'american dollar': 'USD',
  'canadian dollar': 'CAD',
  'australian dollar': 'AUD',
  euro: 'EUR',
  'pound sterling': 'GBP',
  'british pound': 'GBP',
  yen: 'JPY',
  yuan: 'CNY',
  renminbi: 'CNY',
  'mexican peso': 'MXN',
  'argentine peso': 'ARS',
  'colombian peso': 'COP',
  'chilean peso': 'CLP',
  'philippine peso': 'PHP',
  'indian rupee': 'INR',
  'swiss franc': 'CHF',
  ruble: 'RUB',
  rouble: 'RUB',
  hryvnia: 'UAH',
  shekel: 'ILS',
  'turkish lira': 'TRY',
  'brazilian real': 'BRL',
};

const symbols = Object.keys(SYMBOLS).map(escapeDollar).join('|');
const words = Object.keys(CURRENCY_WORDS)
  .toSorted((a, b) => b.length - a.length)
  .join('|');
const scaled = `(?<amount>${NUMBER})(?:[-\\s]?(?<scale>${SCALE})\\b)?`;

/** Amounts of money with a symbol, a code or a word. */
export const MONEY_RULES: readonly ValueRule[] = [
  {
    pattern: valuePattern(
      `(?<![\\p{L}\\p{N}$])(?<symbol>${symbols})\\s?(?<amount>\\d[\\d,]*(?:\\.\\d+)?)(?:[-\\s]?(?<scale>${SCALE}|bn|mn|tn|k|m|b)\\b)?`,
    ),
    read: ({ symbol = '', amount, scale }) => moneyOf(amount, scale, SYMBOLS[symbol.toUpperCase()]),
  },
  {
    pattern: valuePattern(
      `\\b(?<code>${CODES}) ?(?<amount>\\d[\\d,]*(?:\\.\\d+)?)(?: (?<scale>${SCALE})\\b)?`,
      'gu',
    ),
    read: ({ code, amount, scale }) => moneyOf(amount, scale, code),
  },
  {
    pattern: valuePattern(`${scaled} (?<code>${CODES})\\b`, 'gu'),
    read: ({ code, amount, scale }) => moneyOf(amount, scale, code),
  },
  {
    pattern: valuePattern(`${scaled}[-\\s](?:U\\.S\\. dollar|(?<word>${words}))s?\\b`),
    read: ({ word = 'dollar', amount, scale }) =>
      moneyOf(amount, scale, CURRENCY_WORDS[word.toLowerCase().replaceAll(/\s+/gu, ' ')]),
  },
];

function moneyOf(
  number: string | undefined,
  scale: string | undefined,
  currency: string | undefined,
): ReturnType<ValueRule['read']> {
  const amount = readAmount(number, scale);
  return amount === undefined || currency === undefined
    ? undefined
    : { type: 'MONEY', value: { kind: 'money', amount, currency } };
}

function escapeDollar(symbol: string): string {
  return symbol.replaceAll('$', '\\$');
}
