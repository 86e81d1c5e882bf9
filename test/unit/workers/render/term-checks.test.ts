import { describe, expect, it } from 'vitest';
import { Locale } from '../../../../shared/document/locale.ts';
import type { TermUse } from '../../../../shared/memory/terms/term.ts';
import { createRenderDeps } from '../../../../workers/render/deps.ts';
import { renderParts } from '../../../../workers/render/render-parts.ts';
import { documentOf } from '../../../support/builders.ts';
import { matchesOf } from './render-input.ts';

const SOURCE = 'Two ferries left.';
const deps = await createRenderDeps();

function rulesOf(target: string | undefined): readonly string[] {
  const document = documentOf([SOURCE], {});
  const use: TermUse = {
    segmentId: document.segments.find(({ text }) => text === SOURCE)?.id ?? '',
    span: { start: 4, end: 11 },
    termId: 't1',
    status: 'preferred',
    source: 'ferry',
    targets: [
      { text: 'transbordador', status: 'preferred' },
      { text: 'barca', status: 'forbidden' },
    ],
  };
  const locale = Locale.parse('es');
  const found = matchesOf(document, 'es', target === undefined ? {} : { [SOURCE]: target });
  const matches = { ...found, terms: [use] };
  const overlay = { mentions: [], entities: [] };
  const { rendition } = renderParts({ document, overlay, matches, locale, targets: [locale] }, deps);
  return rendition.segments.flatMap(({ qa }) => qa.map(({ rule }) => rule));
}

describe('a rendition of a document with terms', () => {
  it('has no finding where a rendering stands in the target in any form', () => {
    expect(rulesOf('Salieron dos transbordadores.')).toEqual([]);
  });

  it('warns of a rendering that is missing or forbidden', () => {
    expect(rulesOf('Salieron dos naves.')).toEqual(['term-missing']);
    expect(rulesOf('Salieron dos barcas.')).toEqual(['term-forbidden']);
  });

  it('says nothing of a sentence that stands there in its source language', () => {
    expect(rulesOf(undefined)).toEqual([]);
  });
});
