import { escapeXmlAttribute } from '../exchange/xml.ts';
import type { LeverageReport, LeverageRowName } from './leverage-report.ts';

/** Formats in which reports are written besides JSON. */
export const LEVERAGE_FORMATS = ['json', 'csv', 'trados'] as const;

const CSV_COLUMNS = [
  'locale',
  'band',
  'segments',
  'words',
  'characters',
  'repaired',
  'rate',
  'weightedWords',
];

/** Writes reports as CSV (RFC 4180): a line for each band of each locale, then its total. */
export function leverageToCsv(reports: readonly LeverageReport[]): string {
  const lines = reports.flatMap(({ locale, rows, total }) => [
    ...rows.map(({ band, segments, words, characters, repaired, rate, weightedWords }) => [
      locale,
      band,
      segments,
      words,
      characters,
      repaired,
      rate,
      weightedWords,
    ]),
    [locale, 'total', total.segments, total.words, total.characters, '', '', total.weightedWords],
  ]);
  return [CSV_COLUMNS, ...lines].map((cells) => `${cells.join(',')}\r\n`).join('');
}

/** Elements of an analysis file of Trados Studio, and the bands that each sums. */
const TRADOS_ROWS: readonly (readonly [
  element: string,
  attributes: string,
  bands: readonly LeverageRowName[],
])[] = [
  ['perfect', '', ['102']],
  ['inContextExact', '', ['101']],
  ['exact', '', ['100']],
  ['locked', '', []],
  ['crossFileRepeated', '', []],
  ['repeated', '', ['repetition']],
  ['new', '', ['new']],
  ['fuzzy', ' min="50" max="74"', ['70-74']],
  ['fuzzy', ' min="75" max="84"', ['75-84']],
  ['fuzzy', ' min="85" max="94"', ['85-94']],
  ['fuzzy', ' min="95" max="99"', ['95-98', '99']],
];

/**
 * Writes one report in the form of the analysis files of Trados Studio, which agencies' tools read:
 * bands in its elements, 99 with 95 to 98. Placeables and tags are not counted and stand as 0.
 */
export function leverageToTrados(report: LeverageReport): string {
  const rows = TRADOS_ROWS.map(
    ([element, attributes, bands]) => `      <${element}${attributes} ${countsOf(report, bands)}/>`,
  );
  const all = report.rows.map(({ band }) => band);
  return `<?xml version="1.0" encoding="utf-8"?>
<task name="analyse">
  <taskInfo taskId="polywire" runAt="" runTime="">
    <language name="${escapeXmlAttribute(report.locale)}"/>
    <tm name="Polywire, formula ${escapeXmlAttribute(report.formula)}"/>
    <settings reportInternalFuzzyLeverage="no" reportCrossFileRepetitions="no" minimumMatchScore="70" searchMode="bestWins"/>
  </taskInfo>
${report.articles.map((id) => `  <file name="${escapeXmlAttribute(id)}"/>`).join('\n')}
  <batchTotal>
    <analyse>
${rows.join('\n')}
      <total ${countsOf(report, all)}/>
    </analyse>
  </batchTotal>
</task>
`;
}

function countsOf({ rows }: LeverageReport, bands: readonly LeverageRowName[]): string {
  const counted = rows.filter(({ band }) => bands.includes(band));
  const sum = (unit: 'segments' | 'words' | 'characters'): number =>
    counted.reduce((total, row) => total + row[unit], 0);
  return `segments="${sum('segments')}" words="${sum('words')}" characters="${sum('characters')}" placeables="0" tags="0"`;
}
