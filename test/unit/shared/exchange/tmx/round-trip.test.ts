import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readTmx } from '../../../../../shared/exchange/tmx/read.ts';
import { writeTmx } from '../../../../../shared/exchange/tmx/write.ts';
import type { TranslationUnit } from '../../../../../shared/memory/translation-unit.ts';
import { translationUnit } from '../../../../support/units-arbitrary.ts';

describe('writeTmx and readTmx', () => {
  it('give back the same units, codes, context and provenance, however the file is cut', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(translationUnit, { maxLength: 5 }),
        fc.integer({ min: 1, max: 400 }),
        async (units, size) => {
          const { read, rest } = await roundTrip(units, size);
          expect(read).toEqual(units);
          expect(rest).toEqual([]);
        },
      ),
      { numRuns: 300 },
    );
  });
});

async function roundTrip(
  units: readonly TranslationUnit[],
  size: number,
): Promise<{ read: TranslationUnit[]; rest: unknown[] }> {
  let file = '';
  for await (const piece of writeTmx(units)) {
    file += piece;
  }
  const pieces = Array.from({ length: Math.ceil(file.length / size) }, (_, at) =>
    file.slice(at * size, (at + 1) * size),
  );
  const read: TranslationUnit[] = [];
  const rest: unknown[] = [];
  for await (const event of readTmx(pieces)) {
    if (event.kind === 'unit' && event.dropped.length === 0) {
      read.push(event.unit);
    } else if (event.kind !== 'header') {
      rest.push(event);
    }
  }
  return { read, rest };
}
