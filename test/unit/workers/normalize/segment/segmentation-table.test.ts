import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { configPath } from '../../../../../config/project-root.ts';
import { SegmentationTable } from '../../../../../workers/normalize/segment/segmentation-table.ts';

describe('config/segmentation', () => {
  it.each(readdirSync(configPath('segmentation')))('%s holds known lists only, each entry once', (file) => {
    const raw: unknown = JSON.parse(readFileSync(configPath('segmentation', file), 'utf8'));
    for (const list of Object.values(SegmentationTable.parse(raw))) {
      if (Array.isArray(list)) {
        expect(list.filter((entry, index) => list.indexOf(entry) !== index)).toEqual([]);
        expect(list.filter((entry: string) => entry.endsWith('.'))).toEqual([]);
      }
    }
  });
});
