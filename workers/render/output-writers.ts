import type { OutputFormat } from '../../shared/document/output-format.ts';
import type { RenderedParts } from './render-parts.ts';
import { toFragment } from './to-fragment.ts';
import { toHtml } from './to-html.ts';
import { toJson } from './to-json.ts';
import { toMarkdown } from './to-markdown.ts';
import { toNinjs } from './to-ninjs.ts';
import { toText } from './to-text.ts';
import { toXliff } from './to-xliff.ts';

/** Writes one format: pure, so that the same parts give the same bytes. */
export type OutputWriter = (parts: RenderedParts) => string;

/** The writer of each format; a format without one does not compile. */
export const OUTPUT_WRITERS: { readonly [Format in OutputFormat]: OutputWriter } = {
  html: toHtml,
  md: toMarkdown,
  json: toJson,
  fragment: toFragment,
  txt: toText,
  ninjs: toNinjs,
  xliff: toXliff,
};
