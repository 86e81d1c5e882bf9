import type { DataFolder } from '../data-folder.ts';
import type { Row } from '../report.ts';

/** One measurement of tagging: what it needs, and the rows that it prints. */
export interface Measure {
  /** Chosen by `npm run eval -- entities --only <name>`. */
  readonly name: string;
  /** Files or folders of the data folder; where one is missing the measure is skipped, aloud. */
  readonly needs: readonly string[];
  readonly run: (data: DataFolder) => Promise<readonly Row[]>;
}
