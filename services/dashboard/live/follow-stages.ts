import { stagesReport } from '../fragments/stages-report.ts';
import { readStages } from '../pages/read-stages.ts';
import type { OpenPage } from './open-page.ts';
import { repeat } from './repeat.ts';

const REFRESH_MS = 2000;

/** Keeps depths, ages and the server's memory current. */
export async function followStages(page: OpenPage): Promise<void> {
  await repeat(page, REFRESH_MS, async () => {
    page.stream.patch('stages', stagesReport(page.view(), await readStages(page.deps)));
  });
}
