import type { SubmittedMeta } from '../../../shared/document/article.ts';
import type { DocumentMeta, MetaEvidence } from '../../../shared/document/document.ts';
import type { Lexicon } from '../case/lexicon.ts';
import type { Draft } from '../draft/draft.ts';
import type { FoundMeta } from '../draft/found-meta.ts';
import { leavesOf } from '../draft/map-leaves.ts';
import type { Agencies } from './agencies.ts';
import { type Byline, parseByline } from './parse-byline.ts';

/**
 * The document's metadata: what was submitted, else what the source says. The headline is the one
 * that stands at the top of the body, repaired; without one there is none.
 */
export function resolveMeta(
  submitted: SubmittedMeta,
  draft: Draft,
  context: { readonly lexicon: Lexicon; readonly agencies: Agencies },
): DocumentMeta {
  const { found } = draft;
  const byline = bylineOf(submitted, found, context);
  const headline = leavesOf(draft.nodes).find((leaf) => leaf.block.kind === 'headline');
  const values: Record<Exclude<keyof DocumentMeta, 'evidence'>, unknown> = {
    headline: headline?.block.text.trim() || undefined,
    byline: byline?.names ?? [],
    agency: submitted.agency ?? byline?.agency ?? found.agency,
    dateline: submitted.dateline ?? found.dateline,
    publishedAt: submitted.publishedAt ?? found.publishedAt,
    modifiedAt: submitted.modifiedAt ?? found.modifiedAt,
    description: tidy(submitted.description ?? found.description),
    section: submitted.section ?? found.section,
    keywords: submitted.keywords ?? found.keywords,
    editorNote: tidy(submitted.editorNote ?? found.editorNote),
    canonicalUrl: submitted.canonicalUrl ?? found.canonicalUrl,
  };
  const known = Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));
  return { byline: [], ...known, evidence: evidenceOf(known, submitted, found) };
}

/** The writers: as submitted, else as the source states or prints them, whichever is surer. */
function bylineOf(
  submitted: SubmittedMeta,
  found: FoundMeta,
  context: { readonly lexicon: Lexicon; readonly agencies: Agencies },
): Pick<Byline, 'names' | 'agency'> | undefined {
  const { writers, evidence } = found;
  const isStated = (evidence.writers?.confidence ?? 0) >= (evidence.byline?.confidence ?? 0);
  if (submitted.byline === undefined && writers !== undefined && isStated) {
    const agency = writers.flatMap(({ name }) => context.agencies.find(name) ?? [])[0];
    const names = writers.filter(({ name }) => context.agencies.find(name) === undefined);
    return { names, ...(agency === undefined ? {} : { agency }) };
  }
  const printed = submitted.byline ?? found.byline;
  return printed === undefined
    ? undefined
    : parseByline(printed, context.lexicon.table.bylineWords, context.agencies);
}

/** Submitted values are certain; the headline is the one that is shown; an agency may come with a byline. */
function evidenceOf(
  values: Readonly<Record<string, unknown>>,
  submitted: SubmittedMeta,
  found: FoundMeta,
): Record<string, MetaEvidence> {
  const fields = Object.keys(values).filter((field) => !isEmpty(values[field]));
  return Object.fromEntries(
    fields.flatMap((field): [string, MetaEvidence][] => {
      if (field in submitted || (field === 'agency' && submitted.byline !== undefined)) {
        return [[field, { from: 'submitted', confidence: 1 }]];
      }
      const stated = new Map(Object.entries(found.evidence));
      const byline = surerOf(stated.get('writers'), stated.get('byline'));
      const evidence =
        field === 'byline' ? byline : (stated.get(field) ?? (field === 'agency' ? byline : undefined));
      return [[field, evidence ?? { from: 'visible', confidence: 0.9 }]];
    }),
  );
}

function surerOf(a: MetaEvidence | undefined, b: MetaEvidence | undefined): MetaEvidence | undefined {
  return (a?.confidence ?? -1) >= (b?.confidence ?? -1) ? a : b;
}

function isEmpty(value: unknown): boolean {
  return Array.isArray(value) && value.length === 0;
}

function tidy(text: string | undefined): string | undefined {
  const tidied = text?.normalize('NFC').replaceAll(/\s+/gu, ' ').trim();
  return tidied === '' ? undefined : tidied;
}
