import { collapse } from '../../../shared/memory/comparable.ts';
import type { Row } from '../report.ts';
import type { Bench, SpeedMeasure } from './measure.ts';
import { createOracle } from './oracle.ts';
import { startPostgres } from './private-postgres.ts';

const QUERIES = 40;
/** Time after which no further query of a kind is asked. */
const BUDGET_MS = 20_000;

/** The queries of tools that keep their memory in PostgreSQL with pg_trgm, over the same units. */
const PEERS: readonly { readonly name: string; readonly body: string }[] = [
  {
    // Weblate: a threshold made for the length-free ratio, lowered by 0.05 until something is found.
    name: 'Weblate’s queries, pg_trgm GIN',
    body: `
      threshold := 0.127264 * ln(24.282 * 75);
      LOOP
        PERFORM set_limit(threshold::real);
        RETURN QUERY SELECT u.source FROM units u WHERE u.source % asked LIMIT 50;
        EXIT WHEN FOUND OR threshold <= 0.3;
        threshold := threshold - 0.05;
      END LOOP;`,
  },
  {
    name: 'Tolgee’s query, pg_trgm GIN',
    body: `
      PERFORM set_limit(0.5);
      RETURN QUERY SELECT u.source FROM units u WHERE u.source % asked
        ORDER BY similarity(u.source, asked) DESC LIMIT 50;`,
  },
];

/** PostgreSQL in the same run: processor time of its backend, and how often it has the oracle's best match. */
export const postgres: SpeedMeasure = {
  name: 'postgres',
  async run(bench) {
    await using server = await startPostgres();
    if (server === undefined) {
      console.log('postgres: skipped, PostgreSQL is not installed (apt-get install postgresql)');
      return [];
    }
    await server.sql(fillScript(bench));
    const oracle = createOracle(new Set(bench.units.map(({ source }) => collapse(source.text))));
    const asked = bench.queries.slice(0, QUERIES);
    const best = asked.map((query) => bestOf(oracle.search(query, 70)));
    const rows: Row[] = [];
    for (const { name, body } of PEERS) {
      const { microseconds, answers } = readAnswers(await server.sql(askScript(body, asked)));
      const done = answers.length;
      const wanted = answers.map((_, at) => at).filter((at) => (best[at]?.size ?? 0) > 0);
      const found = wanted.filter((at) => answers[at]?.some((text) => best[at]?.has(collapse(text))));
      rows.push(
        {
          measure: `PostgreSQL ${server.version}: ${name}`,
          value: microseconds / done,
          unit: 'us/segment',
          samples: done,
        },
        {
          measure: '  has the best match',
          value: (100 * found.length) / wanted.length,
          unit: '%',
          samples: wanted.length,
        },
      );
      if (bench.lookupMicroseconds !== undefined) {
        const ratio = microseconds / done / bench.lookupMicroseconds;
        const least = bench.units.length > 500_000 ? 4000 : 1000;
        rows.push({
          measure: '  ours, by processor time',
          value: ratio,
          unit: 'x',
          samples: done,
          goal: `>= ${least}`,
          ok: ratio >= least,
        });
      }
    }
    return rows;
  },
};

function bestOf(scores: ReadonlyMap<string, number>): ReadonlySet<string> {
  const best = Math.max(...scores.values());
  return new Set(Array.from(scores).flatMap(([text, score]) => (score === best ? [text] : [])));
}

function fillScript({ units }: Bench): string {
  const rows = units.map(({ source, target }) => `${field(source.text)}\t${field(target.text)}`).join('\n');
  return [
    'CREATE EXTENSION pg_trgm;',
    'CREATE TABLE units (source text NOT NULL, target text NOT NULL);',
    `COPY units FROM STDIN;\n${rows}\n\\.`,
    'CREATE INDEX ON units USING gin (source gin_trgm_ops);',
    'ANALYZE units;',
  ].join('\n');
}

/** Asks one query after the other in one backend, whose processor time is read before and after. */
function askScript(body: string, asked: readonly string[]): string {
  return `
CREATE OR REPLACE FUNCTION ask(asked text) RETURNS SETOF text LANGUAGE plpgsql AS $$
DECLARE threshold double precision;
BEGIN ${body}
END $$;
CREATE TEMP TABLE asked (at int, text text);
COPY asked FROM STDIN;
${asked.map((text, at) => `${at}\t${field(text)}`).join('\n')}
\\.
CREATE TEMP TABLE answers (at int, source text);
SELECT ask(text) FROM asked WHERE at = 0 \\g /dev/null
SELECT pg_read_file('/proc/self/stat');
DO $$
DECLARE q record; started timestamptz := clock_timestamp();
BEGIN
  FOR q IN SELECT * FROM asked ORDER BY at LOOP
    INSERT INTO answers SELECT q.at, ask(q.text);
    INSERT INTO answers VALUES (q.at, NULL);
    EXIT WHEN clock_timestamp() - started > interval '${BUDGET_MS} milliseconds';
  END LOOP;
END $$;
SELECT pg_read_file('/proc/self/stat');
SELECT json_build_array(at, source) FROM answers ORDER BY at;
DROP TABLE asked, answers;
`;
}

function readAnswers(output: string): { microseconds: number; answers: readonly (readonly string[])[] } {
  const lines = output.split('\n');
  const times = lines.filter((line) => /^\d+ \(postgres\)/u.test(line)).map(processorMicroseconds);
  const answers: string[][] = [];
  for (const line of lines.filter((each) => each.startsWith('['))) {
    const [at, text]: unknown[] = JSON.parse(line);
    const list = (answers[Number(at)] ??= []);
    if (typeof text === 'string') {
      list.push(text);
    }
  }
  return { microseconds: (times[1] ?? 0) - (times[0] ?? 0), answers };
}

/** utime and stime of /proc/self/stat, in ticks of 10 ms. */
function processorMicroseconds(stat: string): number {
  const fields = stat.slice(stat.indexOf(')') + 2).split(' ');
  return (Number(fields[11]) + Number(fields[12])) * 10_000;
}

/** A value in COPY's text form. */
function field(text: string): string {
  return text
    .replaceAll('\\', '\\\\')
    .replaceAll('\t', '\\t')
    .replaceAll('\n', '\\n')
    .replaceAll('\r', '\\r');
}
