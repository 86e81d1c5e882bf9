import type { Document } from '../../../../shared/document/document.ts';
import type { EntityOverlay } from '../../../../shared/document/entity-mention.ts';
import type { CodedText, InlineCode } from '../../../../shared/document/inline-code.ts';
import { Locale } from '../../../../shared/document/locale.ts';
import type { OutputFormat } from '../../../../shared/document/output-format.ts';
import type { RenderedLocale } from '../../../../shared/document/rendition.ts';
import { LEVERAGE_BANDS, Leverage, type LocaleMatches, type Match } from '../../../../shared/memory/match.ts';
import { countSegments } from '../../../../workers/render/build-rendition.ts';
import { createRenderDeps } from '../../../../workers/render/deps.ts';
import { OUTPUT_WRITERS } from '../../../../workers/render/output-writers.ts';
import { localizeParts, type RenderedParts, renderParts } from '../../../../workers/render/render-parts.ts';
import { serveRendition } from '../../../../workers/render/serve-rendition.ts';
import { renderStage } from '../../../../workers/render/stage.ts';

/** What the memory is to answer for a source text: a target, or a whole match. */
export type Answer = string | CodedText | Partial<Match>;

/** A match of equal text with an approved target, unless said otherwise. */
export function matchOf(target: string | CodedText, more: Partial<Match> = {}): Match {
  return {
    kind: 'exact',
    score: 100,
    unitId: 'unit-1',
    source: coded(''),
    target: typeof target === 'string' ? coded(target) : target,
    parts: { base: 100, deductions: [], formula: 'test' },
    review: 'approved',
    ...more,
  };
}

const NO_LEVERAGE = Leverage.parse(
  Object.fromEntries(LEVERAGE_BANDS.map((band) => [band, { segments: 0, words: 0 }])),
);

/** Matches of a document by source text; texts without an answer have none. */
export function matchesOf(
  document: Document,
  locale: string,
  answers: Readonly<Record<string, Answer | readonly Answer[]>>,
): LocaleMatches {
  return {
    locale: Locale.parse(locale),
    segments: document.segments.map(({ id, text }) => {
      const answer = answers[text];
      const list = answer === undefined ? [] : Array.isArray(answer) ? answer : [answer];
      return { segmentId: id, matches: list.map((one: Answer) => toMatch(one)) };
    }),
    leverage: NO_LEVERAGE,
  };
}

function toMatch(answer: Answer): Match {
  if (typeof answer === 'string') {
    return matchOf(answer);
  }
  return 'text' in answer ? matchOf(answer) : matchOf('', answer);
}

const deps = await createRenderDeps();

/** Runs the stage as a worker would. */
export async function render(
  document: Document,
  locale: string,
  answers: Readonly<Record<string, Answer | readonly Answer[]>> = {},
  overlay: EntityOverlay = { mentions: [], entities: [] },
): Promise<RenderedLocale> {
  return renderStage.run(
    {
      normalize: document,
      'tag-entities': overlay,
      'tm-lookup': matchesOf(document, locale, answers),
      locale: Locale.parse(locale),
      targets: [Locale.parse(locale)],
    },
    deps,
    new AbortController().signal,
  );
}

const TARGETS = ['es', 'ar', 'zh-Hans'].map((tag) => Locale.parse(tag));
const locally = await createRenderDeps({ siteUrl: 'https://news.example/{locale}/{id}' });

/** What the writers are given, on a site with addresses. */
export function partsOf(
  document: Document,
  locale: string,
  answers: Readonly<Record<string, Answer | readonly Answer[]>> = {},
): RenderedParts {
  const matches = matchesOf(document, locale, answers);
  const overlay: EntityOverlay = { mentions: [], entities: [] };
  const input = { document, overlay, matches, locale: Locale.parse(locale), targets: TARGETS };
  return renderParts(input, locally);
}

/** Writes one output on a site with addresses, as the API does for formats that are not kept. */
export function write(
  format: OutputFormat,
  document: Document,
  locale: string,
  answers: Readonly<Record<string, Answer | readonly Answer[]>> = {},
): string {
  return OUTPUT_WRITERS[format](partsOf(document, locale, answers));
}

/** What the writers are given for a reader who wants nothing in the source language. */
export function partsWithout(
  document: Document,
  locale: string,
  answers: Readonly<Record<string, Answer | readonly Answer[]>> = {},
): RenderedParts {
  const { rendition } = partsOf(document, locale, answers);
  const matches = matchesOf(document, locale, answers);
  const overlay: EntityOverlay = { mentions: [], entities: [] };
  const stored = { document, rendition, matches };
  const served = serveRendition(stored, { isServed: ({ target }) => target !== undefined, fallback: 'omit' });
  return localizeParts({ document, overlay, ...served, targets: TARGETS, fallback: 'omit' }, locally);
}

/** The parts as if a machine had made the first segment's target. */
export function machineMade(parts: RenderedParts): RenderedParts {
  const [first, ...others] = parts.rendition.segments;
  const segments = first === undefined ? [] : [{ ...first, origin: 'mt' as const }, ...others];
  return { ...parts, rendition: { ...parts.rendition, segments, counts: countSegments(segments) } };
}

export function kitOf(locale: string): ReturnType<typeof deps.kitOf> {
  return deps.kitOf(Locale.parse(locale));
}

export function coded(text: string, codes: readonly InlineCode[] = []): CodedText {
  return { text, codes };
}

const PLACE = { canDelete: false, canReorder: true };

export function strong(id: number, start: number, end: number): InlineCode {
  return { kind: 'strong', id, start, end, ...PLACE };
}

export function emphasis(id: number, start: number, end: number): InlineCode {
  return { kind: 'emphasis', id, start, end, ...PLACE };
}

export function link(id: number, start: number, end: number, url = 'https://example.org/'): InlineCode {
  return { kind: 'link', id, start, end, url, ...PLACE };
}

export function image(id: number, start: number, url = 'https://example.org/a.jpg'): InlineCode {
  return { kind: 'image', id, start, end: start + 1, url, ...PLACE };
}

export function lineBreak(id: number, start: number): InlineCode {
  return { kind: 'break', id, start, end: start + 1, ...PLACE };
}

export function note(id: number, start: number): InlineCode {
  return { kind: 'footnote-reference', id, start, end: start + 1, identifier: '1', ...PLACE };
}
