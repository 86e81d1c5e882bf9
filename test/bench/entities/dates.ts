import * as chrono from 'chrono-node';
import { z } from 'zod';
import { configPath } from '../../../config/project-root.ts';
import { readFiles } from '../../../config/read-files.ts';
import { loadValueGrammars } from '../../../shared/values/load-value-grammars.ts';
import type { ValueGrammar } from '../../../shared/values/value-grammar.ts';
import { recognizeValues } from '../../../workers/tag-entities/values/recognize-values.ts';
import type { DataFolder } from '../data-folder.ts';
import { median, type Row } from '../report.ts';
import type { Measure } from './measure.ts';
import { recognizedValues, viewOf } from './recognized-values.ts';
import { type FoundValue, goldReadings, readingsAgree, type TimeReading } from './time-readings.ts';

const SNIPPETS = 'entities/recognizers-datetime.jsonl.gz';
const NEWS = 'entities/gum.jsonl.gz';
/** Languages with the most snippets among those that have a grammar. */
const LANGUAGES = ['en', 'es', 'fr', 'de', 'pt', 'it', 'nl', 'zh', 'ja', 'ko', 'hi', 'tr', 'ar'];

const Snippet = z.object({
  lang: z.string(),
  text: z.string(),
  published: z.string().nullable(),
  entities: z.array(
    z.object({
      start: z.int(),
      end: z.int(),
      type: z.string(),
      values: z.array(z.record(z.string(), z.unknown())).optional(),
    }),
  ),
});
const Story = z.object({
  text: z.string(),
  genre: z.string(),
  published: z.string(),
  dates: z.array(
    z.object({
      start: z.int(),
      end: z.int(),
      when: z.string().optional(),
      from: z.string().optional(),
      to: z.string().optional(),
      notBefore: z.string().optional(),
      notAfter: z.string().optional(),
    }),
  ),
});

interface GoldSpan {
  readonly start: number;
  readonly end: number;
  readonly readings: readonly TimeReading[];
}

interface Sample {
  readonly language: string;
  readonly text: string;
  readonly published: string | undefined;
  readonly gold: readonly GoldSpan[];
}

/**
 * Dates, times, durations and sets of 13 languages (`entities/recognizers-datetime.jsonl.gz`) and
 * dates of news (`entities/gum.jsonl.gz`, genre news), beside chrono-node: F1 of spans that overlap,
 * and of those whose value is right as well. A value is right where it is one of the readings that
 * the corpus lists; a length of time that ends or begins at publication counts by its length. Bare
 * lengths of time, times of day and sets are left out for the news, which does not annotate them;
 * it annotates the two ends of a range, so that a range is found where both are. Snippets without a
 * reference time count for spans alone.
 */
export const dates: Measure = {
  name: 'dates',
  needs: [SNIPPETS, NEWS],
  run: async (data) => {
    const grammars = loadValueGrammars(await readFiles(configPath('values'), '.json'));
    const samples = snippetsOf(data);
    const rows: Row[] = [];
    for (const language of LANGUAGES) {
      const own = samples.filter((sample) => sample.language === language);
      const grammar = grammars(language);
      if (grammar === undefined || own.length === 0) {
        continue;
      }
      rows.push(
        ...rowsOf(
          `dates: snippets ${language}`,
          own,
          (sample) => recognizedValues(sample, grammar),
          parserOf(language),
        ),
      );
    }
    const english = grammars('en');
    if (english !== undefined) {
      const news = newsOf(data);
      const ours = (sample: Sample): readonly FoundValue[] =>
        recognizedValues(sample, english).filter(({ reading }) => isDate(reading));
      rows.push(
        ...rowsOf('dates: news', news, ours, parserOf('en', isDated)),
        speedRow(
          news.map(({ text }) => text),
          english,
        ),
      );
    }
    return rows;
  },
};

function snippetsOf(data: DataFolder): readonly Sample[] {
  return data.lines(SNIPPETS).map((line) => {
    const { lang, text, published, entities } = Snippet.parse(line);
    return {
      language: lang,
      text,
      published: published ?? undefined,
      gold: entities.map(({ start, end, type, values }) => ({
        start,
        end,
        readings: goldReadings(type, values ?? []),
      })),
    };
  });
}

function newsOf(data: DataFolder): readonly Sample[] {
  return data
    .lines(NEWS)
    .map((line) => Story.parse(line))
    .filter(({ genre }) => genre === 'news')
    .map(({ text, published, dates: marked }) => ({
      language: 'en',
      text,
      published,
      gold: marked.map(({ start, end, when, from, to, notBefore, notAfter }) => ({
        start,
        end,
        readings:
          when === undefined
            ? [{ kind: 'span', from: from ?? notBefore ?? '', to: to ?? notAfter ?? '' }]
            : [{ kind: 'date', timex: when }],
      })),
    }));
}

function isDate(reading: TimeReading | undefined): boolean {
  if (reading?.kind === 'time' || reading?.kind === 'set') {
    return false;
  }
  if (reading?.kind === 'span' && reading.from.startsWith('T')) {
    return false;
  }
  return reading?.kind !== 'duration' || reading.interval !== undefined;
}

type Recognize = (sample: Sample) => readonly FoundValue[];

