import { fitForm } from '../../../shared/gazetteer/fit-form.ts';
import { buildNameTable, type NameForm } from '../../../shared/gazetteer/name-table.ts';
import { median, type Row } from '../report.ts';
import { matcherText } from './matcher-text.ts';
import type { Measure } from './measure.ts';
import { phraseSet } from './phrase-set.ts';
import { syntheticNames } from './synthetic-names.ts';

const NAMES = 500_000;
const TEXT_BYTES = 4_000_000;
const RUNS = 15;

/**
 * The gazetteer matcher with 500,000 synthetic names over 4 MB of running text in which every
 * twentieth word opens one of them, beside a `Set` of phrases that is fed by a regular expression. Times are processor time; medians.
 */
export const matcher: Measure = {
  name: 'matcher',
  needs: [],
  run: async () => {
    const names = syntheticNames(NAMES);
    const text = matcherText(names, TEXT_BYTES);
    const megabytes = Buffer.byteLength(text) / 1e6;
    const ours = measureTable(names, text);
    const baseline = measureSet(names, text);
    const speed = megabytes / (ours.findMs / 1000);
    return [
      row('build', ours.buildMs / 1000, {
        unit: 's',
        baseline: { name: 'Set of phrases', value: baseline.buildMs / 1000 },
        goal: '< 1 s',
        ok: ours.buildMs < 1000,
      }),
      row('memory', ours.bytes / 1e6, {
        unit: 'MB',
        samples: 1,
        baseline: { name: 'Set of phrases', value: baseline.bytes / 1e6 },
        goal: '<= 60 MB',
        ok: ours.bytes <= 60e6,
      }),
      row('speed', speed, {
        unit: 'MB/s',
        baseline: { name: 'Set of phrases', value: megabytes / (baseline.findMs / 1000) },
        goal: '>= 40 MB/s',
        ok: speed >= 40,
      }),
      row('names found', ours.found, {
        unit: 'names',
        samples: 1,
        baseline: { name: 'Set of phrases', value: baseline.found },
      }),
    ];
  },
};

function row(measure: string, value: number, rest: Partial<Row>): Row {
  return { measure: `matcher, 500,000 names: ${measure}`, value, unit: '', samples: RUNS, ...rest };
}

interface Figures {
  readonly buildMs: number;
  readonly findMs: number;
  /** What stays in memory, names themselves left out where the matcher does not need them. */
  readonly bytes: number;
  readonly found: number;
}

function measureTable(names: readonly string[], text: string): Figures {
  const forms = names.map((name, entry): NameForm => ({ text: name, entry, kind: 'name' }));
  const builds = timed(RUNS, () => buildNameTable(forms));
  const table = buildNameTable(forms);
  const find = (): number => table.find(text, (hit) => fitForm(text, hit, { table, language: 'en' })).length;
  return {
    buildMs: median(builds),
    findMs: median(timed(RUNS, find)),
    bytes: table.bytes,
    found: find(),
  };
}

function measureSet(names: readonly string[], text: string): Figures {
  const before = heapBytes();
  const set = phraseSet(names);
  const bytes = heapBytes() - before;
  return {
    buildMs: median(timed(3, () => phraseSet(names))),
    findMs: median(timed(3, () => set.find(text))),
    bytes,
    found: set.find(text),
  };
}

/** Processor time, so that other work on the machine counts for nobody. */
function timed(runs: number, work: () => unknown): readonly number[] {
  return Array.from({ length: runs }, () => {
    const started = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(started);
    return (user + system) / 1000;
  });
}

function heapBytes(): number {
  globalThis.gc?.();
  return process.memoryUsage().heapUsed;
}
