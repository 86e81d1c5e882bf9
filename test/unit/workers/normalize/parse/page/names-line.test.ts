import { describe, expect, it } from 'vitest';
import { isNamesLine } from '../../../../../../workers/normalize/parse/page/names-line.ts';

const WRITERS = ['Rosa Iturbe', 'Gianni Ferro'];

describe('isNamesLine', () => {
  it.each([
    'Rosa Iturbe | Gianni Ferro',
    'By ROSA ITURBE and GIANNI FERRO',
    'By Rosa Iturbe, City Hall reporter',
    'Rosa Iturbe · May 3, 2026',
    'Photographs and text by Rosa Iturbe',
    'Ein Interview von Rosa Iturbe',
    'Rosa Iturbe | Science correspondent | @rosa',
  ])('knows %j', (line) => {
    expect(isNamesLine(line, WRITERS)).toBe(true);
  });

  it.each([
    'Rosa Iturbe went to the harbour.',
    'By the harbour, Rosa Iturbe met nobody',
    'A letter to Rosa Iturbe',
    'By Ana Silva',
    'Rosa Iturbe: a life at sea',
  ])('leaves %j', (line) => {
    expect(isNamesLine(line, WRITERS)).toBe(false);
  });
});