function rowsOf(
  name: string,
  samples: readonly Sample[],
  ours: Recognize,
  peer: Recognize | undefined,
): readonly Row[] {
  const mine = scoreOf(samples, ours);
  const theirs = peer && scoreOf(samples, peer);
  const row = (kind: 'relaxed' | 'value', goal: number): Row => ({
    measure: `${name}, ${kind} F1`,
    value: mine[kind],
    unit: '',
    samples: mine.gold,
    goal: `>= ${goal}`,
    ok: mine[kind] >= goal,
    ...(theirs === undefined ? {} : { baseline: { name: 'chrono', value: theirs[kind] } }),
  });
  return [row('relaxed', 0.9), row('value', 0.75)];
}

function scoreOf(
  samples: readonly Sample[],
  recognize: Recognize,
): { relaxed: number; value: number; gold: number } {
  const spans = countsOf(samples, recognize);
  const values = countsOf(
    samples.filter(({ published }) => published !== undefined),
    recognize,
  );
  return { relaxed: f1(spans.spans, spans), value: f1(values.values, values), gold: spans.gold };
}

function f1(right: number, { found, gold }: Counts): number {
  return (2 * right) / Math.max(1, found + gold);
}

interface Counts {
  readonly found: number;
  readonly gold: number;
  readonly spans: number;
  readonly values: number;
}

function countsOf(samples: readonly Sample[], recognize: Recognize): Counts {
  let [found, gold, spans, values] = [0, 0, 0, 0];
  for (const sample of samples) {
    const free = new Set(sample.gold);
    gold += free.size;
    for (const each of recognize(sample)) {
      const over = [...free]
        .filter(({ start, end }) => each.start < end && start < each.end)
        .slice(0, each.reading?.kind === 'span' ? 2 : 1);
      found += Math.max(1, over.length);
      spans += over.length;
      for (const match of over) {
        free.delete(match);
        values += match.readings.some((reading) =>
          endsOf(each.reading, over.length).some((ours) => readingsAgree(reading, ours)),
        )
          ? 1
          : 0;
      }
    }
  }
  return { found, gold, spans, values };
}

/** A range that stands where the corpus has two dates says both. */
function endsOf(reading: TimeReading | undefined, spans: number): readonly (TimeReading | undefined)[] {
  return reading?.kind === 'span' && spans === 2
    ? [
        { kind: 'date', timex: reading.from },
        { kind: 'date', timex: reading.to },
      ]
    : [reading];
}

/** chrono-node for a language, where it has one; results that `keep` refuses are left out. */
function parserOf(
  language: string,
  keep: (result: chrono.ParsedResult) => boolean = () => true,
): Recognize | undefined {
  const parsers: Readonly<Record<string, { readonly parse: typeof chrono.parse }>> = {
    en: chrono.en,
    es: chrono.es,
    fr: chrono.fr,
    de: chrono.de,
    pt: chrono.pt,
    nl: chrono.nl,
    ja: chrono.ja,
    zh: chrono.zh,
    ...('it' in chrono ? { it: chrono.it } : {}),
  };
  const parser = parsers[language];
  return (
    parser &&
    (({ text, published }) =>
      parser
        .parse(text, new Date(`${(published ?? '2020-01-01').slice(0, 10)}T12:00:00`))
        .filter(keep)
        .map((result) => ({
          start: result.index,
          end: result.index + result.text.length,
          reading: chronoReading(result.start, result.end ?? undefined),
        })))
  );
}

function chronoReading(
  start: chrono.ParsedComponents,
  end: chrono.ParsedComponents | undefined,
): TimeReading {
  const from = chronoTimex(start);
  return end === undefined ? { kind: 'date', timex: from } : { kind: 'span', from, to: chronoTimex(end) };
}

/** Tells whether the text gave more than a time of day, to which chrono adds the day of reference. */
function isDated({ start: at }: chrono.ParsedResult): boolean {
  const days: readonly chrono.Component[] = ['day', 'weekday', 'month'];
  return !at.isCertain('hour') || days.some((part) => at.isCertain(part));
}

function chronoTimex(at: chrono.ParsedComponents): string {
  const pad = (part: chrono.Component): string => String(at.get(part) ?? 0).padStart(2, '0');
  const parts = [String(at.get('year') ?? 0), pad('month'), pad('day')];
  const dated = at.isCertain('day') || at.isCertain('weekday');
  const time = at.isCertain('hour') ? `T${pad('hour')}:${pad('minute')}` : '';
  return (
    (dated || time !== '' ? parts : at.isCertain('month') ? parts.slice(0, 2) : parts.slice(0, 1)).join('-') +
    time
  );
}

const ROUNDS = 5;

/** Megabytes of text a second of one core: the best of some rounds, warm, by processor time. */
function speedRow(texts: readonly string[], grammar: ValueGrammar): Row {
  const views = texts.map((text) => viewOf(text, grammar.language).view);
  const read = recognizeValues(grammar);
  const bytes = texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0);
  const rates: number[] = [];
  for (let round = 0; round < ROUNDS + 2; round += 1) {
    const before = process.cpuUsage();
    views.forEach((view) => read(view));
    const { user, system } = process.cpuUsage(before);
    rates.push(bytes / (user + system));
  }
  const value = median(rates.slice(2));
  return {
    measure: 'dates: recognizers of values, one core',
    value,
    unit: 'MB/s',
    samples: ROUNDS,
    goal: '>= 3',
    ok: value >= 3,
  };
}
