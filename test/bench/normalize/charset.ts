import iconv from 'iconv-lite';
import { detect } from 'jschardet';
import { z } from 'zod';
import { charsetOf } from '../../../shared/text/charset/charset.ts';
import { decodeBytes } from '../../../workers/normalize/decode/decode-bytes.ts';
import type { DataFolder } from '../data-folder.ts';
import { median, type Row } from '../report.ts';
import type { Measure } from './measure.ts';

/** Languages of the corpus with the charsets that they are, or were, published in. */
const PAIRS: Readonly<Record<string, readonly string[]>> = {
  en: ['utf-16le', 'windows-1252'],
  es: ['iso-8859-1', 'windows-1252'],
  fr: ['windows-1252', 'iso-8859-15'],
  de: ['iso-8859-1', 'iso-8859-15', 'utf-8'],
  'pt-BR': ['iso-8859-1'],
  'pt-PT': ['windows-1252'],
  vi: ['windows-1258', 'utf-16be'],
  tr: ['iso-8859-9', 'windows-1254'],
  ru: ['windows-1251', 'koi8-r', 'iso-8859-5', 'utf-16le'],
  ar: ['windows-1256', 'iso-8859-6'],
  fa: ['utf-16be'],
  he: ['windows-1255', 'iso-8859-8'],
  th: ['tis-620', 'utf-16le'],
  hi: ['utf-8', 'utf-16le', 'utf-16be'],
  ja: ['shift_jis', 'euc-jp', 'utf-16be'],
  'zh-CN': ['gb18030', 'gbk', 'utf-16le'],
  'zh-TW': ['big5', 'utf-16be'],
  ko: ['euc-kr', 'utf-16le'],
};
const TEXTS_PER_PAIR = 24;

const Line = z.record(z.string(), z.union([z.string(), z.number()]));

interface Sample {
  readonly pair: string;
  readonly text: string;
  readonly bytes: Buffer;
}

/**
 * How often bytes of unknown charset become the text that they were made of. Reads
 * `ntrex/ntrex.jsonl.gz`: lines `{doc, <locale>: text}`.
 */
export const charset: Measure = {
  name: 'charset',
  needs: ['ntrex/ntrex.jsonl.gz'],
  run: async (data) => [
    ...rowsOf('paragraphs of five sentences', samplesOf(data, 5), true),
    ...rowsOf('single sentences', samplesOf(data, 1), false),
  ],
};

function rowsOf(name: string, samples: readonly Sample[], isGoal: boolean): Row[] {
  const times: number[] = [];
  const misses = new Map<string, number>();
  let right = 0;
  let anchor = 0;
  for (const { pair, text, bytes } of samples) {
    const before = performance.now();
    const decoded = decodeBytes(bytes, {});
    times.push(performance.now() - before);
    const isRight = decoded.text.normalize('NFC') === text;
    right += isRight ? 1 : 0;
    const label = `${pair} as ${decoded.charset}`;
    misses.set(label, (misses.get(label) ?? 0) + (isRight ? 0 : 1));
    anchor +=
      charsetOf(detect(bytes).encoding ?? 'utf-8')
        ?.decode(bytes)
        .normalize('NFC') === text
        ? 1
        : 0;
  }
  const missed = [...misses].filter(([, count]) => count > 0).map(([label, count]) => `${label} ${count}`);
  console.log(`charset, ${name}: missed ${missed.join(', ') || 'none'}`);
  const share = right / samples.length;
  return [
    {
      measure: `charset: decoded as written, ${name}`,
      value: share,
      unit: 'of texts',
      samples: samples.length,
      baseline: { name: 'jschardet', value: anchor / samples.length },
      ...(isGoal ? { goal: '>= .985', ok: share >= 0.985 } : {}),
    },
    { measure: `charset: time, ${name}`, value: median(times), unit: 'ms', samples: times.length },
  ];
}

function samplesOf(data: DataFolder, sentences: number): Sample[] {
  const lines = data.lines('ntrex/ntrex.jsonl.gz').map((line) => Line.parse(line));
  return Object.entries(PAIRS).flatMap(([language, charsets]) => {
    const texts = lines.map((line) => String(line[language] ?? '')).filter((text) => text !== '');
    return charsets.flatMap((name) => samplesOfPair(language, name, texts, sentences));
  });
}

function samplesOfPair(
  language: string,
  name: string,
  texts: readonly string[],
  sentences: number,
): Sample[] {
  const samples: Sample[] = [];
  const step = Math.max(sentences, Math.floor(texts.length / (TEXTS_PER_PAIR * 1.5)));
  for (let start = 0; start + sentences <= texts.length && samples.length < TEXTS_PER_PAIR; start += step) {
    const text = fold(texts.slice(start, start + sentences).join('\n'), name).normalize('NFC');
    const bytes = iconv.encode(name === 'windows-1258' ? withMarks(text) : text, name, { addBOM: false });
    const isSuitable = iconv.decode(bytes, name).normalize('NFC') === text && !/^[\0-\x7F]*$/u.test(text);
    if (isSuitable || (language === 'en' && name.startsWith('utf-16'))) {
      samples.push({ pair: `${language} ${name}`, text, bytes });
    }
  }
  return samples;
}

/** ISO charsets have no typographic quotes and dashes: their texts were typed with plain ones. */
function fold(text: string, name: string): string {
  return name.startsWith('iso') || name === 'koi8-r'
    ? text
        .replaceAll(/[\u201C\u201D\u201E]/gu, '"')
        .replaceAll(/[\u2018\u2019\u201A]/gu, "'")
        .replaceAll(/[\u2013\u2014]/gu, '-')
        .replaceAll('\u2026', '...')
    : text;
}

/** Windows-1258 writes the tones of Vietnamese as marks of their own, the other signs with their letters. */
function withMarks(text: string): string {
  return text
    .normalize('NFD')
    .replaceAll(
      /([aeiouyAEIOUY])([\u0300\u0301\u0303\u0309\u0323])?([\u0302\u0306\u031B])/gu,
      (_all, base: string, tone: string | undefined, sign: string) =>
        `${(base + sign).normalize('NFC')}${tone ?? ''}`,
    );
}
