import type { SubmittedMeta } from '../../../shared/document/article.ts';
import type { DocumentMeta, MetaEvidence } from '../../../shared/document/document.ts';
import type { Lexicon } from '../case/lexicon.ts';
import type { Draft } from '../draft/draft.ts';
import type { FoundMeta } from '../draft/found-meta.ts';
import { leavesOf } from '../draft/map-leaves.ts';
import type { Agencies } from './agencies.ts';
import { parseByline } from './parse-byline.ts';

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
  const printed = submitted.byline ?? found.byline;
  const byline =
    printed === undefined
      ? undefined
      : parseByline(printed, context.lexicon.table.bylineWords, context.agencies);
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
    editorNote: submitted.editorNote,
    canonicalUrl: submitted.canonicalUrl ?? found.canonicalUrl,
  };
  const known = Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));
  return { byline: [], ...known, evidence: evidenceOf(known, submitted, found) };
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
      const evidence = stated.get(field) ?? (field === 'agency' ? stated.get('byline') : undefined);
      return [[field, evidence ?? { from: 'visible', confidence: 0.9 }]];
    }),
  );
}

function isEmpty(value: unknown): boolean {
  return Array.isArray(value) && value.length === 0;
}

function tidy(text: string | undefined): string | undefined {
  const tidied = text?.normalize('NFC').replaceAll(/\s+/gu, ' ').trim();
  return tidied === '' ? undefined : tidied;
}
