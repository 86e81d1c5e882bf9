import type { QaFinding, Review, SegmentState } from '../../shared/document/rendition.ts';
import { translationState } from '../../shared/document/translation-state.ts';
import { escapeXmlAttribute, escapeXmlText } from '../../shared/exchange/xml.ts';
import type { Match } from '../../shared/memory/match.ts';
import type { FilledSegment } from './fill-targets.ts';
import type { RenderedParts } from './render-parts.ts';
import { createOriginalData, xliffText } from './xliff-text.ts';

const NAMESPACES =
  'xmlns="urn:oasis:names:tc:xliff:document:2.0" xmlns:mtc="urn:oasis:names:tc:xliff:matches:2.0"';

/** XLIFF 2.1 §4.3.1.33 state. */
const STATES: { readonly [State in Review]: string } = {
  empty: 'initial',
  draft: 'initial',
  rejected: 'initial',
  translated: 'translated',
  reviewed: 'reviewed',
  approved: 'final',
};

/**
 * Writes the rendition as XLIFF 2.1 for translation tools: a group for each block, a unit for each
 * sentence with its codes, state and origin (`subState`), what the memory had (`mtc:match`), and the
 * findings of the quality checks as notes. Targets are as the memory has them, without typography.
 */
export function toXliff({ document, filled, rendition, kit }: RenderedParts): string {
  const states = new Map(rendition.segments.map((state) => [state.segmentId, state]));
  const kinds = new Map(document.blocks.map(({ id, kind }) => [id, kind]));
  const groups = blocksOf(filled).map(
    ([blockId, entries]) =>
      `<group id="${escapeXmlAttribute(blockId)}" name="${kinds.get(blockId) ?? 'block'}">\n${entries
        .map((entry) => unitOf(entry, states.get(entry.segment.id)))
        .join('')}</group>\n`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>
<xliff version="2.1" ${NAMESPACES} srcLang="${document.sourceLocale}" trgLang="${kit.locale}" xml:space="preserve">
<file id="f1" original="${escapeXmlAttribute(document.externalId)}">
<notes><note id="n1" category="translation-state">${translationState(rendition)}</note></notes>
${groups.join('')}</file>
</xliff>
`;
}

/** Neighbours of one block. */
function blocksOf(filled: readonly FilledSegment[]): readonly (readonly [string, FilledSegment[]])[] {
  const blocks = new Map<string, FilledSegment[]>();
  for (const entry of filled) {
    const { blockId } = entry.segment;
    blocks.set(blockId, [...(blocks.get(blockId) ?? []), entry]);
  }
  return [...blocks];
}

function unitOf(
  { segment, target, match, suggestions }: FilledSegment,
  state: SegmentState | undefined,
): string {
  const data = createOriginalData();
  const source = xliffText(segment, data);
  const shown = target === undefined ? '' : `<target>${xliffText(target, data)}</target>\n`;
  const review = target === undefined ? 'empty' : (state?.review ?? 'empty');
  const about = `state="${STATES[review]}" subState="polywire:${state?.origin ?? 'none'}"`;
  return `<unit id="${segment.id}">
${matchesOf([...(match === undefined ? [] : [match]), ...suggestions])}${notesOf(state?.qa ?? [])}${data.write()}<segment id="s1" ${about}>
<source>${source}</source>
${shown}</segment>
</unit>
`;
}

function notesOf(findings: readonly QaFinding[]): string {
  const notes = findings.map(
    ({ rule, severity, message }, index) =>
      `<note id="n${index + 1}" appliesTo="target" priority="${severity === 'error' ? 1 : 2}" category="qa:${escapeXmlAttribute(rule)}">${escapeXmlText(message)}</note>`,
  );
  return notes.length === 0 ? '' : `<notes>${notes.join('')}</notes>\n`;
}

/** The Translation Candidates module, XLIFF 2.1 §5.1. */
function matchesOf(matches: readonly Match[]): string {
  const written = matches.map((match, index) => matchOf(match, index + 1));
  return written.length === 0 ? '' : `<mtc:matches>\n${written.join('')}</mtc:matches>\n`;
}

function matchOf({ kind, score, unitId, source, target, parts }: Match, number: number): string {
  const data = createOriginalData();
  const texts = `<source>${xliffText(source, data)}</source>\n<target>${xliffText(target, data)}</target>`;
  const type = kind === 'context' ? 'type="icm"' : 'type="tm"';
  const detail = kind === 'repaired' ? ' subType="polywire:repaired"' : '';
  return `<mtc:match id="m${number}" ref="#s1" ${type}${detail} similarity="${parts.base}" matchSuitability="${Math.min(score, 100)}" origin="${escapeXmlAttribute(unitId)}">
${data.write()}${texts}
</mtc:match>
`;
}
